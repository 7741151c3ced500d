// Text without disguise: one sign for each digit, no invisible signs, letters as a keyboard gives them.
import { rules } from './scrub-rules.js';
import { isDigit } from './scrub-text.js';

const NUMERALS = new Map(rules.numerals.flatMap(([first, count, value]) => Array.from({ length: count }, (_, at) => [first + at, value + at])));

/** The letters of our scripts that some keyboards send in two parts. */
const COMPOSED = new Map([
  ['и\u0306', 'й'], ['И\u0306', 'Й'], ['у\u0306', 'ў'], ['У\u0306', 'Ў'], ['и\u0304', 'ӣ'],
  ['И\u0304', 'Ӣ'], ['у\u0304', 'ӯ'], ['У\u0304', 'Ӯ'], ['е\u0308', 'ё'], ['Е\u0308', 'Ё'],
]);

const SINGLE = new Map([
  [0x2024, '.'], [0x3002, '.'], [0xfe52, '.'], [0xff61, '.'], [0x2044, '/'], [0x2215, '/'], [0xfe6b, '@'], [0x0130, 'I'], [0x2236, ':'],
]);

/** Runs of A to Z and a to z in other clothes. */
const ALPHABETS = [[0x1d400, 0x1d6a3], [0x24b6, 0x24e9], [0x249c, 0x24b5], [0x1f130, 0x1f149], [0x1f150, 0x1f169], [0x1f170, 0x1f189]];

const within = (code, first, last) => code >= first && code <= last;

const isInvisible = (sign, code) =>
  /[\p{Cc}\p{Cf}\p{Me}]/u.test(sign) || sign === rules.Names.Opens || sign === rules.Names.Closes || within(code, 0x0335, 0x0338)
  || [0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0].includes(code)
  || within(code, 0x180b, 0x180f) || within(code, 0xfe00, 0xfe0f) || within(code, 0xe0100, 0xe01ef);

export function plainLetters(text) {
  const plain = [];
  for (const given of text.replace(/\r\n|[\r\f\u0085\u2028\u2029]/g, '\n')) {
    const sign = within(given.charCodeAt(0), 0xd800, 0xdfff) && given.length === 1 ? '\ufffd' : given;
    const code = sign.codePointAt(0);
    const last = plain.at(-1) ?? '\n';
    const isMark = /\p{Mn}/u.test(sign);
    if (sign === '\n') plain.push('\n');
    else if (sign === '\t' || code === 0x2800 || /\p{Zs}/u.test(sign)) plain.push(' ');
    else if (isInvisible(sign, code) || (isMark && isDigit(last))) continue;
    else if (isMark && COMPOSED.has(last + sign)) plain[plain.length - 1] = COMPOSED.get(last + sign);
    else if (NUMERALS.has(code)) plain.push(...String(NUMERALS.get(code)));
    else plain.push(simple(sign, code));
  }
  return plain.join('');
}

function simple(sign, code) {
  if (within(code, 0xff01, 0xff5e)) return String.fromCharCode(code - 0xff01 + 0x21);
  const alphabet = ALPHABETS.find(([first, last]) => within(code, first, last));
  if (alphabet) {
    const place = (code - alphabet[0]) % 52;
    return String.fromCharCode(place < 26 ? 0x41 + place : 0x61 + place - 26);
  }
  return SINGLE.get(code) ?? sign;
}

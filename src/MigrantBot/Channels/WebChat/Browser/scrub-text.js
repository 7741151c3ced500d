// What a text is meant to look like: plain letters, folded words, digits in disguise; and how C# patterns are read here.
import { rules } from './scrub-rules.js';

const { Marked, Plain, Apostrophes } = rules.Folded;
const Like = rules.Lookalikes;

/** \w, \b, \A and \z mean in C# what they do not mean here. */
const WORD = String.raw`\p{L}\p{Mn}\p{Nd}\p{Pc}`;
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const READ = { b: EDGE, A: '^', z: '$' };

function translated(pattern) {
  let read = '';
  let isInClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at];
    if (letter === '\\') {
      const escaped = pattern[++at];
      read += escaped === 'w' ? (isInClass ? WORD : `[${WORD}]`) : READ[escaped] ?? letter + escaped;
      continue;
    }
    if (letter === '[') isInClass = true;
    else if (letter === ']') isInClass = false;
    read += letter;
  }
  return read;
}

const read = new Map();

/** The pattern for a whole text; each call starts at its beginning. */
export function all(pattern) {
  if (!read.has(pattern)) read.set(pattern, new RegExp(translated(pattern), 'gu'));
  const found = read.get(pattern);
  found.lastIndex = 0;
  return found;
}

export const matches = (pattern, text) => all(pattern).test(text);

/** Where the pattern is found: pairs of start and end. */
export const spansOf = (pattern, text) => [...text.matchAll(all(pattern))].map(match => [match.index, match.index + match[0].length]);

export const wordsOf = list => new Set(list.split('|'));

/** The spans rise and do not overlap. */
export function replaced(text, spans, mask) {
  let masked = '';
  let at = 0;
  for (const [start, end] of spans) {
    masked += text.slice(at, start) + mask;
    at = end;
  }
  return masked + text.slice(at);
}

/** Of spans that overlap the first, ordered by start and end. */
export function apart(spans) {
  const rising = [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const kept = [];
  for (const span of rising) if (kept.length === 0 || span[0] >= kept.at(-1)[1]) kept.push(span);
  return kept;
}

const isLetterOrDigit = letter => /[\p{L}\p{Nd}]/u.test(letter);
export const isUpper = letter => /\p{Lu}/u.test(letter);
export const isLower = letter => /\p{Ll}/u.test(letter);
export const isLetter = letter => /\p{L}/u.test(letter);
export const isDigit = letter => letter >= '0' && letter <= '9';
const isCyrillic = letter => letter >= '\u0400' && letter <= '\u052f';
const isLatin = letter => /[A-Za-z]/.test(letter);

function lower(letter) {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** Letter for letter as long as the text: C# counts in the same units. Half of a pair is no letter there. */
const byUnit = (text, change) => Array.from({ length: text.length }, (_, at) => change(text[at])).join('');
const whole = letter => (letter >= '\ud800' && letter <= '\udfff' ? '\ue000' : letter);
/** Letter for letter as long as the text; what is no letter to C# is none here. */
export const inUnits = text => byUnit(text, whole);
export const lowered = text => byUnit(text, letter => lower(whole(letter)));

const fold = letter => {
  const small = lower(letter);
  const at = Marked.indexOf(small);
  return at < 0 ? small : Plain[at];
};

export const foldedInPlace = text => byUnit(text, letter => fold(whole(letter)));

export function folded(word) {
  const letters = [...word];
  const isMixed = letters.some(isCyrillic) && letters.some(isLatin);
  return letters.filter(letter => !Apostrophes.includes(letter)).map(letter => {
    const at = isMixed ? Like.LatinLetters.indexOf(letter) : -1;
    return fold(at < 0 ? letter : Like.CyrillicLetters[at]);
  }).join('');
}

function byWord(text, isOfWord, rewrite) {
  const into = [...byUnit(text, whole)];
  for (let start = 0; start < text.length; start++) {
    let end = start;
    while (end < text.length && isOfWord(text[end])) end++;
    if (end > start) rewrite(into, start, end);
    start = end;
  }
  return into.join('');
}

/** Cyrillic letters as Latin ones in words that have both. */
export const asLatin = text => byWord(text, letter => isLetterOrDigit(letter) || '._@/:'.includes(letter), (into, from, to) => {
  if (!into.slice(from, to).some(isLatin)) return;
  for (let start = from; start < to; start++) {
    let end = start;
    while (end < to && isCyrillic(into[end])) end++;
    if (end > start && into.slice(start, end).every(letter => Like.CyrillicLetters.includes(letter)))
      for (let at = start; at < end; at++) into[at] = Like.LatinLetters[Like.CyrillicLetters.indexOf(into[at])];
    start = end;
  }
});

/** Letters that stand for digits. */
export const asDigits = text =>
  byWord(byWord(text, isLetterOrDigit, digitsOfWord), letter => isLetterOrDigit(letter) || letter === ' ' || letter === '-', digitsOfGroup);

function digitsOfWord(into, start, end) {
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (isDigit(into[at])) digits++;
    else if (!Like.DigitLetters.includes(into[at]) || (at === end - 1 && Like.NeverLast.includes(into[at])) || (at === start && Like.NeverFirst.includes(into[at]))) return;
  }
  if (digits > 0 && digits * 2 >= end - start) digitise(into, start, end);
}

function digitsOfGroup(into, from, to) {
  for (let start = from; start < to; start++) {
    let [at, end, words, digits, letters, pendingWords, pendingLetters] = [start, start, 0, 0, 0, 0, 0];
    while (at < to) {
      const [length, ofWord] = wordAt(into, at, to);
      if (length === 0) break;
      if (ofWord > 0) {
        [words, digits, letters, end] = [words + 1 + pendingWords, digits + ofWord, letters + length - ofWord + pendingLetters, at + length];
        [pendingWords, pendingLetters] = [0, 0];
      } else [pendingWords, pendingLetters] = [pendingWords + 1, pendingLetters + length];
      at += length + 1;
    }
    const signs = digits + letters;
    if (words >= Like.FewestOfGroup && letters > 0 && digits >= letters && signs >= Like.FewestSigns && signs <= Like.MostSigns) digitise(into, start, end);
    let gap = start;
    while (gap < to && into[gap] !== ' ' && into[gap] !== '-') gap++;
    start = Math.max(end, gap);
  }
}

function wordAt(into, from, to) {
  let [length, digits] = [0, 0];
  for (; from + length < to && into[from + length] !== ' ' && into[from + length] !== '-'; length++) {
    const letter = into[from + length];
    if (length === Like.LongestOfGroup || !(isDigit(letter) || Like.DigitLetters.includes(letter) || letter === Like.SmallVe)) return [0, 0];
    if (isDigit(letter)) digits++;
  }
  return length === 1 && digits === 0 ? [0, 0] : [length, digits];
}

function digitise(into, start, end) {
  for (let at = start; at < end; at++) {
    const found = Like.DigitLetters.indexOf(into[at]);
    if (found >= 0) into[at] = Like.Digits[found];
    else if (into[at] === Like.SmallVe) into[at] = '8';
  }
}

const MASKS = [rules.Names.Mask, rules.Scrubber.NumberMask, rules.Scrubber.ContactMask];

/** Pieces of a text: words, numbers, dates and hours ("stamp"), masks. Between two of them is neither letter nor digit. */
export function tokensIn(text) {
  const seen = asDigits(text);
  const tokens = [];
  for (let at = 0; at < seen.length;) {
    const [kind, end] = tokenAt(seen, at);
    if (kind) tokens.push({ kind, start: at, end, length: end - at, fold: kind === 'word' ? folded(seen.slice(at, end)) : '' });
    at = end;
  }
  return tokens;
}

function tokenAt(text, at) {
  if (text[at] === '[') {
    const mask = MASKS.find(one => text.startsWith(one, at));
    return mask ? ['mask', at + mask.length] : [null, at + 1];
  }
  if (isDigit(text[at])) {
    const isApart = at === 0 || !IS_OF_WORD.test(text[at - 1]);
    const stamp = isApart ? all(rules.Token.Stamp).exec(text.slice(at, at + rules.Token.LongestStamp + 1)) : null;
    return stamp ? ['stamp', at + stamp[0].length] : ['number', endOf(text, at, isDigit)];
  }
  if (!isLetter(text[at])) return [null, at + 1];
  return ['word', endOf(text, at, (letter, next) => isLetter(letter) || /\p{M}/u.test(letter) || (Apostrophes.includes(letter) && next !== undefined && isLetter(next)))];
}

function endOf(text, at, isOf) {
  while (at < text.length && isOf(text[at], text[at + 1])) at++;
  return at;
}

const IS_OF_WORD = new RegExp(`[${WORD}]`, 'u');

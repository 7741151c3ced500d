// Numbers that hide: said in words, broken over lines, with signs or words between their parts.
import { countsAfter, isEnumeration, isOfList, isPhone, isPlain, joins } from './scrub-evidence.js';
import { rules } from './scrub-rules.js';
import { asDigits, lowered, replaced, wordsOf } from './scrub-text.js';

const { NumberMask } = rules.Scrubber;
const Spelt = rules.SpeltNumbers;
const Scattered = rules.ScatteredNumbers;

const KNOWN = new Map(rules.NumberWords.Known.split(' ').map(word => word.split(':')));
const LINKS = wordsOf(rules.NumberWords.Links);
const ANDS = wordsOf(rules.NumberWords.Ands);
const MONTHS = wordsOf(rules.Months.Beginnings);
const LENGTHS = { Unit: 1, Ten: 2, Teen: 2 };

/** The number words that a word is made of; nothing if it is another word. */
function numberWords(fold) {
  if (KNOWN.has(fold)) return [KNOWN.get(fold)];
  const parts = [];
  for (let at = 0; at < fold.length;) {
    let length = Math.min(rules.NumberWords.Longest, fold.length - at);
    while (length > 1 && !KNOWN.has(fold.slice(at, at + length))) length--;
    if (length < 2) return [];
    parts.push(KNOWN.get(fold.slice(at, at + length)));
    at += length;
  }
  return parts;
}

/** Counts the digits of a number while it is said. */
class Spoken {
  open = 'None';
  digits = 0;
  groups = 0;
  words = 0;
  hasThousand = false;

  write(digits) {
    this.digits += digits;
    this.groups++;
    this.open = 'None';
  }

  say(word) {
    const { open } = this;
    this.words++;
    this.hasThousand ||= word === 'Thousand';
    const isOn = (open === 'Hundred' && ['Ten', 'Teen', 'Unit'].includes(word)) || (open === 'Ten' && word === 'Unit');
    if (open === 'Unit' && word === 'Hundreds') this.digits += 2;
    else if (!isOn) {
      this.digits += LENGTHS[word] ?? 3;
      this.groups++;
    }
    this.open = word === 'Hundreds' ? 'Hundred' : word === 'Unit' && isOn ? 'Teen' : word;
  }
}

const isPart = token => token.kind === 'number' || (token.kind === 'word' && numberWords(token.fold).length > 0);

/** Digits and number words that may be the parts of one number. */
class Run {
  parts = [];
  gaps = [];
  spoken = new Spoken();
  hasAnd = false;

  constructor(text, tokens, at) {
    this.take(tokens[at], '');
    this.next = at + 1;
    for (let part = this.nextPart(text, tokens); part >= 0; part = this.nextPart(text, tokens)) {
      this.take(tokens[part], part === this.next ? text.slice(this.end, tokens[part].start) : rules.Run.Linked);
      this.next = part + 1;
    }
  }

  get start() { return this.parts[0].start; }
  get end() { return this.parts.at(-1).end; }

  get isWhole() {
    const { WholeInAll, WholeInWords, WholeInDigits } = rules.Run;
    return this.spoken.digits >= (this.gaps.some(isOfList) ? WholeInAll : this.spoken.words > 0 ? WholeInWords : WholeInDigits);
  }

  nextPart(text, tokens) {
    let { end } = this;
    for (let at = this.next; at < tokens.length && at <= this.next + rules.Run.MostLinks; at++) {
      const token = tokens[at];
      const gap = text.slice(end, token.start);
      if (!joins(gap) || (at === this.next && isOfList(gap) && isPart(token) && this.isWhole)) return -1;
      if (isPart(token)) {
        this.hasAnd ||= tokens.slice(this.next, at).some(link => ANDS.has(link.fold));
        return at;
      }
      if (!LINKS.has(token.fold) && !(this.spoken.words > 0 && ANDS.has(token.fold))) return -1;
      end = token.end;
    }
    return -1;
  }

  take(token, gap) {
    this.parts.push(token);
    this.gaps.push(gap);
    if (!isPlain(gap)) this.spoken.open = 'None';
    if (token.kind === 'number') this.spoken.write(token.length);
    else for (const word of numberWords(token.fold)) this.spoken.say(word);
  }
}

export function maskSpelt(text, tokens) {
  const seen = asDigits(text);
  const masked = [];
  for (let at = 0; at < tokens.length;) {
    if (!isPart(tokens[at])) {
      at++;
      continue;
    }
    const run = new Run(seen, tokens, at);
    if (mustGo(run, seen)) masked.push([run.start, run.end]);
    at = run.next;
  }
  return replaced(text, masked, NumberMask);
}

function mustGo(run, text) {
  const { digits, words, groups, hasThousand } = run.spoken;
  if (digits < Spelt.FewestDigits || hasThousand || (digits <= Spelt.MostOfSum && countsAfter(lowered(text.slice(run.end, run.end + Spelt.Sight))))) return false;
  return words > 0
    ? groups >= Spelt.FewestGroups && (words > 1 || digits > Spelt.MostOfSum) && (!run.hasAnd || digits > Spelt.FewestDigits)
    : digits > (run.gaps.includes(rules.Run.Linked) ? Spelt.FewestWithLinks : Spelt.FewestDigits) && !run.gaps.every(isPlain) && !isEnumeration(run, text);
}

/** A phone whose parts have other words between them. */
export function maskScattered(text, tokens) {
  const seen = asDigits(text);
  const masked = [];
  for (let at = 0; at < tokens.length; at++) {
    const last = tokens[at].kind === 'number' ? lastPart(seen, tokens, at) : -1;
    if (last < 0) continue;
    masked.push([tokens[at].start, tokens[last].end]);
    at = last;
  }
  return replaced(text, masked, NumberMask);
}

function lastPart(text, tokens, first) {
  let [last, digits, parts, words, isScattered] = [-1, '', 0, 0, false];
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (at > first && token.start - tokens[at - 1].end > Scattered.WidestGap) break;
    if (token.kind === 'number' && token.length <= Scattered.MostOfPart && digits.length + token.length <= Scattered.MostDigits) {
      digits += text.slice(token.start, token.end);
      isScattered ||= words > 0;
      [parts, words] = [parts + 1, 0];
      if (parts >= Scattered.FewestParts && isScattered && isPhone(digits)) last = at;
    } else if (token.kind !== 'word' || ++words > Scattered.MostWords || countsAfter(lowered(text.slice(token.start, token.end))) || isMonth(token.fold)) break;
  }
  return last;
}

const isMonth = fold => fold.length >= rules.Months.Known && MONTHS.has(fold.slice(0, rules.Months.Known));

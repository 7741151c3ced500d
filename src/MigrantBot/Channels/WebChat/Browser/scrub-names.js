// The own name is masked; the likely names of others stand between marks until the person has chosen.
import { rules } from './scrub-rules.js';
import { isLower, isUpper, matches, replaced, wordsOf } from './scrub-text.js';

const { Opens, Closes, Mask } = rules.Names;
const Forms = rules.NameForms;
const Limits = rules.NameMarks;
const MostWords = rules.OwnNames.MostWords;

const GIVEN = wordsOf(rules.GivenNames.All);
const ALSO_WORDS = wordsOf(rules.GivenNames.AlsoWords);
const NOT_NAMES = wordsOf(rules.NotNames.Words);
const BEGINNINGS = wordsOf(rules.NotNames.Beginnings);
const PLACES = wordsOf(rules.NotNames.Places);
const PLACE_BEGINNINGS = wordsOf(rules.NotNames.PlaceBeginnings);
const OWN = wordsOf(rules.NameCues.Own);
const BEFORE = wordsOf(rules.NameCues.Before);
const AFTER = wordsOf(rules.NameCues.After);
const I = wordsOf(rules.NameCues.I);
const ME = wordsOf(rules.NameCues.Me);
const CALLING = rules.NameCues.Calling.split('|');
const CUE_LINKS = wordsOf(rules.NameCues.Links);
const NEVER_SMALL = wordsOf(rules.OwnNames.NeverSmall);
const AFTER_SMALL = wordsOf(rules.OwnNames.AfterSmall);

const isSurname = fold => matches(Forms.Surname, fold);
const mayBeSurname = fold => matches(Forms.Weak, fold);
const isPatronymic = fold => matches(Forms.Patronymic, fold);
const isChildOf = fold => matches(Forms.Child, fold);
const isNominative = fold => GIVEN.has(fold) || matches(Forms.Nominative, fold);
const isWhere = fold => matches(Forms.Where, fold);

function isGiven(fold) {
  if (isNoName(fold)) return false;
  for (let length = fold.length; length >= 4; length--)
    if (GIVEN.has(fold.slice(0, length)) && matches(Forms.Ending, fold.slice(length))) return true;
  return matches(Forms.Made, fold);
}

const isSurnameEnding = rest => ['ов', 'ев', 'ov', 'ev'].some(ending => rest.startsWith(ending));

function begins(beginnings, fold, shortest, longest) {
  for (let length = shortest; length <= Math.min(longest, fold.length); length++)
    if (beginnings.has(fold.slice(0, length)) && !isSurnameEnding(fold.slice(length))) return true;
  return false;
}

const isNoName = fold => NOT_NAMES.has(fold) || begins(BEGINNINGS, fold, rules.NotNames.Shortest, rules.NotNames.Longest);
const isPlaceWord = fold => PLACES.has(fold) || begins(PLACE_BEGINNINGS, fold, rules.NotNames.ShortestPlace, fold.length);

/** Whether some words that end at this one are such a phrase. */
function ends(phrases, tokens, last) {
  let phrase = '';
  for (let at = last; at >= 0 && at > last - rules.NameCues.Longest && tokens[at].kind === 'word'; at--) {
    phrase = at === last ? tokens[at].fold : `${tokens[at].fold} ${phrase}`;
    if (phrases.has(phrase)) return true;
  }
  return false;
}

/** A text's words as names: which may be one, and which of them belong together. */
class Reading {
  constructor(text, tokens) {
    this.text = text;
    this.tokens = tokens;
    this.capitals = [];
    let [upper, lower] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      if (isUpper(text[at])) upper++;
      else if (isLower(text[at])) lower++;
    }
    this.isShouted = upper > lower;
  }

  has(at) { return this.tokens[at]?.kind === 'word'; }
  fold(at) { return this.tokens[at].fold; }
  gapBefore(at) { return this.text.slice(at === 0 ? 0 : this.tokens[at - 1].end, this.tokens[at].start); }
  gapAfter(at) { return at + 1 < this.tokens.length ? this.gapBefore(at + 1) : this.text.slice(this.tokens[at].end); }

  areTogether(at, next) {
    if (!this.has(at) || !this.has(next)) return false;
    const gap = this.gapBefore(next);
    return [' ', '  ', '-'].includes(gap) || (this.tokens[at].length === 1 && (gap === '.' || gap === '. '));
  }

  isUpper(at) { return isUpper(this.text[this.tokens[at].start]); }
  isInitial(at) { return this.isSmallInitial(at) && this.isUpper(at); }
  isSmallInitial(at) { return this.has(at) && this.tokens[at].length === 1 && this.gapAfter(at).startsWith('.'); }
  isCapital(at) { return at >= 0 && at < this.tokens.length && (this.capitals[at] ??= this.looksCapital(at)); }

  looksCapital(at) {
    if (!this.has(at) || this.tokens[at].length < 2 || !this.isUpper(at) || isNoName(this.fold(at)) || isPlaceWord(this.fold(at)) || BEFORE.has(this.fold(at))) return false;
    if (this.isShouted) return this.isSurely(at);
    const { start, end, length } = this.tokens[at];
    return length > rules.NameReading.LongestAbbreviation || [...this.text.slice(start, end)].some(isLower);
  }

  isSurely(at) { return isPatronymic(this.fold(at)) || isSurname(this.fold(at)) || isGiven(this.fold(at)); }
  beginsSentence(at) { return at === 0 || /[.!?…\n]/.test(this.gapBefore(at)) || (at === 1 && !this.has(0)); }
  endsClause(at) { return at + 1 === this.tokens.length || /[^ ]/.test(this.gapAfter(at)); }
}

const isOnly = (text, letters) => [...text].every(letter => letters.includes(letter));

export function maskOwnNames(text, tokens) {
  const reading = new Reading(text, tokens);
  const masked = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = reading.has(at) ? nameAfter(reading, at) : null;
    if (!name) continue;
    masked.push([tokens[name[0]].start, tokens[name[1]].end]);
    at = name[1];
  }
  return replaced(text, masked, Mask);
}

function nameAfter(reading, cue) {
  let first = cue + 1;
  if (ends(OWN, reading.tokens, cue)) {
    if (reading.has(first) && CUE_LINKS.has(reading.fold(first))) first++;
    return reading.has(first) && isOnly(reading.gapBefore(first), rules.OwnNames.Between) ? told(reading, first) : null;
  }
  if (!reading.has(first) || ![' ', ', ', ' - ', ' — ', ' – '].includes(reading.gapBefore(first))) return null;
  if (I.has(reading.fold(cue))) return afterI(reading, first);
  return ME.has(reading.fold(cue)) ? afterMe(reading, first) : null;
}

/** "My name is": what follows is a name, also in small letters, unless it is clearly another word. */
function told(reading, first) {
  if (reading.isCapital(first) || reading.isInitial(first)) return [first, lastOf(reading, first)];
  const fold = reading.fold(first);
  if (fold.length < 3 || isNoName(fold) || NEVER_SMALL.has(fold) || fold.endsWith('ть')) return null;
  const last = lastOf(reading, first);
  return last > first || reading.isSurely(first) || endsHere(reading, last) ? [first, last] : null;
}

function afterI(reading, first) {
  const fold = reading.fold(first);
  if (!reading.isCapital(first)) return isNominative(fold) && !isNoName(fold) && endsHere(reading, first) ? [first, first] : null;
  if (isWhere(fold)) return null;
  const last = lastOf(reading, first);
  for (let at = first; at <= last; at++) if (isNominative(reading.fold(at)) || reading.isInitial(at)) return [first, last];
  return endsHere(reading, last) ? [first, last] : null;
}

const endsHere = (reading, last) => reading.endsClause(last) || AFTER_SMALL.has(reading.fold(last + 1));

function afterMe(reading, first) {
  if (!reading.isCapital(first)) return null;
  const last = lastOf(reading, first);
  return reading.has(last + 1) && CALLING.some(start => reading.fold(last + 1).startsWith(start)) ? [first, last] : null;
}

function lastOf(reading, first) {
  let last = first;
  while (last - first + 1 < MostWords && reading.areTogether(last, last + 1)
    && (reading.isCapital(last + 1) || reading.isInitial(last + 1) || isChildOf(reading.fold(last + 1)) || reading.isSurely(last + 1))) last++;
  return last;
}

/** The text holds no marks. */
export function markNames(text, tokens) {
  const reading = new Reading(text, tokens);
  const names = new Set();
  for (let at = 0; at < tokens.length; at++) if (reading.has(at)) look(reading, names, at);
  return written(reading, names);
}

function look(reading, names, at) {
  const fold = reading.fold(at);
  if (isPatronymic(fold) && !isPlace(reading, at)) patronymic(reading, names, at);
  else if (isChildOf(fold) && reading.areTogether(at - 1, at) && reading.isCapital(at - 1)) childOf(reading, names, at);
  if (reading.isInitial(at)) initials(reading, names, at);
  if (!reading.isCapital(at) && isSurname(fold)) small(reading, names, at);
  if (ends(BEFORE, reading.tokens, at) && reading.has(at + 1) && isOnly(reading.gapBefore(at + 1), Limits.Between)) following(reading, names, at + 1);
  if (AFTER.has(fold) && reading.areTogether(at - 1, at) && (reading.isCapital(at - 1) || isGiven(reading.fold(at - 1)))) names.add(at - 1);
  if (reading.isCapital(at) && !isPlace(reading, at)) capital(reading, names, at);
}

function mark(names, first, last) {
  for (let at = first; at <= last; at++) names.add(at);
}

function patronymic(reading, names, at) {
  names.add(at);
  const isSmall = !reading.isCapital(at);
  for (let before = at - 1; before >= at - 2 && reading.areTogether(before, before + 1) && !isNoName(reading.fold(before)); before--) {
    if (!reading.isCapital(before) && !(isSmall && (before === at - 1 || reading.isSurely(before)))) break;
    names.add(before);
  }
  if (reading.areTogether(at, at + 1) && (reading.isSurely(at + 1) || (reading.isCapital(at + 1) && mayBeSurname(reading.fold(at + 1))))) names.add(at + 1);
}

function childOf(reading, names, at) {
  names.add(at);
  for (let before = at - 1; before >= at - Limits.MostBeforeChild && reading.areTogether(before, before + 1) && reading.isCapital(before); before--) names.add(before);
  if (reading.areTogether(at, at + 1) && reading.isCapital(at + 1)) names.add(at + 1);
}

function initials(reading, names, at) {
  const last = reading.areTogether(at, at + 1) && reading.isInitial(at + 1) ? at + 1 : at;
  const isBeside = beside => reading.isCapital(beside) && (at < last || reading.isSurely(beside) || mayBeSurname(reading.fold(beside)));
  if (reading.areTogether(at - 1, at) && isBeside(at - 1)) mark(names, at - 1, last);
  else if (reading.areTogether(last, last + 1) && isBeside(last + 1)) mark(names, at, last + 1);
}

function following(reading, names, first) {
  for (let at = first; at < first + Limits.MostAfterCue && (at === first || reading.areTogether(at - 1, at)); at++) {
    if ((!reading.isCapital(at) && !reading.isInitial(at)) || isWhere(reading.fold(at)) || isPlace(reading, at)) return;
    names.add(at);
  }
}

function small(reading, names, at) {
  if (reading.areTogether(at, at + 1) && isGiven(reading.fold(at + 1))) mark(names, at, at + 1);
  else if (reading.areTogether(at - 1, at) && isGiven(reading.fold(at - 1))) mark(names, at - 1, at);
  else if (reading.isSmallInitial(at + 1) && reading.isSmallInitial(at + 2) && reading.gapBefore(at + 1) === ' ') mark(names, at, at + 2);
}

function capital(reading, names, at) {
  const fold = reading.fold(at);
  const given = isGiven(fold);
  if (!given && !isSurname(fold)) return;
  const before = reading.areTogether(at - 1, at) && reading.isCapital(at - 1);
  const after = reading.areTogether(at, at + 1) && reading.isCapital(at + 1);
  if (before || after || !reading.beginsSentence(at) || (given && !ALSO_WORDS.has(fold))) names.add(at);
  if (before) names.add(at - 1);
  if (after) names.add(at + 1);
}

/** A street, a district, a school that bears somebody's name. */
function isPlace(reading, at) {
  let [first, last] = [at, at];
  while (at - first < Limits.MostOfPlace && reading.areTogether(first - 1, first) && reading.isUpper(first - 1) && !isPlaceWord(reading.fold(first - 1))) first--;
  while (last - at < Limits.MostOfPlace && reading.areTogether(last, last + 1) && reading.isUpper(last + 1) && !isPlaceWord(reading.fold(last + 1))) last++;
  return (reading.has(first - 1) && [' ', '. ', '.'].includes(reading.gapBefore(first)) && isPlaceWord(reading.fold(first - 1)))
    || (reading.has(last + 1) && reading.gapBefore(last + 1) === ' ' && isPlaceWord(reading.fold(last + 1)));
}

function written(reading, names) {
  const { text, tokens } = reading;
  let shown = '';
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!names.has(at)) continue;
    let last = at;
    while (names.has(last + 1) && reading.areTogether(last, last + 1)) last++;
    const hasDot = reading.isInitial(last) || (last > at && reading.isSmallInitial(last));
    const end = tokens[last].end + (hasDot ? 1 : 0);
    shown += text.slice(from, tokens[at].start) + Opens + text.slice(tokens[at].start, end) + Closes;
    [from, at] = [end, last];
  }
  return shown + text.slice(from);
}

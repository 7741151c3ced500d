// Receipts, numbers of six digits or more, plates of cars, series of passports, house and flat.
import { countDigits, countsAfter, datesIn, isEvidence, sumAtEnd } from './scrub-evidence.js';
import { rules } from './scrub-rules.js';
import { all, apart, asDigits, foldedInPlace, inUnits, isDigit, isLetter, isLower, lowered, matches, replaced, spansOf } from './scrub-text.js';

const { NumberMask } = rules.Scrubber;
const { Numbers, Papers, Dwellings, Receipts } = rules;

export function maskNumbers(text) {
  const seen = asDigits(text);
  const lower = lowered(seen);
  let masked = '';
  let at = 0;
  for (const [start, end] of spansOf(Numbers.Any, seen)) {
    masked += text.slice(at, start)
      + judged(text.slice(start, end), lower.slice(start, end), lower.slice(Math.max(0, start - Numbers.Sight), start), lower.slice(end, end + Numbers.Sight));
    at = end;
  }
  return masked + text.slice(at);
}

/** A date with its year stands apart from what is written beside it, and so does an hour; what is left is judged by itself. */
function judged(text, number, before, after) {
  if (mayStay(number, before, after)) return text;
  let [from, to] = [0, number.length];
  const sum = countsAfter(after) ? sumAtEnd(number) : -1;
  if (sum >= 0) [to, after] = [sum, ''];
  const hour = matches(Numbers.MinutesAfter, after) ? all(Numbers.HourAtEnd).exec(number) : null;
  if (hour) [to, after] = [hour.index, ''];
  if (matches(Numbers.MinutesAtStart, number) && matches(Numbers.HourBefore, before)) [from, before] = [2, ''];
  let shown = text.slice(0, from);
  for (const [start, end] of datesIn(number.slice(0, to))) {
    if (start < from) continue;
    shown += stayOrMask(text.slice(from, start), number.slice(from, start), before, '') + text.slice(start, end);
    [from, before] = [end, ''];
  }
  return shown + stayOrMask(text.slice(from, to), number.slice(from, to), before, after) + text.slice(to);
}

function stayOrMask(text, number, before, after) {
  if (mayStay(number, before, after)) return text;
  const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length];
  return text.slice(0, start) + NumberMask + text.slice(end);
}

const mayStay = (number, before, after) => countDigits(number) < Numbers.FewestDigits || isEvidence(number, before, after);

export function maskPapers(text) {
  const lower = lowered(text);
  const masked = spansOf(Papers.Plates, inUnits(text)).filter(([start, end]) => !countsSomething(lower.slice(start, end)));
  for (const [start, end] of spansOf(Papers.Series, lower)) {
    const series = start + wordLength(lower.slice(start));
    if (!isLower(text[series])) masked.push([series, end]);
  }
  for (const [start, end] of spansOf(Papers.LoosePlate, lower)) {
    const plate = lower.slice(start, end);
    if (countDigits(plate) >= Papers.FewestDigits && !countsSomething(plate) && matches(Papers.CarBefore, lower.slice(Math.max(0, start - Papers.Sight), start)))
      masked.push([start, end]);
  }
  return replaced(text, apart(masked), NumberMask);
}

const countsSomething = plate => countsAfter(plate.slice(plate.search(/[^ 0-9]/))) || matches(Papers.Year, plate);

function wordLength(text) {
  let at = 0;
  while (isLetter(text[at])) at++;
  while (' :№'.includes(text[at])) at++;
  return at;
}

/** House and flat where a street stands before them; the street stays. */
export function maskDwellings(text) {
  const folded = foldedInPlace(text);
  const { Two, WithFlat, StreetBefore, Sight } = Dwellings;
  const masked = rows(folded).filter(([start, end]) => {
    const row = folded.slice(start, end);
    return matches(Two, row) && matches(WithFlat, row) && matches(StreetBefore, folded.slice(Math.max(0, start - Sight), start));
  });
  return replaced(text, masked, NumberMask);
}

function rows(folded) {
  const found = [];
  for (const [start, end] of spansOf(Dwellings.Items, folded)) {
    const last = found.at(-1);
    if (last && start - last[1] <= Dwellings.WidestGap && /^[ ,.;]*$/.test(folded.slice(last[1], start))) last[1] = end;
    else found.push([start - (all(Dwellings.NumberBefore).exec(folded.slice(Math.max(0, start - 9), start))?.[0].length ?? 0), end]);
  }
  return found;
}

/** A receipt, also with its groups one below the other. */
export function maskReceipts(text) {
  const masked = [];
  for (let at = 0; at < text.length; at++) {
    const end = isDigit(text[at]) && !isDigit(text[at - 1]) ? endOfReceipt(text, at) : 0;
    if (!end) continue;
    masked.push([at, end]);
    at = end;
  }
  return replaced(text, masked, NumberMask);
}

function endOfReceipt(text, start) {
  let [digits, gap, interim, at] = [0, 0, 0, start];
  for (; at < text.length && digits < Receipts.Digits; at++)
    if (isDigit(text[at])) [digits, gap, interim] = [digits + 1, 0, Number(Receipts.Damm[10 * interim + Number(text[at])])];
    else if (!/[\s.·•\u2212\p{Pd}]/u.test(text[at]) || ++gap > Receipts.WidestGap) return 0;
  return digits === Receipts.Digits && interim === 0 && !isDigit(text[at]) ? at : 0;
}

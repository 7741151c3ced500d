// Numbers that tell what happened and not who: dates, hours, articles of a law, sums of money.
import { rules } from './scrub-rules.js';
import { all, isDigit, isLetter, matches } from './scrub-text.js';

const Evidence = rules.Evidence;

export const countDigits = text => [...text].filter(isDigit).length;

export const countsAfter = after => matches(Evidence.Counts, after);

export function isEvidence(number, before, after) {
  const bare = number.replace(/^[ \-–—]+/, '').trimEnd();
  const series = lettersBefore(bare);
  const digits = bare.slice(series);
  return matches(Evidence.Times, digits)
    || (matches(Evidence.Articles, digits) && (matches(Evidence.ArticleBefore, before) || matches(Evidence.ArticleAfter, after)))
    || ((series === 0 || bare[series - 1] === ' ') && isSum(digits) && (matches(Evidence.MoneyAfter, after) || matches(Evidence.MoneyBefore, before)))
    || (series === 0 && matches(Evidence.WholeThousands, digits))
    || (matches(Evidence.Pressure, digits) && matches(Evidence.PressureBefore, before))
    || (series === 0 && matches(Evidence.Round, digits) && (matches(Evidence.PayBefore, before) || countsAfter(after)));
}

export const isPhone = digits => matches(rules.Phones.Phone, digits);

function isPhoneOrCard(number) {
  const digits = [...number].filter(isDigit).join('');
  return digits.length === rules.Phones.MostDigits || isPhone(digits);
}

/** Where a sum begins that was written right behind a whole phone or card. */
export function sumAtEnd(number) {
  if (!isPhoneOrCard(number))
    for (let at = number.indexOf(' '); at > 0; at = number.indexOf(' ', at + 1))
      if (isPhoneOrCard(number.slice(0, at)) && matches(Evidence.SumAlone, number.slice(at + 1))) return at;
  return -1;
}

/** The dates with a four-digit year that have blanks around them. Each is sought from the end of the last, whose blank it shares. */
export function datesIn(number) {
  const dates = [];
  const apart = all(Evidence.DateApart);
  for (let found = apart.exec(number); found; found = apart.exec(number)) {
    const start = found.index + (found[0][0] === ' ' ? 1 : 0);
    const end = found.index + found[0].trimEnd().length;
    dates.push([start, end]);
    apart.lastIndex = end;
  }
  return dates;
}

const isSum = number =>
  matches(Evidence.SumAlone, number) || matches(Evidence.Range, number) || (number[0] !== '+' && countDigits(number) <= Evidence.MostDigitsOfSum);

function lettersBefore(number) {
  let at = 0;
  while (at < number.length && isLetter(number[at])) at++;
  while (at > 0 && at < number.length && ' №#-'.includes(number[at])) at++;
  return at;
}

/** Numbers in a row that are several numbers. */
export function isEnumeration(run, text) {
  const { Thousands, FewestWithCommas, Item } = rules.Enumeration;
  return matches(Thousands, text.slice(run.start, run.end))
    || (run.gaps.some(gap => gap.includes(',') && isOfList(gap)) && run.parts.length < FewestWithCommas)
    || (run.gaps.slice(1).every(isOfList) && rises(run, text))
    || pieces(run).every(([start, end]) => matches(Item, text.slice(start, end)));
}

function rises(run, text) {
  let last = -1;
  for (const part of run.parts) {
    const value = part.length > rules.Enumeration.LongestItem ? 0 : Number.parseInt(text.slice(part.start, part.end), 10);
    if (value <= last) return false;
    last = value;
  }
  return true;
}

function pieces(run) {
  const found = [];
  let start = run.start;
  for (let at = 1; at < run.parts.length; at++)
    if (!isPlain(run.gaps[at])) {
      found.push([start, run.parts[at - 1].end]);
      start = run.parts[at].start;
    }
  return [...found, [start, run.end]];
}

export const joins = gap => gap.length <= rules.Gap.Widest && !matches(rules.Gap.Parting, gap);
export const isPlain = gap => matches(rules.Gap.Plain, gap);
export const isOfList = gap => matches(rules.Gap.List, gap);

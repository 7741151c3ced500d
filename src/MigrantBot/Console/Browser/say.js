// The console speaks English and Russian: whichever the moderator chose in this browser, else the browser's own.
const KEPT = 'mb-tongue';

/** Each in its own words. */
export const TONGUES = { en: 'English', ru: 'Русский' };

/** The language of this page; fixed while it is open. */
export const tongue = [localStorage.getItem(KEPT), ...navigator.languages.map(one => one.slice(0, 2))].find(one => one in TONGUES) ?? 'en';

/** Remembers the choice; the page is to be loaded again. */
export const choose = one => localStorage.setItem(KEPT, one);

document.documentElement.lang = tongue;

/** `book`: the words of one page, `{ en: {…}, ru: {…} }` with the same keys; a value is a text, or a function that makes one. */
export const speaker = book => (key, ...args) => {
  const line = book[tongue][key];
  return typeof line === 'function' ? line(...args) : line;
};

/** Of three forms the one that goes with a number, by the rules of the language: one, few, many. English uses the first and the last. */
export const plural = (count, one, few, many) =>
  ({ one, few, many })[new Intl.PluralRules(tongue).select(count)] ?? many;

/** Puts words where the page names them: `data-say` for what is read, `data-say-label` for what is only heard. Names that are not in the book are another's. */
export function fill(say, within = document) {
  for (const one of within.querySelectorAll('[data-say], [data-say-label]')) {
    const { say: text, sayLabel: label } = one.dataset;
    if (text && say(text) !== undefined)
      one.textContent = say(text);
    if (label && say(label) !== undefined)
      one.setAttribute('aria-label', say(label));
  }
}

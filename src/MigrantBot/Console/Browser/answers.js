// What was answered to the questions. Where the copy for counting was deleted, the sealed one still says it to whoever opens it.
import { isKept } from './codes.js';
import { el } from './dom.js';
import { facet, facetInside, valueOf } from './labels.js';
import { REPORT } from './reading.js';
import { say } from './words-case.js';

const UNSAID = 'unsaid';

export function answers({ shown, opened, sheet }, desk) {
  const canCorrect = isKept(shown) && opened;
  const facets = isKept(shown) ? shown.facets : opened?.find(one => one.direction === REPORT)?.facets;
  const all = Object.entries(facets ?? {});
  const said = all.filter(([, value]) => value && value !== UNSAID);
  const unsaid = all.filter(([, value]) => value === UNSAID).map(([name]) => facetInside(name));
  return el('section', { class: 'answers', 'aria-label': say('answers') },
    said.length > 0 && el('dl', {}, ...said.flatMap(([name, value]) => [el('dt', {}, facet(name)), el('dd', {}, valueOf(name, value))])),
    (unsaid.length > 0 || canCorrect) && el('div', { class: 'row' },
      unsaid.length > 0 && el('p', { class: 'quiet' }, say('not-said', unsaid.join(', '))),
      canCorrect && el('button', {
        class: 'small', id: 'correct', 'aria-expanded': String(sheet.form === 'facets'), click: () => desk.open('facets', '#fix-who'),
      }, say('correct'))),
    !isKept(shown) && el('p', { class: 'quiet', id: 'not-kept' }, say(!opened ? 'answers-sealed' : facets ? 'as-first-told' : 'answers-gone')));
}

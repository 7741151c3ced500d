// Which case this one repeats. The server names those of the same place, kind and week; this page compares the words of those that were opened in it.
import { candidates } from './alike.js';
import { isKept } from './codes.js';
import { el } from './dom.js';
import { age, facetInside, reason, status } from './labels.js';
import { say } from './words-case.js';

const WORTH_SAYING = 20;

export function duplicates(hand, desk) {
  const { shown, alike, memory, sheet } = hand;
  const found = candidates(shown.id, alike, memory.seen);
  const choose = one => {
    sheet.asks = { verb: 'duplicate', of: one.id, label: one.receivedOn };
    desk.draw('#cancel');
  };
  return el('section', { class: 'alike', id: 'alike', tabindex: '-1', 'aria-labelledby': 'alike-title' },
    el('header', {},
      el('h3', { id: 'alike-title' }, say('alike-title')),
      el('button', { class: 'small', id: 'alike-close', click: () => desk.open(null, '#duplicate') }, say('close-form'))),
    el('p', { class: 'quiet' }, say(!isKept(shown) ? 'alike-gone' : found.length > 0 ? 'alike-means' : 'alike-none')),
    found.length > 0 && el('ul', {}, ...found.map(one => candidate(one, choose))));
}

function candidate(one, choose) {
  const same = one.same.map(facetInside);
  return el('li', {},
    el('div', {},
      el('strong', {}, say('received', age(one.receivedOn), one.receivedOn)),
      el('span', { class: 'meta' },
        one.urgencyReason && el('span', {}, reason(one.urgencyReason)),
        one.status && el('span', {}, status(one.status)),
        one.likeness >= WORTH_SAYING && el('span', { class: 'likeness' }, say('alike', one.likeness))),
      same.length > 0 && el('p', { class: 'quiet' }, say('same', same.join(', ')))),
    el('a', { class: 'look', href: `#case/${encodeURIComponent(one.id)}` }, say('look-at-it')),
    el('button', { class: 'small same', click: () => choose(one) }, say('is-same')));
}

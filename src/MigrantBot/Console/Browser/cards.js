// Answer cards: sentences that lawyers have checked, to begin an answer with. Each says when it was checked.
import { recall } from './api.js';
import { el } from './dom.js';
import { say } from './words-case.js';

const month = day => `${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** `insert` puts the text of a card where the cursor is. */
export function answerCards(language, insert) {
  const list = el('ul', {}, el('li', { class: 'quiet' }, say('cards-coming')));
  const draw = async () => {
    const cards = await recall(`answers?language=${encodeURIComponent(language)}`);
    list.replaceChildren(...cards === null ? [el('li', { class: 'quiet' }, say('cards-failed'))]
      : cards.length === 0 ? [el('li', { class: 'quiet' }, say('cards-none'))]
      : cards.map(one => card(one, language, insert)));
  };
  const details = el('details', { class: 'cards', id: 'cards', toggle: () => details.open && draw() },
    el('summary', {}, say('cards')), list);
  return details;
}

const card = ({ id, title, text, reviewedOn, isOld }, language, insert) => el('li', {},
  el('div', {},
    el('strong', { lang: language }, title),
    el('span', { class: isOld ? 'checked old' : 'checked' }, say(isOld ? 'checked-old' : 'checked', month(reviewedOn)))),
  el('p', { lang: language, dir: 'auto' }, text),
  el('button', { class: 'small', id: `card-${id}`, 'aria-label': say('insert-card', title), click: () => insert(text) }, say('insert')));

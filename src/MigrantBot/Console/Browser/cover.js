// Words are covered until they are asked for: nobody should meet a terrible sentence by surprise, nor the person behind their chair.
import { byId, el } from './dom.js';
import { say } from './words-case.js';

const KEPT = 'mb-words';

const coversFirst = () => localStorage.getItem(KEPT) !== 'open';

const remember = isCovered => localStorage.setItem(KEPT, isCovered ? 'covered' : 'open');

/** The head of the words: shows and covers them in place. */
export function coverBar(sheet) {
  sheet.isUncovered ??= !coversFirst();
  const button = el('button', { id: 'show-words', class: 'small', type: 'button', 'aria-describedby': 'words-state', click: () => {
    sheet.isUncovered = !sheet.isUncovered;
    cover(sheet);
  } });
  return el('header', { class: 'words-head' },
    el('p', { id: 'words-state', class: 'quiet', role: 'status' }),
    button,
    el('label', { class: 'switch quiet' },
      el('input', { id: 'cover-first', type: 'checkbox', checked: coversFirst(), change: event => remember(event.currentTarget.checked) }),
      say('cover-first')));
}

/** Blurred for the eye, and not there for a screen reader. */
export function cover({ isUncovered }, words = byId('words')) {
  words.classList.toggle('covered', !isUncovered);
  for (const told of words.querySelectorAll('.told'))
    isUncovered ? told.removeAttribute('aria-hidden') : told.setAttribute('aria-hidden', 'true');
  words.querySelector('#show-words').textContent = say(isUncovered ? 'cover-words' : 'show-words');
  words.querySelector('#words-state').textContent = say(isUncovered ? 'words-shown' : 'words-covered');
}

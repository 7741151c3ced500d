// What is shown once: to be copied, and then out of sight.
import { el } from './dom.js';

/** `id` is that of the field; the words come from the page's own book. */
export function shownOnce(say, { id, title, secret, means }, done) {
  const text = el('input', { class: 'link', id, readonly: true, value: secret, 'aria-labelledby': `${id}-title`, focus: event => event.target.select() });
  const copy = el('button', { type: 'button', id: 'copy', click: async () => {
    text.select();
    await navigator.clipboard.writeText(secret).then(() => { copy.textContent = say('copied'); }, () => text.focus());
  } }, say('copy'));
  return [
    el('h3', { id: `${id}-title` }, title),
    el('div', { class: 'row' }, text, copy),
    el('p', { class: 'quiet' }, means),
    el('button', { type: 'button', class: 'small', id: 'sent', click: done }, say('done')),
  ];
}

// How long a text is, and the button that sends it: off while there is nothing to send, or too much.
import { el } from './dom.js';
import { excess, MOST } from './sealed.js';
import { say } from './words-case.js';

/** `measure()` is to be called with each change. */
export function counted(text, button, id) {
  const count = el('span', { class: 'count', id });
  const measure = () => {
    const tooMany = excess(text.value);
    count.textContent = tooMany > 0 ? say('too-many', tooMany) : say('of', text.value.length, MOST);
    count.classList.toggle('over', tooMany > 0);
    button.disabled = tooMany > 0 || !text.value.trim();
  };
  return { count, measure };
}

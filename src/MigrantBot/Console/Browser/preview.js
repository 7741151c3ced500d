// The answer as the reporter will see it in the chat, before it goes out.
import { recall } from './api.js';
import { el, plain } from './dom.js';
import { say } from './words-case.js';

/** What stands around an answer in this language comes from the server; where it does not answer, the words stand alone. */
export function preview(language, text) {
  const bubble = el('blockquote', { class: 'bubble', lang: language, dir: 'auto' }, el('p', { class: 'bubble-text' }, plain(text).trim()));
  recall(`preview?language=${encodeURIComponent(language)}`).then(around => {
    if (around === null)
      return;
    bubble.prepend(el('p', { class: 'bubble-head' }, around.heading));
    bubble.append(el('p', { class: 'bubble-note' }, around.note));
  });
  return el('figure', { class: 'preview', id: 'preview' }, el('figcaption', { class: 'quiet' }, say('preview')), bubble);
}

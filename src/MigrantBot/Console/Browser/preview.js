// The answer as the reporter will see it in the chat, before it goes out.
import { get } from './api.js';
import { el, plain } from './dom.js';
import { say } from './words-case.js';

const frames = new Map();

/** What stands around an answer in this language; null where the server does not say. */
async function frame(language) {
  if (!frames.has(language)) {
    const { ok, content } = await get(`preview?language=${encodeURIComponent(language)}`);
    if (!ok)
      return null;
    frames.set(language, content);
  }
  return frames.get(language);
}

export function preview(language, text) {
  const bubble = el('blockquote', { class: 'bubble', lang: language, dir: 'auto' }, el('p', { class: 'bubble-text' }, plain(text).trim()));
  frame(language).then(around => {
    if (around === null)
      return;
    bubble.prepend(el('p', { class: 'bubble-head' }, around.heading));
    bubble.append(el('p', { class: 'bubble-note' }, around.note));
  });
  return el('figure', { class: 'preview', id: 'preview' }, el('figcaption', { class: 'quiet' }, say('preview')), bubble);
}

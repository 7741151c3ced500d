// What was told and what was answered, as the pane shows it.
import { el, plain } from './dom.js';
import { language } from './labels.js';
import { ADDITION, REPLY } from './reading.js';

/** `reader`: the language of the report; a text in another one says so. */
export const letters = (texts, reader) =>
  el('section', { class: 'words', 'aria-label': 'What was told and answered' }, ...texts.map(one => letter(one, reader)));

function letter(one, reader) {
  if (one.wrong)
    return el('div', { class: 'letter wrong', role: 'alert' }, ...warning(one));
  const isReply = one.direction === REPLY;
  const code = one.language ?? reader;
  return el('article', { class: isReply ? 'letter reply' : 'letter', id: `letter-${one.id}`, tabindex: '-1' },
    el('h3', {}, heading(one), code !== reader && el('span', { lang: code }, ` · ${language(code)}`)),
    one.text
      ? el('p', { class: isReply ? 'answered' : 'told', lang: code, dir: 'auto' }, plain(one.text))
      : el('p', { class: 'quiet' }, 'No words, only the answers below.'));
}

function heading({ direction, day, author }) {
  if (direction === REPLY)
    return `Answer by ${author}, ${day}`;
  return direction === ADDITION ? `Added ${day}` : `Told ${day}`;
}

function warning({ wrong, direction, day, author }) {
  if (wrong === 'signature')
    return [
      el('h3', {}, 'An answer is not shown: its signature does not hold'),
      el('p', {}, `It lies here under the name of ${author ?? 'somebody unknown'}, ${day}, but they did not sign these words. `,
        'Somebody may have planted it for the reporter. Tell the operator.'),
    ];
  return [
    el('h3', {}, direction === ADDITION ? `Words added ${day} do not open` : `An answer by ${author}, ${day}, does not open`),
    el('p', {}, 'They were damaged or tampered with. Tell the operator.'),
  ];
}

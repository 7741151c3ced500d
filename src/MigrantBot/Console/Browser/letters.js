// What was told and what was answered, as the pane shows it.
import { cover, coverBar } from './cover.js';
import { el, plain } from './dom.js';
import { language } from './labels.js';
import { ADDITION, NOTE, REPLY } from './reading.js';
import { dayInWords, say } from './words-case.js';

/** `texts` in their order, without the notes. A text in another language than the report's says so. */
export function letters({ shown, opened, sheet }) {
  const texts = opened.filter(one => one.direction !== NOTE);
  const lastReply = texts.findLast(one => one.direction === REPLY && !one.wrong);
  const section = el('section', { class: 'words', id: 'words', 'aria-label': say('told-and-answered') },
    coverBar(sheet), ...texts.map(one => letter(one, shown, one === lastReply)));
  cover(sheet, section);
  return section;
}

function letter(one, shown, isLastReply) {
  if (one.wrong)
    return el('div', { class: 'letter wrong', role: 'alert' }, ...warning(one));
  const isReply = one.direction === REPLY;
  const code = one.language ?? shown.language;
  return el('article', { class: isReply ? 'letter reply' : 'letter', id: `letter-${one.id}`, tabindex: '-1' },
    el('h3', {}, heading(one), code !== shown.language && el('span', { lang: code }, ` · ${language(code)}`)),
    one.text
      ? el('p', { class: isReply ? 'answered' : 'told', lang: code, dir: 'auto' }, plain(one.text))
      : el('p', { class: 'quiet' }, say('no-words')),
    isLastReply && el('footer', { class: 'quiet', id: 'taken' }, taken(one, shown)));
}

// Only days are known: an answer of the same day may have been shown before this one was sent, so the server forgets that day with each new answer.
const taken = ({ day }, { replyTakenOn }) => replyTakenOn && replyTakenOn >= day ? say('taken-on', dayInWords(replyTakenOn)) : say('not-taken-yet');

function heading({ direction, day, author }) {
  if (direction === REPLY)
    return say('answer-by', author, day);
  return say(direction === ADDITION ? 'added' : 'told', day);
}

/** Also of notes: what stands in the place of a text that is not to be believed. */
export function warning({ wrong, direction, day, author }) {
  if (wrong === 'signature')
    return [
      el('h3', {}, say(direction === NOTE ? 'note-not-signed' : 'answer-not-signed')),
      el('p', {}, say(direction === NOTE ? 'note-planted' : 'answer-planted', author ?? say('somebody'), day)),
    ];
  return [
    el('h3', {}, direction === ADDITION ? say('addition-shut', day) : say(direction === NOTE ? 'note-shut' : 'answer-shut', author, day)),
    el('p', {}, say('damaged')),
  ];
}

// The card of internal notes. It looks, is worded and stands apart from the answer, so that nobody sends one for the other.
import { counted } from './count.js';
import { el, once, plain } from './dom.js';
import { warning } from './letters.js';
import { NOTE } from './reading.js';
import { say } from './words-case.js';

export function notesCard(hand, desk) {
  const { opened, draft, sheet } = hand;
  const notes = opened.filter(one => one.direction === NOTE);
  const isWriting = sheet.form === 'note' || draft.note !== '';
  return el('section', { class: 'notes', id: 'notes', 'aria-labelledby': 'notes-title' },
    el('header', {},
      el('h3', { id: 'notes-title' }, say('notes-title')),
      el('p', { class: 'quiet' }, say('notes-means'))),
    notes.length > 0 && el('ol', {}, ...notes.map(note)),
    isWriting ? editor(hand, desk) : el('div', { class: 'row' }, el('button', { id: 'note', click: () => desk.open('note', '#note-text') }, say('note'))));
}

function note(one) {
  if (one.wrong)
    return el('li', { class: 'wrong', role: 'alert' }, ...warning(one));
  return el('li', {},
    el('p', { class: 'quiet' }, say(`act-${one.act ?? 'note'}`) ?? say('act-note'), ' · ', el('bdi', {}, one.author), `, ${one.day}`),
    el('p', { class: 'noted', dir: 'auto' }, plain(one.text)));
}

function editor(hand, desk) {
  const { draft } = hand;
  const text = el('textarea', { id: 'note-text', rows: '2', dir: 'auto', spellcheck: 'false', autocomplete: 'off' });
  const write = el('button', {
    class: 'write', id: 'note-now', click: once(() => desk.act(keys => hand.note(keys), { done: say('noted'), focus: '#notes li:last-of-type' })),
  }, say('note-now'));
  const { count, measure } = counted(text, write, 'note-count');
  text.value = draft.note;
  text.addEventListener('input', () => {
    Object.assign(draft, { note: text.value, noteId: null, noteTrouble: '' });
    draft.touch();
    measure();
  });
  text.addEventListener('blur', () => draft.save());
  measure();
  return el('div', { class: 'editor' },
    el('label', { for: 'note-text' }, say('note-label')),
    text,
    draft.noteTrouble && el('p', { class: 'notice bad', role: 'alert', id: 'note-trouble' }, draft.noteTrouble),
    el('div', { class: 'row' }, write, count));
}

// The card in which a moderator answers. Two presses send: what went out cannot be taken back.
import { answerCards } from './cards.js';
import { counted } from './count.js';
import { el, once } from './dom.js';
import { draftState, otherDraft } from './drafting.js';
import { language } from './labels.js';
import { preview } from './preview.js';
import { say } from './words-case.js';

export const noAnswer = () => el('p', { class: 'notice', id: 'no-answer' }, say('no-receipt'));

/** `reader`: the language of the reporter. What is typed stays in the draft, so that drawing the pane anew loses nothing. */
export function answerCard(hand, reader, desk) {
  const { shown: { replyLostOn }, draft, sheet } = hand;
  const text = el('textarea', {
    id: 'answer', rows: '4', lang: reader, dir: 'auto', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'answer-rules answer-count',
  });
  const trouble = el('p', { class: 'notice bad', id: 'answer-trouble', role: 'alert', hidden: !draft.trouble }, draft.trouble);
  const shown = el('div', { class: 'shown' });
  const bar = el('div', { class: 'row' });
  const next = el('button', { class: 'send', id: 'send', click: () => confirm() }, say('send'));

  const { count, measure } = counted(text, next, 'answer-count');
  const write = () => {
    sheet.isSending = false;
    text.readOnly = false;
    shown.replaceChildren();
    bar.replaceChildren(next, count);
    measure();
  };
  const ask = () => {
    sheet.isSending = true;
    text.readOnly = true;
    trouble.hidden = true;
    shown.replaceChildren(preview(reader, text.value));
    bar.replaceChildren(el('span', {}, say('send-ask')),
      el('button', { id: 'write-on', click: () => { write(); text.focus(); } }, say('go-back')),
      el('button', { class: 'primary', id: 'send-now', click: once(send) }, say('send-now')));
  };
  const confirm = () => {
    ask();
    bar.querySelector('#write-on').focus();
  };
  const send = () => {
    sheet.isSending = false;
    return desk.act(keys => hand.answer(keys), { done: say('sent'), focus: '.reply:last-of-type', retry: '#answer' });
  };
  const typed = () => {
    Object.assign(draft, { text: text.value, id: null, trouble: '' });
    trouble.hidden = true;
    draft.touch();
    measure();
  };
  const insert = card => {
    if (text.readOnly)
      write();
    text.setRangeText(card, text.selectionStart, text.selectionEnd, 'end');
    typed();
    text.focus();
  };

  text.value = draft.text;
  text.addEventListener('input', typed);
  text.addEventListener('blur', () => draft.save());
  sheet.isSending ? ask() : write();
  return el('section', { class: 'answer', 'aria-labelledby': 'answer-title' },
    el('header', {},
      el('h3', { id: 'answer-title' }, el('label', { for: 'answer' }, say('answer-title'))),
      el('span', { class: 'quiet' }, say('who-reads'), ' ', el('b', { lang: reader }, language(reader)))),
    replyLostOn && el('p', { class: 'notice', id: 'answer-lost' }, say('answer-lost', replyLostOn)),
    el('p', { class: 'quiet', id: 'answer-rules' }, el('strong', {}, say('never-ask')), ' ', say('reads-where')),
    answerCards(reader, insert),
    text, otherDraft(hand, desk), trouble, shown, bar, draftState(draft));
}

// The pane of one case: what is known in the open, and the words once they are opened.
import { answerCard, noAnswer } from './answer.js';
import { answers } from './answers.js';
import { claimBar } from './claim.js';
import { isKept } from './codes.js';
import { facetForm, urgencyForm } from './correct.js';
import { el, once } from './dom.js';
import { keptDraft } from './drafting.js';
import { duplicates } from './duplicate.js';
import { age, days, language, level, reason, status as nameOf } from './labels.js';
import { letters } from './letters.js';
import { notesCard } from './noting.js';
import { NOTE, REPLY } from './reading.js';
import { verdict } from './verdict.js';
import { dayInWords, say } from './words-case.js';

export { tickLease } from './claim.js';

/**
 * The case that the hand holds. `act(work, { done, focus, retry })` does something with the keys, says how it ended and draws anew; `draw()` draws anew.
 */
export function casePane(hand, { act, draw }) {
  const { shown: one, opened, sheet } = hand;
  const desk = { act, draw: focus => show(draw, focus), open: (form, focus) => unfold(hand, form, draw, focus) };
  hand.draft.onMet = draw;
  hand.draft.onState = () => {};
  return [
    el('a', { class: 'back', href: '#' }, say('back')),
    el('h1', { class: 'unseen narrow' }, say('case')),
    head(hand, desk),
    opened && sheet.form === 'urgency' && urgencyForm(hand, desk),
    ...standing(one),
    claimBar(hand, desk),
    opened && one.isUnread && added(hand, desk),
    opened ? letters(hand) : keptDraft(hand, desk),
    opened && sheet.form === 'facets' && isKept(one) ? facetForm(hand, desk) : answers(hand, desk),
    opened && (one.canBeAnswered ? answerCard(hand, reader(one, opened), desk) : noAnswer()),
    opened && verdict(hand, desk),
    opened && sheet.form === 'duplicate' && duplicates(hand, desk),
    opened && notesCard(hand, desk),
  ].filter(Boolean);
}

function show(draw, focus) {
  draw();
  if (focus)
    document.querySelector(focus)?.focus();
}

/** One form at a time; the same button shuts it again. */
function unfold({ sheet }, form, draw, focus) {
  sheet.form = sheet.form === form ? null : form;
  sheet.trouble = '';
  show(draw, focus);
}

function head({ shown: one, opened, sheet }, desk) {
  const { name, label } = level(one.urgency);
  const notes = opened?.filter(text => text.direction === NOTE).length ?? 0;
  return el('header', { class: `case-head ${name}` },
    el('div', { class: 'marks' },
      el('p', { class: 'badge' }, label),
      one.overdueDays > 0 && el('p', { class: 'badge late' }, say('overdue', days(one.overdueDays))),
      notes > 0 && el('button', { class: 'small', id: 'to-notes', click: () => document.getElementById('notes').scrollIntoView() }, say('notes-count', notes))),
    el('h2', {}, reason(one.urgencyReason)),
    el('p', { class: 'meta' },
      el('span', {}, say('received', age(one.receivedOn), one.receivedOn)),
      el('span', { lang: one.language }, language(one.language)),
      el('span', { title: say('urgency-means') }, say('of-20', one.urgency)),
      one.urgencyBy && el('span', { id: 'urgency-by' }, say('urgency-by', one.urgencyBy)),
      one.due && !(one.overdueDays > 0) && el('span', {}, say('due', one.due))),
    opened && el('button', {
      class: 'small', id: 'urgency', 'aria-expanded': String(sheet.form === 'urgency'), click: () => desk.open('urgency', '#new-urgency'),
    }, say('urgency')));
}

function standing(one) {
  const { status, verdict: last, verdictOn, duplicateOf } = one;
  if (status === 'open')
    return last ? [el('p', { class: 'notice', id: 'decided-before' }, say('decided-before', nameOf(last), dayInWords(verdictOn)))] : [];
  const line = el('p', { class: `notice ${status === 'accepted' ? 'good' : ''}`, id: 'standing' }, say('is', nameOf(status)));
  if (status !== 'waiting' && verdictOn)
    line.append(' ', say('since', dayInWords(verdictOn)));
  if (status === 'duplicate' && duplicateOf)
    line.append(' ', el('a', { href: `#case/${encodeURIComponent(duplicateOf)}` }, say('original')));
  return [line];
}

const added = (hand, desk) => el('p', { class: 'notice row', id: 'added-meanwhile', role: 'status' }, say('added-meanwhile'),
  el('button', { class: 'small', id: 'read-on', click: once(() => desk.act(keys => hand.readOn(keys), { focus: '.letter:last-of-type' })) }, say('read-on')));

/** Who has added words in another language reads that one best. */
const reader = ({ language: first }, texts) => texts.findLast(one => one.direction !== REPLY && one.direction !== NOTE && one.language)?.language ?? first;

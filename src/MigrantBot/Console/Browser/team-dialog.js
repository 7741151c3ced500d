// The questions before what cannot be undone. Each says what will be so afterwards.
import { get } from './api.js';
import { choices, closeDialog, openDialog } from './dialog.js';
import { byId, el, once } from './dom.js';
import { postFresh } from './fresh.js';
import { linkShown } from './invite.js';

/** What nobody else could open, as soon as it is known. */
function alone(say, person, list) {
  const line = el('p', { class: 'quiet', id: 'alone' }, say('counting'));
  get(`team/${person.id}/alone`).then(({ ok, content }) => {
    line.className = ok && !content.some ? 'quiet' : 'notice bad';
    line.textContent = !ok ? say('unanswered')
      : !content.some ? say('alone-none')
      : content.cases === null ? say('alone-some', list.recovery) : say('alone', content.cases, list.recovery);
  });
  return line;
}

export const askRemoval = (say, person, list, act) => openDialog(
  person.isMe ? say('ask-leave-title') : say('ask-title', person.handle),
  el('p', {}, person.isMe ? say('ask-leave-what') : say('ask-what')), el('p', {}, say('what', person.handle)), alone(say, person, list),
  choices(say, 'reject', say(person.isMe ? 'do-ask-leave' : 'do-ask'), act));

export const confirmRemoval = (say, person, list, act) => openDialog(
  say('confirm-title', person.handle),
  el('p', {}, say('what', person.handle)), alone(say, person, list), person.isInList && el('p', {}, say('list-too')),
  choices(say, 'reject', say('do-remove', person.handle), act));

/** The link comes to who confirms, in the same dialog: it is shown once. */
export const confirmRole = (say, request, outcome, refresh) => openDialog(
  say('role-title', request.handle), el('p', {}, say('role-what', request.handle)),
  el('div', { class: 'row choices' },
    el('button', { type: 'button', click: closeDialog, autofocus: true }, say('back')),
    el('button', { type: 'button', class: 'primary', id: 'yes', click: once(async () => {
      const answer = await postFresh(`team/administrators/${request.id}/confirm`);
      byId('dialog').replaceChildren(
        el('h2', { id: 'dialog-title' }, say('role-title', request.handle)),
        ...answer.ok
          ? linkShown(say, request.handle, answer.content, closeDialog)
          : [el('p', { class: 'notice bad' }, outcome(answer)), el('button', { type: 'button', click: closeDialog }, say('back'))]);
      await refresh();
    }) }, say('do-role'))));

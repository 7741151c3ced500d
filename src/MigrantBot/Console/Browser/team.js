// The page of the team: who is here, who is asked to go, who is invited.
import { get } from './api.js';
import { byId, el, once } from './dom.js';
import { postFresh, unused } from './fresh.js';
import { inviteCard } from './invite.js';
import { language } from './labels.js';
import { day, moment, period } from './moment.js';
import { tell } from './notice.js';
import { fill, speaker } from './say.js';
import { askRemoval, confirmRemoval, confirmRole } from './team-dialog.js';
import { team } from './words-team.js';

const say = speaker(team);
let seen = null;

/** What a call came to: done, or a sentence. */
const outcome = answer =>
  answer.ok ? '' : unused(answer) ?? say('refusals')[answer.content?.refusal] ?? say(answer.status === 404 ? 'gone' : 'unanswered');

async function refresh() {
  const { ok, content } = await get('team');
  if (!ok)
    return tell(say('unanswered'));
  seen = content;
  draw();
}

/** Does something, tells how it went, and shows what is so now. */
async function act(call, done) {
  const message = outcome(await call);
  await refresh();
  tell(message || done, message !== '');
}

function draw() {
  const me = seen.people.find(one => one.isMe);
  byId('list-state').replaceChildren(listState(seen.list));
  byId('people').replaceChildren(...seen.people.map(person));
  const requests = [...seen.removals.map(removal), ...seen.administrators.map(role)];
  byId('requests').replaceChildren(...requests);
  byId('asked').hidden = requests.length === 0;
  byId('invitations').replaceChildren(...seen.invitations.map(one => el('li', {},
    el('span', { class: 'who' }, el('bdi', {}, one.handle)), el('span', { class: 'meta' }, el('span', {}, say(one.role)), el('span', {}, say('until', moment(one.expires)))))));
  byId('next-publication').textContent = seen.nextPublication ? say('next-publication', day(seen.nextPublication.on), period(seen.nextPublication.period)) : '';
  byId('next-publication').hidden = !seen.nextPublication;
  byId('expected').hidden = seen.invitations.length === 0;
  if (me?.role === 'administrator' && byId('inviting').hidden) {
    byId('inviting').append(...inviteCard(say, outcome, refresh));
    byId('inviting').hidden = false;
  }
}

function listState(list) {
  if (list.isTrial)
    return el('section', { class: 'notice bad trial-state', id: 'trial-state' },
      el('h2', {}, say('trial-title')), el('p', {}, say('trial')),
      el('dl', {}, ...say('trial-verbs').flatMap(([verb, what]) => [el('dt', {}, el('code', {}, verb)), el('dd', {}, what)])));
  return list.fault === 'none'
    ? el('p', { class: 'quiet', id: 'list-holds' }, say('list', list.version, list.recovery))
    : el('section', { class: 'notice bad', id: 'list-fault' }, el('h2', {}, say('list-fault')), el('p', {}, say('faults')[list.fault]));
}

function person(one) {
  const isAsked = seen.removals.some(request => request.handle === one.handle);
  return el('li', { class: one.isMe ? 'mine' : null },
    el('span', { class: 'who' }, el('bdi', {}, one.handle), one.isMe && el('span', { class: 'badge low' }, say('me'))),
    el('span', { class: 'meta' },
      el('span', {}, say(one.role)),
      ...one.languages.map(code => el('span', { lang: code }, language(code))),
      el('span', {}, say('since', day(one.createdOn))),
      !seen.list.isTrial && one.role === 'moderator' && !one.isInList && el('span', { class: 'missing' }, say('not-in-list'))),
    one.fingerprint
      ? el('span', { class: 'print' }, el('span', { class: 'unseen' }, say('print')), ...one.fingerprint.split('-').map(group => el('span', {}, group)))
      : el('span', { class: 'quiet print' }, say('no-print')),
    !isAsked && el('button', { class: 'small', 'aria-label': one.isMe ? null : say('remove-label', one.handle), click: () => ask(one) }, say(one.isMe ? 'leave' : 'remove')));
}

const ask = one => askRemoval(say, one, seen.list, () => act(postFresh('team/removals', { id: one.id }), say('asked-done')));

function removal(request) {
  const isOwn = request.handle === request.askedBy;
  const words = request.mine
    ? isOwn ? say('you-ask-leave') : say('you-ask-removal', request.handle)
    : isOwn ? say('asks-leave', request.handle) : say('asks-removal', request.askedBy, request.handle);
  const concerned = seen.people.find(one => one.handle === request.handle);
  return requestRow(request, words, `team/removals/${request.id}/drop`,
    () => confirmRemoval(say, concerned, seen.list, () => act(postFresh(`team/removals/${request.id}/confirm`), say('removed', request.handle))));
}

const role = request => requestRow(request,
  request.mine ? say('you-ask-role', request.handle) : say('asks-role', request.askedBy, request.handle), `team/administrators/${request.id}/drop`,
  () => confirmRole(say, request, outcome, refresh));

function requestRow(request, words, drop, confirm) {
  const why = request.mine ? say('waits-for-other') : request.mayConfirm ? null : say('needs-other');
  return el('li', { class: 'request' },
    el('strong', {}, words),
    el('span', { class: 'meta' }, el('span', {}, say('until', moment(request.expires))), why && el('span', {}, why)),
    el('span', { class: 'acts' },
      (request.mine || request.mayConfirm) && el('button', { class: 'small', click: once(() => act(postFresh(drop), say('dropped'))) }, say(request.mine ? 'take-back' : 'drop')),
      request.mayConfirm && el('button', { class: 'small reject', click: confirm }, say('confirm'))));
}

document.title = say('document');
fill(say, document.querySelector('main'));
await refresh();

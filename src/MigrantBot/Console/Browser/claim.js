// Whose the case is, and for how long. Work renews a claim by itself; the button is for whoever reads and thinks.
import { byId, el, once } from './dom.js';
import { minutes } from './labels.js';
import { confirming } from './verdict.js';
import { say } from './words-case.js';

const WARNING = 60;
const WORKABLE = ['open', 'waiting', 'accepted'];

export function claimBar(hand, desk) {
  const { shown: { status, held, isSealedToMe } } = hand;
  if (!WORKABLE.includes(status))
    return isSealedToMe ? confirming(hand, desk, ['reopen']) : null;
  if (!held)
    return el('div', { class: 'claim' },
      el('button', { class: 'primary', id: 'claim', click: once(() => desk.act(keys => hand.claim(keys))) }, say('claim')),
      el('span', { class: 'quiet' }, say('claim-means')));
  if (!held.byMe)
    return el('p', { class: 'notice', id: 'held' }, say('held-by', held.by, minutes(held.secondsLeft)));
  return el('div', { class: 'claim held' },
    el('span', { class: 'lease' }, say('yours-for'), ' ', el('strong', { id: 'lease' }, left(hand))),
    el('button', { id: 'renew', click: once(() => desk.act(keys => hand.claim(keys))) }, say('renew')),
    el('button', { id: 'release', click: once(() => desk.act(keys => hand.end('release', keys), { done: say('released') })) }, say('release')),
    el('p', { class: 'lease-ends', id: 'lease-ends', role: 'status' }, ending(hand)));
}

/** The clock of the claim goes on; its last minute is announced, once. */
export function tickLease(hand) {
  if (!byId('lease'))
    return;
  byId('lease').textContent = left(hand);
  if (byId('lease-ends').textContent !== ending(hand))
    byId('lease-ends').textContent = ending(hand);
}

const left = ({ secondsLeft }) => secondsLeft < WARNING ? say('seconds', Math.max(0, Math.ceil(secondsLeft))) : minutes(secondsLeft);

const ending = ({ opened, secondsLeft }) => opened && secondsLeft < WARNING ? say('lease-ends') : '';

// The desk: queue beside case. A case opens in place, since the unlocked keys live in this page only and nothing survives it.
import { get } from './api.js';
import { casePane } from './case.js';
import { byId, el, once } from './dom.js';
import { Hand } from './hand.js';
import { minutes } from './labels.js';
import { emptyList, listItems } from './list.js';
import { unlockPane } from './unlock.js';
import { watch } from './watch.js';

const DONE = { release: 'Released. Others may claim it now.', accept: 'Accepted.', reject: 'Rejected.' };
const pane = byId('pane');
const everything = byId('everything');
const chosen = () => location.hash.match(/^#case\/(.+)$/)?.[1] ?? null;

let keys = null;
const drafts = new Map();
let hand = new Hand(drafts);
let cases = [];
let next = null;

function say(message, isBad = true) {
  byId('notice').textContent = message;
  byId('notice').classList.toggle('bad', isBad);
  byId('notice').hidden = !message;
}

async function refresh(after = null) {
  const query = new URLSearchParams({ view: everything.checked ? 'all' : 'mine', status: 'open', ...(after ? { after } : {}) });
  const { ok, content } = await get(`queue?${query}`);
  if (!ok)
    return say('The queue could not be read. Try again.');
  cases = after ? [...cases, ...content.cases] : content.cases;
  next = content.next;
  const fresh = content.cases.find(one => one.id === hand.shown?.id);
  if (fresh)
    hand.notice(fresh);
  drawList();
}

function drawList() {
  const { shown } = hand;
  cases = cases.map(one => one.id === shown?.id ? shown : one).filter(one => one.status === 'open');
  byId('list').replaceChildren(...cases.length > 0 ? listItems(cases, chosen()) : [emptyList(everything.checked)]);
  byId('count').textContent = cases.length > 0 ? `${cases.length}${next ? '+' : ''} open` : '';
  byId('more').hidden = next === null;
}

function drawPane() {
  document.body.classList.toggle('reading', chosen() !== null);
  byId('lock').hidden = keys === null;
  if (keys === null)
    pane.replaceChildren(unlockPane(unlock));
  else if (hand.shown === null)
    pane.replaceChildren(el('p', { class: 'quiet middle' }, 'Choose a case. The most urgent stands first.'));
  else
    pane.replaceChildren(...casePane(hand.shown, hand.opened, hand.draft, { claim, answer, release: end('release'), accept: end('accept'), reject: end('reject') }));
}

function draw() {
  drawList();
  drawPane();
}

async function choose() {
  const id = chosen();
  const taken = hand = new Hand(drafts);
  say('');
  if (id !== null && keys !== null) {
    const message = await taken.take(id, keys);
    if (taken !== hand)
      return;
    say(message);
  }
  draw();
  if (id !== null)
    pane.focus();
}

async function claim() {
  const held = hand;
  const message = await held.claim(keys);
  if (held !== hand)
    return;
  say(message);
  draw();
  pane.focus();
}

const end = verb => async () => {
  const held = hand;
  const message = await held.end(verb, keys);
  if (held !== hand)
    return;
  say(message || DONE[verb], message !== '');
  draw();
  pane.focus();
};

async function answer() {
  const held = hand;
  const message = await held.answer(keys);
  if (held !== hand)
    return;
  say(message || 'Sent. The reporter reads it with the receipt.', message !== '');
  draw();
  (message ? byId('answer') : pane.querySelector('.reply:last-of-type'))?.focus();
}

function unlock(pairs) {
  keys = pairs;
  return choose();
}

function lock() {
  keys = null;
  hand.drop();
  drafts.clear();
  hand = new Hand(drafts);
  drawPane();
}

function tick() {
  if (hand.isOverdue) {
    say(hand.letGo());
    draw();
  } else if (byId('lease'))
    byId('lease').textContent = minutes(hand.secondsLeft);
}

watch(lock, tick);
addEventListener('pagehide', lock);
addEventListener('hashchange', choose);
document.addEventListener('visibilitychange', () => document.hidden ? null : refresh());
byId('lock').addEventListener('click', lock);
byId('refresh').addEventListener('click', once(() => refresh()));
byId('more').addEventListener('click', once(() => refresh(next)));
everything.addEventListener('change', () => refresh());

drawPane();
await refresh();

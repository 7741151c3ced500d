// The desk: queue beside case. A case opens in place, since the unlocked keys live in this page only and nothing survives it.
import { get } from './api.js';
import { casePane, tickLease } from './case.js';
import { byId, el, once } from './dom.js';
import { Hand } from './hand.js';
import { redraw } from './keep.js';
import { emptyList, listItems } from './list.js';
import { Memory } from './memory.js';
import { unlockPane } from './unlock.js';
import { watch } from './watch.js';

const pane = byId('pane');
const everything = byId('everything');
const chosen = () => location.hash.match(/^#case\/(.+)$/)?.[1] ?? null;

let keys = null;
const memory = new Memory();
let hand = new Hand(memory);
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
  drawList();
  await look();
}

/** Whether the case in hand has changed: words may have been added, the claim may be over, the report taken back. */
async function look() {
  const held = hand;
  const news = await held.look();
  if (held !== hand || news === null)
    return;
  if (news)
    say(news);
  draw();
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
    redraw(pane, casePane(hand, { act, draw }), hand.shown.id);
}

function draw() {
  drawList();
  drawPane();
}

async function choose() {
  const id = chosen();
  const taken = hand = new Hand(memory);
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

/** What the pane asks for: done with the keys, said, drawn anew. `work` gives a message if something went wrong; then `retry` has the cursor, else `focus`. */
async function act(work, { done = '', focus, retry } = {}) {
  const held = hand;
  const message = await work(keys);
  if (held !== hand)
    return;
  say(message || done, message !== '');
  draw();
  const next = message ? retry : focus;
  (next && pane.querySelector(next) || pane).focus();
}

function unlock(pairs) {
  keys = pairs;
  return choose();
}

function lock() {
  keys = null;
  hand.drop();
  memory.clear();
  hand = new Hand(memory);
  drawPane();
}

function tick() {
  if (hand.isOverdue) {
    say(hand.letGo());
    draw();
  } else
    tickLease(hand);
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

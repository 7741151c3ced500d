// The desk: queue beside case. Opened keys and words live in this module only, so a case opens in place and nothing survives the page.
import { get, post } from './api.js';
import { fromBase64 } from './bytes.js';
import { casePane } from './case.js';
import { byId, el, once } from './dom.js';
import { open } from './envelope.js';
import { minutes, refusals } from './labels.js';
import { emptyList, listItem } from './list.js';
import { unlockPane } from './unlock.js';

const IDLE = 10 * 60_000;
const TICK = 5_000;

let keys = null;
let cases = [];
let next = null;
let shown = null;
let opened = null;
let leaseEnds = 0;
let lastActive = Date.now();

const pane = byId('pane');
const everything = byId('everything');
const chosen = () => location.hash.match(/^#case\/(.+)$/)?.[1] ?? null;

function say(message, isBad = true) {
  byId('notice').textContent = message;
  byId('notice').classList.toggle('bad', isBad);
  byId('notice').hidden = !message;
}

async function refresh(after = null) {
  const query = new URLSearchParams({ everything: everything.checked, ...(after ? { after } : {}) });
  const { ok, content } = await get(`queue?${query}`);
  if (!ok)
    return say('The queue could not be read. Try again.');
  cases = after ? [...cases, ...content.cases] : content.cases;
  next = content.next;
  drawList();
}

function drawList() {
  byId('list').replaceChildren(...cases.length > 0 ? cases.map(one => listItem(one, one.id === chosen())) : [emptyList(everything.checked)]);
  byId('count').textContent = cases.length > 0 ? `${cases.length}${next ? '+' : ''} open` : '';
  byId('more').hidden = next === null;
}

function drawPane() {
  document.body.classList.toggle('reading', chosen() !== null);
  byId('lock').hidden = keys === null;
  if (keys === null)
    pane.replaceChildren(unlockPane(unlocked));
  else if (shown === null)
    pane.replaceChildren(el('p', { class: 'quiet middle' }, 'Choose a case. The most urgent stands first.'));
  else
    pane.replaceChildren(...casePane(shown, opened, { claim, release: act('release'), accept: act('accept'), reject: act('reject') }));
}

async function choose() {
  opened = null;
  shown = null;
  say('');
  if (chosen() !== null && keys !== null) {
    const { ok, content } = await get(`cases/${encodeURIComponent(chosen())}`);
    if (ok)
      hold(content);
    else
      say('This case is not there for you (any more).');
    if (shown?.held?.byMe)
      await read();
  }
  drawList();
  drawPane();
  if (chosen() !== null)
    pane.focus();
}

function hold(one) {
  shown = one;
  leaseEnds = one.held?.byMe ? Date.now() + one.held.secondsLeft * 1000 : 0;
  cases = cases.map(old => old.id === one.id ? one : old);
}

async function claim() {
  if (await change('claim'))
    await read();
  drawList();
  drawPane();
  pane.focus();
}

const act = verb => async () => {
  const { id } = shown;
  const isDone = await change(verb);
  opened = null;
  if (isDone)
    say({ release: 'Released. Others may claim it now.', accept: 'Accepted.', reject: 'Rejected.' }[verb], false);
  if (isDone && verb !== 'release')
    cases = cases.filter(one => one.id !== id);
  drawList();
  drawPane();
  pane.focus();
};

async function change(verb) {
  say('');
  const { ok, status, content } = await post(`cases/${encodeURIComponent(shown.id)}/${verb}`);
  if (ok) {
    hold(content);
    return true;
  }
  say(status === 409 ? refusals[content.refusal] : 'That did not work. Refresh the queue and try again.');
  const current = await get(`cases/${encodeURIComponent(shown.id)}`);
  if (current.ok)
    hold(current.content);
  return false;
}

async function read() {
  const { id } = shown;
  const { ok, content } = await post(`cases/${encodeURIComponent(id)}/open`);
  if (!ok)
    return say('The sealed text was not given out. Claim the case again.');
  try {
    const texts = await Promise.all(content.map(async one => ({
      ...await open({ report: id, id: one.id, direction: one.direction }, fromBase64(one.body), fromBase64(one.sealedKey), keys.box),
      direction: one.direction,
      day: one.day,
    })));
    if (keys !== null && shown?.id === id)
      opened = texts;
  } catch {
    say('This report does not open with your keys: it was damaged or tampered with. Tell the operator.');
  }
}

function unlocked(pairs) {
  keys = pairs;
  lastActive = Date.now();
  choose();
}

function lock() {
  keys = null;
  opened = null;
  shown = null;
  drawPane();
}

function tick() {
  if (keys !== null && Date.now() - lastActive > IDLE)
    return lock();
  const left = (leaseEnds - Date.now()) / 1000;
  if (opened !== null && left <= 0) {
    opened = null;
    hold({ ...shown, held: null });
    say(refusals['lease-over']);
    drawList();
    drawPane();
  } else if (byId('lease'))
    byId('lease').textContent = minutes(left);
}

for (const sign of ['pointerdown', 'keydown', 'scroll', 'touchstart'])
  addEventListener(sign, () => { lastActive = Date.now(); }, { passive: true, capture: true });
addEventListener('pagehide', lock);
addEventListener('hashchange', choose);
document.addEventListener('visibilitychange', () => document.hidden ? null : refresh());
setInterval(tick, TICK);
byId('lock').addEventListener('click', lock);
byId('refresh').addEventListener('click', once(() => refresh()));
byId('more').addEventListener('click', once(() => refresh(next)));
everything.addEventListener('change', () => refresh());
byId('sign-out').addEventListener('click', once(async () => {
  lock();
  await post('sign-out');
  location.replace('/console/enter');
}));

drawPane();
await refresh();

// Where words are asked for, they stay in this browser: it hides what could betray the person, and seals; what leaves is ciphertext. The pages remain
// the server's. It writes them around a mark (POST /seal), and the words are put into them here, as text and in memory only.
import { fromBase64, toBase64 } from './bytes.js';
import { seal } from './envelope.js';
import { anyNames, hideNames, keepNames, scrub } from './scrub.js';
import { work } from './work.js';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
/** What the server answers when a text was taken, when nobody can take it at present, and when it came in a way that is not taken. */
const [TAKEN, CLOSED, REFUSED] = [200, 409, 422];

const page = () => document.querySelector('form[data-seals]');
const box = () => page().querySelector('textarea');
const written = () => box()?.value ?? typed;

/** What was typed, as it was typed; and the same scrubbed and marked, once the server has written a page around it. */
let typed = '';
let told = '';
let offer = null;
let worked = null;

/** Takes over the page that is on the screen, if it is one of those. */
function begin() {
  const form = page();
  if (!form)
    return;
  for (const line of form.querySelectorAll('[data-sealed]'))
    line.textContent = line.dataset.sealed;
  const quote = form.querySelector('blockquote:empty');
  if (quote)
    quote.textContent = told;
  if (box()) {
    box().removeAttribute('name');
    box().value ||= typed;
  }
  prepare(form.dataset.offer ? JSON.parse(form.dataset.offer) : null);
}

/** The work is done while the person reads. */
function prepare(fresh) {
  if (fresh && fresh.envelope !== offer?.envelope)
    worked = work(fresh.envelope, fresh.bits);
  offer = fresh;
}

/** A page in the place of the one on the screen. Scripts in it do not run: this one goes on. */
function show(html) {
  const next = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(next.documentElement), document.documentElement);
  begin();
  scrollTo(0, 0);
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

function say(text) {
  const status = page().querySelector('[role=status]');
  status.textContent = text;
  status.scrollIntoView({ block: 'nearest' });
}

async function post(address, fields) {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), cache: 'no-store', credentials: 'omit' });
  return { status: answer.status, html: await answer.text() };
}

/** Whatever else is pressed: the server hears that there are words, whether they are the same as on the page before, and whether names are marked in them. */
async function go(button) {
  const now = written();
  const marked = scrub(now);
  if (marked.length > Number(page().dataset.most))
    return say(page().dataset.tooLong.replace('#', marked.length));
  const fields = { [button.name]: button.value, [marked === told ? 'told' : 'words']: anyNames(marked) ? 'names' : 'some' };
  const { status, html } = await post('/seal', fields);
  if (status !== TAKEN)
    return say(page().dataset.failed);
  [typed, told] = [now, marked];
  show(html);
}

async function send(button) {
  say(page().dataset.wait);
  const { status, html } = await post('/chat', { to: button.value, sealed: await sealed(button.dataset.send === 'names'), work: await worked });
  if (status === TAKEN)
    forget();
  if (status === TAKEN || status === CLOSED || status === REFUSED)
    show(html);
  else
    say(page().dataset.failed);
}

async function sealed(withNames) {
  const { report, envelope, direction, content, recipients } = offer;
  const keys = await Promise.all(recipients.map(one => crypto.subtle.importKey('raw', fromBase64(one.key), CURVE, true, [])));
  const text = withNames ? keepNames(told) : hideNames(told);
  const made = await seal({ report, id: envelope, direction }, { ...JSON.parse(content), text }, keys);
  return JSON.stringify({ body: toBase64(made.body), keys: recipients.map((one, at) => ({ id: one.id, key: toBase64(made.keys[at]) })) });
}

/** The words go when they were sent, and with the page. */
function forget() {
  typed = told = '';
  for (const place of page()?.querySelectorAll('textarea, blockquote') ?? [])
    place.value = place.textContent = '';
}

/** A page that asks for nothing, nor shows anything of the person's, is none of this script's. */
async function press(event) {
  if (event.target !== page() || scrub(written()).trim() === '')
    return;
  event.preventDefault();
  const button = event.submitter;
  const buttons = [...page().querySelectorAll('button')];
  if (buttons.some(one => one.disabled))
    return;
  buttons.forEach(one => one.disabled = true);
  try {
    await (button.dataset.send === undefined ? go(button) : send(button));
  } catch {
    say(page().dataset.failed);
  } finally {
    buttons.forEach(one => one.disabled = false);
  }
}

// Where a browser cannot seal (no secure connection, too old), nothing is touched: the page says that the server does it, and it does.
if (globalThis.isSecureContext && crypto.subtle) {
  document.addEventListener('submit', press);
  addEventListener('pagehide', forget);
  begin();
}

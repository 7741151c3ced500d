// What stands around every page: where one is, who one is, the way out, the language. The layout loads it beside the page's own script.
import { get, post } from './api.js';
import { byId, el, once } from './dom.js';
import { choose, fill, speaker, tongue, TONGUES } from './say.js';
import { shell } from './words-shell.js';

const say = speaker(shell);
const SHOWN_OF_HASH = 12;

function tongues() {
  byId('tongues').replaceChildren(...Object.entries(TONGUES).map(([code, name]) =>
    el('button', { type: 'button', lang: code, 'aria-pressed': String(code === tongue), click: () => {
      choose(code);
      location.reload();
    } }, name)));
}

function here() {
  for (const link of document.querySelectorAll('.bar nav a'))
    if (link.pathname === location.pathname.toLowerCase().replace(/\/$/, ''))
      link.setAttribute('aria-current', 'page');
}

/** How far the audit has come, for two people to compare. */
async function auditHead() {
  const { content } = await get('audit');
  if (content?.head)
    byId('head').textContent = say('head', content.head.seq, content.head.hash.slice(0, SHOWN_OF_HASH));
}

for (const part of document.querySelectorAll('.bar, .trial, .brand, .foot'))
  fill(say, part);
tongues();
if (byId('sign-out')) {
  byId('head').title = say('head-meaning');
  here();
  byId('sign-out').addEventListener('click', once(async () => {
    await post('sign-out');
    location.replace('/console/enter');
  }));
  await auditHead();
}

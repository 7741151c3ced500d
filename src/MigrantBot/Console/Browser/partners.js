// The page of the partners: who fetches publications by a key. A key is made and shown once; revoked, it opens nothing any more.
import { get } from './api.js';
import { choices, openDialog } from './dialog.js';
import { byId, el, once } from './dom.js';
import { postFresh, unused } from './fresh.js';
import { day } from './moment.js';
import { tell } from './notice.js';
import { fill, speaker } from './say.js';
import { shownOnce } from './secret.js';
import { partners } from './words-partners.js';

const say = speaker(partners);

/** What a call came to: nothing, or a sentence that says what to do. */
const reasonOf = answer =>
  unused(answer) ?? say('refusals')[answer.content?.refusal] ?? say(answer.status === 404 ? 'gone' : 'unanswered');

function wrong(message, field) {
  byId('wrong').textContent = message;
  byId('wrong').hidden = !message;
  byId('ngo').setAttribute('aria-invalid', String(field === byId('ngo')));
  field?.focus();
}

async function make(event) {
  const form = new FormData(event.target);
  const [ngo, scopes] = [form.get('ngo').trim(), form.getAll('scope')];
  tell('');
  wrong('');
  if (!ngo)
    return wrong(say('refusals').ngo, byId('ngo'));
  if (scopes.length === 0)
    return wrong(say('refusals').scopes, byId('scope-months'));
  const answer = await postFresh('team/ngo-keys', { ngo, scopes });
  if (!answer.ok)
    return wrong(reasonOf(answer), answer.content?.refusal === 'ngo' ? byId('ngo') : byId('make'));
  show(ngo, answer.content.key);
  return refresh();
}

/** In the place of the form, so that nobody makes the next one before this one is out of sight. */
function show(ngo, key) {
  byId('form').hidden = true;
  byId('result').replaceChildren(...shownOnce(say, { id: 'key', title: say('key-for', ngo), secret: key, means: say('key-means') }, () => {
    byId('result').replaceChildren();
    byId('form').reset();
    byId('form').hidden = false;
    tell(say('out-of-sight'), false);
  }));
  byId('key').focus();
}

const name = one => `mb_${one.prefix}`;

function row(one) {
  return el('li', { class: one.revokedOn ? 'revoked' : null },
    el('span', { class: 'who' }, el('bdi', {}, one.ngo), one.revokedOn && el('span', { class: 'badge low' }, say('revoked', day(one.revokedOn)))),
    el('span', { class: 'meta' },
      el('span', {}, el('code', {}, name(one))),
      el('span', {}, one.scopes.map(scope => say('scopes')[scope] ?? scope).join(', ')),
      el('span', {}, say('made', day(one.createdOn))),
      el('span', {}, one.usedOn ? say('used', day(one.usedOn)) : say('unused'))),
    !one.revokedOn && el('button', { class: 'small', 'aria-label': say('revoke-label', one.ngo, name(one)), click: () => ask(one) }, say('revoke')));
}

const ask = one => openDialog(
  say('revoke-title', one.ngo), el('p', {}, say('revoke-means', name(one))),
  choices(say, 'reject', say('revoke-yes'), async () => {
    const answer = await postFresh(`team/ngo-keys/${encodeURIComponent(one.prefix)}/revoke`);
    await refresh();
    tell(answer.ok ? say('revoke-done', one.ngo) : reasonOf(answer), !answer.ok);
  }));

async function refresh() {
  const { ok, content } = await get('team/ngo-keys');
  if (!ok)
    return tell(say('unanswered'));
  byId('keys').replaceChildren(...content.keys.map(row));
  byId('none').hidden = content.keys.length > 0;
  byId('keys').hidden = content.keys.length === 0;
}

document.title = say('document');
fill(say, document.querySelector('main'));
byId('form').addEventListener('submit', once(make));
await refresh();

// Settings: passkeys, the fingerprint of one's keys, the language, and the way out of everywhere.
import { get, post } from './api.js';
import { byId, el, once } from './dom.js';
import { postFresh, unused } from './fresh.js';
import { choose, fill, speaker, tongue, TONGUES } from './say.js';
import { hasPasskeys, make } from './webauthn.js';
import { settings } from './words-settings.js';

const say = speaker(settings);
let me = null;

function tell(message, isBad = true) {
  byId('notice').textContent = message;
  byId('notice').classList.toggle('bad', isBad);
  byId('notice').classList.toggle('good', !isBad);
  byId('notice').hidden = !message;
}

const reasonOf = answer => unused(answer) ?? say(answer.status === 0 ? 'no-answer' : 'refused');

async function add(event) {
  const { name } = event.target.elements;
  tell('');
  const asked = await postFresh('me/passkeys/options');
  if (!asked.ok)
    return tell(reasonOf(asked));
  const { credential, ...failed } = await make(asked.content);
  if (!credential)
    return tell(say(failed.trouble, failed.at));
  const answer = await post('me/passkeys', { credential, name: name.value });
  if (!answer.ok)
    return tell(reasonOf(answer));
  name.value = '';
  await draw();
  tell(say('added'), false);
}

const remove = id => async () => {
  tell('');
  const answer = await postFresh('me/passkeys/remove', { id });
  await draw();
  tell(answer.ok ? say('removed') : reasonOf(answer), !answer.ok);
  byId('passkeys').focus();
};

/** A button whose act is done only by a second press, on another one. */
function twice(label, question, yes, act, attributes = {}) {
  const holder = el('div', { class: 'twice' });
  const rest = () => holder.replaceChildren(el('button', { type: 'button', ...attributes, click: ask }, label));
  const ask = () => {
    holder.replaceChildren(
      el('p', {}, question),
      el('div', { class: 'row' },
        el('button', { type: 'button', class: 'reject', click: once(act) }, yes),
        el('button', { type: 'button', click: () => { rest(); holder.firstChild.focus(); } }, say('keep'))));
    holder.querySelector('.row button:last-child').focus();
  };
  rest();
  return holder;
}

function passkey({ id, name, createdOn, usedOn }, isOnly) {
  const called = name || say('unnamed');
  return el('li', {},
    el('p', {}, el('strong', {}, el('bdi', {}, called)), ' ', el('span', { class: 'quiet' }, say('made', createdOn, usedOn))),
    isOnly
      ? el('p', { class: 'quiet' }, say('only-one'))
      : twice(say('remove'), say('remove-sure', called), say('remove-yes'), remove(id), { class: 'small', 'aria-label': `${say('remove')}: ${called}` }));
}

async function draw() {
  const { ok, content } = await get('me');
  if (!ok)
    return tell(say('no-answer'));
  me = content;
  byId('list').replaceChildren(...me.passkeys.map(one => passkey(one, me.passkeys.length === 1)));
  byId('keys').hidden = me.fingerprint === null;
  byId('fingerprint').replaceChildren(...(me.fingerprint ?? '').split('-').map(group => el('span', {}, group)));
}

document.title = say('title');
fill(say, document.querySelector('main'));
byId('add').disabled = !hasPasskeys();
byId('new').addEventListener('submit', once(async event => {
  byId('add').textContent = say('adding');
  try {
    await add(event);
  } finally {
    byId('add').textContent = say('add');
  }
}));
byId('languages').replaceChildren(...Object.entries(TONGUES).map(([code, name]) => el('label', { lang: code },
  el('input', { type: 'radio', name: 'tongue', value: code, checked: code === tongue, change: () => {
    choose(code);
    location.reload();
  } }), ` ${name}`)));
byId('out').replaceChildren(twice(say('everywhere'), say('everywhere-sure'), say('everywhere-yes'), async () => {
  const { ok } = await post('sign-out-everywhere');
  return ok ? location.replace('/console/enter') : tell(say('no-answer'));
}, { id: 'everywhere' }));
await draw();

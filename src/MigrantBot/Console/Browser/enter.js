// The entrance. A one-time link is in the fragment of the address, which browsers do not send; it is shown to the server only by a call.
import { get, post } from './api.js';
import { byId, el, once } from './dom.js';
import { steps } from './enrol.js';
import { speaker } from './say.js';
import { hasPasskeys, signIn } from './webauthn.js';
import { entrance } from './words-entrance.js';

const say = speaker(entrance);
const stage = byId('stage');
let token = '';

const show = (...content) => {
  stage.replaceChildren(...content.filter(one => one instanceof Node));
  stage.querySelector('h1')?.focus();
};

const heading = text => el('h1', { tabindex: '-1' }, text);

const dead = () => show(
  heading(say('dead-title')),
  el('p', {}, say('dead-why')),
  el('p', {}, say('dead-ask'), ' ', el('code', {}, 'keys invite NAME'), '.'));

const unanswered = () => show(
  heading(say('unanswered-title')),
  el('p', {}, say('unanswered-still')),
  el('p', {}, el('button', { class: 'primary', click: once(look) }, say('try-again'))));

function door() {
  const wrong = el('p', { class: 'notice bad', role: 'alert', hidden: hasPasskeys() }, say('no-passkeys'));
  const button = el('button', { class: 'primary', id: 'sign-in', disabled: !hasPasskeys() }, say('sign-in'));
  show(
    heading(say('door-title')),
    el('p', {}, say('door-why')),
    el('form', { submit: once(async () => {
      wrong.hidden = true;
      button.textContent = say('signing-in');
      const failed = await signIn();
      if (failed === null)
        return location.replace('/console');
      button.textContent = say('sign-in');
      wrong.textContent = say(failed.trouble, failed.at);
      wrong.hidden = false;
    }) }, button),
    wrong,
    el('p', { class: 'quiet' }, say('door-limits')),
    el('p', { class: 'quiet' }, say('door-new'), ' ', el('code', {}, 'keys invite NAME'), '. ', say('door-first')));
}

async function begin() {
  token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (token)
    return look();
  const { content } = await get('session');
  return content?.isSignedIn ? location.replace('/console') : door();
}

async function look() {
  const { ok, status, content } = await post('links/look', { token });
  if (status === 404)
    return dead();
  return ok ? steps({ token, show, dead })(content) : unanswered();
}

document.title = say('title');
// A link pasted where the entrance is already open changes the fragment only.
addEventListener('hashchange', begin);
await begin();

// The entrance: a one-time link is in the fragment of the address, which browsers do not send; it is shown to the server only by a call.
import { get, post } from './api.js';
import { byId, el, once } from './dom.js';
import { canonical, enrol, freshPasscode } from './keys.js';
import { language, languageCodes } from './labels.js';

const stage = byId('stage');
let token = '';

const show = (...content) => {
  stage.replaceChildren(...content);
  stage.querySelector('h1')?.focus();
};

const heading = text => el('h1', { tabindex: '-1' }, text);

const deadLink = () => show(
  heading('This link no longer works'),
  el('p', {}, 'Each link works once and for a short time, and a newer one makes it void.'),
  el('p', {}, 'Ask the operator for a new one. They make it with ', el('code', {}, 'keys invite NAME'), '.'));

const unanswered = () => show(
  heading('The server did not answer'),
  el('p', {}, 'Your link is still good.'),
  el('p', {}, el('button', { class: 'primary', click: once(look) }, 'Try again')));

const noLink = () => show(
  heading('Come in with a link'),
  el('p', {}, 'Moderators come in by a one-time link. The operator makes one with ', el('code', {}, 'keys invite NAME'),
    '; on the very first start of the program it stands in the log.'));

function signIn({ handle }) {
  const failed = el('p', { class: 'notice bad', role: 'alert', hidden: true }, 'The server did not answer. Try again.');
  show(
    heading(`Sign in as ${handle}`),
    el('p', {}, 'You stay signed in for 30 idle minutes, and 8 hours at most. To read reports you then type your passcode.'),
    el('form', { submit: once(async () => {
      const answer = await post('links/sign-in', { token });
      if (answer.ok)
        location.replace('/console');
      else if (answer.status === 404)
        deadLink();
      else
        failed.hidden = false;
    }) }, el('button', { class: 'primary' }, 'Sign in')),
    failed);
}

function chooseLanguages({ handle }) {
  const missing = el('p', { class: 'notice bad', role: 'alert', hidden: true }, 'Choose at least one language that you read well.');
  show(
    heading(`Welcome, ${handle}`),
    el('p', {}, 'You will read reports that nobody else can: they are sealed to keys which this browser makes now. ',
      'The server keeps the keys wrapped and never sees your passcode.'),
    el('form', { submit: event => {
      event.preventDefault();
      const chosen = [...event.target.elements].filter(box => box.checked).map(box => box.value);
      missing.hidden = chosen.length > 0;
      if (chosen.length > 0)
        showPasscode(chosen);
    } },
    el('fieldset', {}, el('legend', {}, 'Reports in which languages can you read?'),
      el('div', { class: 'choices' }, ...languageCodes.map(code =>
        el('label', { lang: code }, el('input', { type: 'checkbox', value: code }), ` ${language(code)}`)))),
    missing,
    el('button', { class: 'primary' }, 'Make my keys')));
}

function showPasscode(languages) {
  const passcode = freshPasscode();
  const groups = passcode.split('-');
  const wrong = el('p', { class: 'notice bad', role: 'alert', hidden: true });
  const typed = el('input', {
    id: 'last-group', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '4', size: '6', required: true,
  });
  const button = el('button', { class: 'primary' }, 'I have written it down');
  show(
    heading('Your passcode'),
    el('p', {}, 'Write it on paper, now. ', el('strong', {}, 'It is shown this once'), ' and nobody can restore it: ',
      'without it your keys, and the reports sealed to them, stay closed.'),
    el('p', { class: 'passcode', id: 'passcode' }, ...groups.map(group => el('span', {}, group))),
    el('p', { class: 'quiet' }, 'No photo, no file, no message: a phone can be searched.'),
    el('form', { autocomplete: 'off', submit: once(async () => {
      if (canonical(typed.value) !== groups.at(-1)) {
        wrong.textContent = 'That is not the last group. Look at your paper again.';
        wrong.hidden = false;
        typed.select();
        return;
      }
      button.textContent = 'Making your keys…';
      const answer = await post('links/enrol', { token, languages, ...await enrol(passcode) });
      if (answer.ok)
        location.replace('/console');
      else if (answer.status === 404)
        deadLink();
      else {
        wrong.textContent = 'The server did not take the keys. Try again; your passcode stays the same.';
        wrong.hidden = false;
        button.textContent = 'Try again';
      }
    }) },
    el('label', { for: 'last-group' }, 'From your paper, type the last group'),
    el('div', { class: 'row' }, typed, button),
    wrong));
}

async function begin() {
  token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (!token) {
    const { content } = await get('session');
    return content?.isSignedIn ? location.replace('/console') : noLink();
  }
  return look();
}

async function look() {
  const { ok, status, content } = await post('links/look', { token });
  if (status === 404)
    return deadLink();
  if (!ok)
    return unanswered();
  return content.isToEnrol ? chooseLanguages(content) : signIn(content);
}

// A link pasted where the entrance is already open changes the fragment only.
addEventListener('hashchange', begin);
await begin();

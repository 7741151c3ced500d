// The steps of somebody new: languages, passcode on paper, and last the passkey, since it is good for minutes and paper takes its time.
import { post } from './api.js';
import { el, once } from './dom.js';
import { canonical, enrol, freshPasscode } from './keys.js';
import { language, languageCodes } from './labels.js';
import { speaker } from './say.js';
import { hasPasskeys, make, ownerOf } from './webauthn.js';
import { entrance } from './words-entrance.js';

const say = speaker(entrance);

const heading = text => el('h1', { tabindex: '-1' }, text);

const alert = () => el('p', { class: 'notice bad', role: 'alert', hidden: true });

function complain(where, message) {
  where.textContent = message;
  where.hidden = !message;
}

/** `show` fills the stage, `dead` says that the link no longer works. */
export function steps({ token, show, dead }) {
  function chooseLanguages({ handle }) {
    const missing = alert();
    show(
      heading(say('welcome', handle)),
      el('p', {}, say('welcome-why')),
      hasPasskeys() || el('p', { class: 'notice bad', role: 'alert' }, say('no-passkeys')),
      el('form', { submit: event => {
        event.preventDefault();
        const chosen = [...event.target.elements].filter(box => box.checked).map(box => box.value);
        complain(missing, chosen.length > 0 ? '' : say('no-language'));
        if (chosen.length > 0)
          showPasscode(chosen);
      } },
      el('fieldset', {}, el('legend', {}, say('languages')),
        el('div', { class: 'choices' }, ...languageCodes.map(code =>
          el('label', { lang: code }, el('input', { type: 'checkbox', value: code }), ` ${language(code)}`)))),
      missing,
      el('button', { class: 'primary', disabled: !hasPasskeys() }, say('make-keys'))));
  }

  function showPasscode(languages) {
    const passcode = freshPasscode();
    const groups = passcode.split('-');
    const wrong = alert();
    const typed = el('input', {
      id: 'last-group', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '4', size: '6', required: true,
    });
    show(
      heading(say('passcode-title')),
      el('p', {}, say('passcode-write'), el('strong', {}, say('passcode-once')), say('passcode-lost')),
      el('p', { class: 'passcode', id: 'passcode' }, ...groups.map(group => el('span', {}, group))),
      el('p', { class: 'quiet' }, say('passcode-paper')),
      el('form', { autocomplete: 'off', submit: event => {
        event.preventDefault();
        if (canonical(typed.value) === groups.at(-1))
          return makePasskey(say('passkey-title'), [say('passkey-why'), say('passkey-and-code')],
            async options => ({ keys: { languages, ...await enrol(ownerOf(options), passcode) } }), 'links/enrol', 'not-taken');
        complain(wrong, say('not-last-group'));
        typed.select();
      } },
      el('label', { for: 'last-group' }, say('last-group')),
      el('div', { class: 'row' }, typed, el('button', { class: 'primary' }, say('written-down'))),
      wrong));
  }

  function makePasskey(title, texts, extra, path, refused) {
    const wrong = alert();
    const button = el('button', { class: 'primary', id: 'make-passkey', disabled: !hasPasskeys() }, say('make-passkey'));
    const attempt = async () => {
      complain(wrong, '');
      const asked = await post('links/passkey-options', { token });
      if (!asked.ok)
        return asked.status === 404 ? dead() : complain(wrong, say('no-answer'));
      button.textContent = say('making-passkey');
      const { credential, trouble, at } = await make(asked.content);
      if (!credential)
        return complain(wrong, say(trouble === 'cancelled' ? 'cancelled-making' : trouble, at));
      button.textContent = say('making-keys');
      const answer = await post(path, { token, credential, ...await extra(asked.content) });
      if (answer.ok)
        location.replace('/console');
      else if (answer.status === 404)
        dead();
      else
        complain(wrong, say(answer.status === 0 ? 'no-answer' : refused));
    };
    show(
      heading(title),
      ...texts.map(text => el('p', {}, text)),
      hasPasskeys() || el('p', { class: 'notice bad', role: 'alert' }, say('no-passkeys')),
      el('form', { submit: once(async () => {
        try {
          await attempt();
        } finally {
          button.textContent = say('make-passkey');
        }
      }) }, button),
      wrong);
  }

  return ({ handle, role, isToEnrol }) => {
    if (!isToEnrol)
      makePasskey(say('return-title', handle), [say('return-why')], () => ({}), 'links/passkey', 'refused');
    else if (role === 'administrator')
      makePasskey(say('welcome', handle), [say('passkey-administrator'), say('passkey-why')], () => ({}), 'links/enrol', 'refused');
    else
      chooseLanguages({ handle });
  };
}

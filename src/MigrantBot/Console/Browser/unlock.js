// The locked pane: the passcode is typed, opens the keys, and is forgotten.
import { get } from './api.js';
import { fromBase64 } from './bytes.js';
import { el, once } from './dom.js';
import { canonical, unwrap } from './keys.js';
import { speaker } from './say.js';
import { unlocking } from './words-unlock.js';

const say = speaker(unlocking);

export function unlockPane(onUnlocked) {
  const wrong = el('p', { class: 'notice bad', role: 'alert', hidden: true });
  const typed = el('input', {
    id: 'typed-passcode', class: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false',
    placeholder: 'XXXX-XXXX-XXXX-XXXX', maxlength: '24', required: true,
  });
  const button = el('button', { class: 'primary' }, say('unlock'));
  const refuse = message => {
    wrong.textContent = message;
    wrong.hidden = false;
    typed.select();
  };
  const unlock = async () => {
    if (canonical(typed.value).length !== 16)
      return refuse(say('length'));
    button.textContent = say('unlocking');
    try {
      const { ok, content } = await get('keys');
      if (!ok)
        return refuse(say('no-answer'));
      const keys = await open(content, typed.value);
      if (keys === null)
        return refuse(say('wrong'));
      typed.value = '';
      return onUnlocked(keys);
    } finally {
      button.textContent = say('unlock');
    }
  };
  return el('div', { class: 'card locked' },
    el('h2', {}, say('locked')),
    el('p', {}, say('why')),
    el('form', { autocomplete: 'off', submit: once(unlock) },
      el('label', { for: 'typed-passcode' }, say('passcode')),
      el('div', { class: 'row' }, typed, button),
      wrong));
}

/** Null when the passcode is another. */
async function open(keys, passcode) {
  const wrapped = { ...keys, wrapped: fromBase64(keys.wrapped), salt: fromBase64(keys.salt) };
  try {
    return await unwrap(wrapped, passcode);
  } catch (failure) {
    if (failure.name === 'OperationError')
      return null;
    throw failure;
  }
}

// The locked pane: the passcode is typed, opens the keys, and is forgotten.
import { get } from './api.js';
import { fromBase64 } from './bytes.js';
import { el, once } from './dom.js';
import { canonical, unwrap } from './keys.js';

export function unlockPane(onUnlocked) {
  const wrong = el('p', { class: 'notice bad', role: 'alert', hidden: true });
  const typed = el('input', {
    id: 'typed-passcode', class: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false',
    placeholder: 'XXXX-XXXX-XXXX-XXXX', maxlength: '24', required: true,
  });
  const button = el('button', { class: 'primary' }, 'Unlock');
  const refuse = message => {
    wrong.textContent = message;
    wrong.hidden = false;
    typed.select();
  };
  const unlock = async () => {
    if (canonical(typed.value).length !== 16)
      return refuse('A passcode has 16 letters and digits.');
    button.textContent = 'Unlocking…';
    try {
      const { ok, content } = await get('keys');
      if (!ok)
        return refuse('The server did not answer. Try again.');
      const keys = await open(content, typed.value);
      if (keys === null)
        return refuse('The passcode does not open your keys. Look at your paper again.');
      typed.value = '';
      return onUnlocked(keys);
    } finally {
      button.textContent = 'Unlock';
    }
  };
  return el('div', { class: 'card locked' },
    el('h2', {}, 'Locked'),
    el('p', {}, 'Type the passcode from your paper. The keys stay in this page and are locked again after 10 idle minutes, or when you leave it.'),
    el('form', { autocomplete: 'off', submit: once(unlock) },
      el('label', { for: 'typed-passcode' }, 'Passcode'),
      el('div', { class: 'row' }, typed, button),
      wrong));
}

/** Null when the passcode is another. */
async function open(keys, passcode) {
  const wrapped = { ...keys, boxKey: fromBase64(keys.boxKey), wrapped: fromBase64(keys.wrapped), salt: fromBase64(keys.salt) };
  try {
    return await unwrap(wrapped, passcode);
  } catch (failure) {
    if (failure.name === 'OperationError')
      return null;
    throw failure;
  }
}

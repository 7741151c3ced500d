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
      const keys = await open(typed.value);
      typed.value = '';
      return keys ? onUnlocked(keys) : refuse('The passcode does not open your keys. Look at your paper again.');
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
async function open(passcode) {
  const { content } = await get('keys');
  const wrapped = { ...content, boxKey: fromBase64(content.boxKey), wrapped: fromBase64(content.wrapped), salt: fromBase64(content.salt) };
  try {
    return await unwrap(wrapped, passcode);
  } catch (failure) {
    if (failure.name === 'OperationError')
      return null;
    throw failure;
  }
}

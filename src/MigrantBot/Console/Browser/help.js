// The list of keys.
import { el } from './dom.js';
import { BUTTONS, isOn, PLACES, turn } from './keyboard.js';

/** Gives the function that opens it. */
export function helpDialog(say) {
  const dialog = el('dialog', { id: 'keys', 'aria-labelledby': 'keys-title' });
  const line = (keys, text) => [el('dt', {}, ...keys.map(key => el('kbd', {}, key))), el('dd', {}, text)];
  const on = el('input', { type: 'checkbox', id: 'keys-on', change: () => turn(on.checked) });
  dialog.append(el('div', { class: 'keys' },
    el('div', { class: 'keys-head' },
      el('h2', { id: 'keys-title' }, say('keys')),
      el('button', { class: 'small', id: 'keys-close', autofocus: true, click: () => dialog.close() }, say('close'))),
    el('dl', {},
      ...line(['j', 'k'], say('key-move')), ...line(['Enter'], say('key-open')), ...line(['Esc'], say('key-back')),
      ...Object.entries(BUTTONS).flatMap(([key, id]) => line([key], say(`key-${id}`))),
      ...Object.entries(PLACES).flatMap(([key, id]) => line(['g', key], say(`key-${id}`))),
      ...line(['?'], say('key-help'))),
    el('label', { class: 'switch' }, on, say('keys-on')),
    el('p', { class: 'quiet' }, say('keys-mean'))));
  document.body.append(dialog);
  return () => {
    on.checked = isOn();
    dialog.showModal();
  };
}

// A case can be worked without the mouse. A key presses the button that is there anyway, so it can do nothing that the button does not do.
import { byId } from './dom.js';

const KEPT = 'mb-keys';
const A_MOMENT = 3000;

/** Keys and the buttons that they press, in the order of the help. */
export const BUTTONS = {
  c: 'claim', r: 'release', b: 'show-words', e: 'answer', n: 'note', a: 'accept', x: 'reject', d: 'duplicate', w: 'wait', f: 'filter-language', l: 'lock',
};

/** After g. */
export const PLACES = { q: 'nav-queue', t: 'nav-team', a: 'nav-audit', s: 'nav-settings' };

const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Whoever speaks to the computer, or leans on the keyboard, can switch single keys off. */
export const isOn = () => localStorage.getItem(KEPT) !== 'off';
export const turn = on => localStorage.setItem(KEPT, on ? 'on' : 'off');

/** The letter of the key, also where another script is set: then its place on the keyboard counts. */
const letter = ({ key, code }) => /^[\x20-\x7e]$|^..+/.test(key) ? key : code.replace(/^Key/, '').toLowerCase();

/** `help()` opens the list of keys. */
export function obey(help) {
  let going = 0;
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector('dialog[open]'))
      return;
    const key = letter(event);
    const isTyping = event.target.closest?.('input, textarea, select');
    const act = key === 'Escape' ? back : isTyping || !isOn() ? null : chosen(key, Date.now() - going < A_MOMENT, help);
    going = key === 'g' && !isTyping ? Date.now() : 0;
    if (act && act(event) !== false)
      event.preventDefault();
  });
}

function chosen(key, isGoing, help) {
  if (key === '?')
    return help;
  if (isGoing && key in PLACES)
    return () => press(PLACES[key]);
  if (key in MOVES)
    return event => move(MOVES[key], key.startsWith('Arrow') && event.target);
  return key in BUTTONS ? () => press(BUTTONS[key]) : null;
}

/** False where there is no such button now. */
function press(id, button = byId(id)) {
  if (!button || button.disabled || button.closest('[inert]') || !button.checkVisibility())
    return false;
  if (button.matches('input, textarea, select'))
    button.focus();
  else
    button.click();
}

/** To the next row. Arrows scroll wherever the list has not the focus. */
function move(by, target) {
  const rows = [...byId('list').querySelectorAll('a'), byId('more')].filter(one => one.checkVisibility());
  if (rows.length === 0 || target && target !== document.body && !rows.includes(target))
    return false;
  const at = rows.findIndex(one => one === document.activeElement);
  const from = at >= 0 ? at : rows.findIndex(one => one.matches('[aria-current]'));
  rows[Math.min(rows.length - 1, Math.max(0, from + by))].focus();
}

/** Out of a field, out of the case, to the list. */
function back(event) {
  const { target } = event;
  if (target.closest?.('#pane') && target.matches('input, textarea, select'))
    byId('pane').focus();
  else if (target.closest?.('input, select'))
    target.blur();
  else if (byId('list').checkVisibility())
    (byId('list').querySelector('a[aria-current]') ?? byId('list').querySelector('a'))?.focus();
  else
    press(null, document.querySelector('.back'));
}

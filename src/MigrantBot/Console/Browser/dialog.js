// Questions before what cannot be undone. The page has a `dialog`.
import { byId, el, once } from './dom.js';

/** Shows the dialog; its first press is to lead back. */
export function openDialog(title, ...content) {
  const dialog = byId('dialog');
  dialog.replaceChildren(el('h2', { id: 'dialog-title' }, title), ...content.filter(Boolean));
  // A link is shown once, and not kept behind the page.
  dialog.addEventListener('close', () => dialog.replaceChildren(), { once: true });
  dialog.showModal();
  return dialog;
}

export const closeDialog = () => byId('dialog').close();

/** Back, or on: `act` when the dialog is shut. */
export const choices = (say, yes, label, act) => el('div', { class: 'row choices' },
  el('button', { type: 'button', click: closeDialog, autofocus: true }, say('back')),
  el('button', { type: 'button', class: yes, id: 'yes', click: once(async () => {
    closeDialog();
    await act();
  }) }, label));

// An administrator invites somebody; the link is shown once.
import { byId, el, once } from './dom.js';
import { postFresh } from './fresh.js';
import { moment } from './moment.js';
import { shownOnce } from './secret.js';

export function inviteCard(say, outcome, refresh) {
  const wrong = el('p', { class: 'notice bad', id: 'invite-wrong', role: 'alert', hidden: true });
  const result = el('div', { id: 'invite-result', class: 'given', 'aria-live': 'polite' });
  const choice = (role, isChosen) => el('label', { class: 'switch' },
    el('input', { type: 'radio', name: 'role', value: role, checked: isChosen }), el('span', {}, say(`as-${role}`)));
  const make = once(async event => {
    const form = new FormData(event.target);
    const handle = form.get('handle').trim();
    const answer = await postFresh('team/invitations', { handle, role: form.get('role') });
    wrong.textContent = outcome(answer);
    wrong.hidden = answer.ok;
    byId('invite-name').setAttribute('aria-invalid', String(!answer.ok));
    result.replaceChildren(...!answer.ok ? []
      : answer.content.link === null ? [el('p', { class: 'notice good' }, say('role-asked'))]
      : linkShown(say, handle, answer.content, () => result.replaceChildren()));
    if (!answer.ok)
      return byId('invite-name').focus();
    event.target.reset();
    return refresh();
  });
  return [
    el('h2', { id: 'invite-title' }, say('invite')),
    el('form', { submit: make },
      el('div', { class: 'field' },
        el('label', { for: 'invite-name' }, say('name')),
        el('input', { id: 'invite-name', name: 'handle', maxlength: 32, required: true, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'name-help invite-wrong' }),
        el('p', { class: 'quiet', id: 'name-help' }, say('name-help'))),
      el('fieldset', {}, el('legend', {}, say('role')), choice('moderator', true), choice('administrator', false)),
      wrong,
      el('button', { class: 'primary', id: 'make-link' }, say('make-link'))),
    result,
  ];
}

/** A link is a secret. */
export const linkShown = (say, handle, { link, expires }, done) =>
  shownOnce(say, { id: 'link', title: say('link-for', handle), secret: link, means: say('link-what', moment(expires)) }, done);

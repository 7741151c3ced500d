// What changes who gets in is done only by who has shown a passkey a moment ago: a cookie that was stolen is not enough.
import { get, post } from './api.js';
import { byId, el } from './dom.js';
import { speaker } from './say.js';
import { signIn } from './webauthn.js';
import { fresh } from './words-fresh.js';

const say = speaker(fresh);

/** Who sat here when the page was loaded. */
const sitting = get('me').then(({ content }) => content?.id);

/**
 * As `post`; whoever has signed in too long ago shows the passkey now, and the call is made again: what was typed stays where it is. Gives
 * `{ trouble, at }` where the passkey was not used; `unused` has the words.
 */
export async function postFresh(path, content) {
  const answer = await post(path, content);
  if (answer.content?.refusal !== 'sign-in-again')
    return answer;
  const failed = await explained(signIn);
  if (failed)
    return { ok: false, ...failed };
  const [person, now] = [await sitting, await get('me')];
  if (now.ok && now.content.id === person)
    return post(path, content);
  if (!now.ok)
    return { ok: false, trouble: 'no-answer' };
  // Somebody else sits here now: the page becomes theirs, and what the first one was about is not done in their name.
  location.reload();
  return new Promise(() => {});
}

/** What to say where the passkey was not used, and so nothing was done; null for any other answer. */
export const unused = ({ trouble, at }) => trouble ? say(trouble, at) : null;

/** While the device asks, a line says why, where one looks: in the dialog, under the form that was sent, else above the page. */
async function explained(act) {
  const line = el('p', { class: 'notice', id: 'show-again', role: 'alert' }, say('asking'));
  const form = document.querySelector('form:has(button:disabled)');
  const heading = document.querySelector('dialog[open] h2');
  if (form && !heading)
    form.append(line);
  else
    (heading ?? byId('notice')).after(line);
  try {
    return await act();
  } finally {
    line.remove();
  }
}

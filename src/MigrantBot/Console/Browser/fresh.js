// Some things may be done only by who has signed in a moment ago: a cookie that was stolen is not enough.
import { get, post } from './api.js';
import { signIn } from './webauthn.js';

/** As `post`; whoever has signed in too long ago does so now, and the call is made again. Gives `{ trouble, at }` where the passkey was not used. */
export async function postFresh(path, content, person) {
  const answer = await post(path, content);
  if (answer.content?.refusal !== 'sign-in-again')
    return answer;
  const failed = await signIn();
  if (failed)
    return { ok: false, ...failed };
  const now = await get('me');
  if (now.content?.id === person)
    return post(path, content);
  // Somebody else sits here now: the page becomes theirs, and what the first one was about is not done in their name.
  location.reload();
  return new Promise(() => {});
}

// An answer to the reporter. It is sealed and signed in this page; nobody on its way can read it or write another in its place.
import { post } from './api.js';
import { random, toHex } from './bytes.js';
import { REPLY } from './reading.js';
import { isRefused, trouble } from './refusals.js';
import { content, deliver, pathOf } from './sealed.js';
import { say } from './words-case.js';

/**
 * Sends the words of the draft to the reporter and to all who hold the case. Gives a message if something went wrong. The answer keeps its id until the
 * words change: the first press may have arrived, and only the server's word for it was lost on the way.
 */
export async function send(report, fence, draft, keys) {
  draft.id ??= toHex(random(16));
  const place = { report, id: draft.id, direction: REPLY };
  const answer = await deliver(place, content(draft.text), 'recipients', keys, made => post(`${pathOf(report)}/replies`, { fence, ...made }));
  return answer.ok || isRefused(answer, 'already-sent') ? '' : trouble(answer, say('not-taken'));
}

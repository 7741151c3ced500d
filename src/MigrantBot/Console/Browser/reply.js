// An answer to the reporter. It is sealed and signed in this page; nobody on its way can read it or write another in its place.
import { get, post } from './api.js';
import { fromBase64, random, toBase64, toHex, utf8 } from './bytes.js';
import { plain } from './dom.js';
import { seal } from './envelope.js';
import { refusals } from './labels.js';
import { REPLY } from './reading.js';
import { sign } from './signature.js';

export const MOST = 2000;
/** Two steps of 2 KiB, less the mark of the padding: letters of three bytes fill them sooner than others. */
const MOST_BYTES = 4095;
const BOX = { name: 'ECDH', namedCurve: 'P-256' };

/** What is being written: `id` is the answer's own once it was sent, and stays its own until the words change. */
export const freshDraft = () => ({ text: '', id: null, trouble: '' });

const content = text => ({ v: 1, text: plain(text).trim().toWellFormed() });

/** How many characters are too many; 0 when the text fits. */
export function excess(text) {
  const letter = content(text);
  return Math.max(0, letter.text.length - MOST, Math.ceil((utf8(JSON.stringify(letter)).length - MOST_BYTES) / 3));
}

/**
 * Sends the draft to the reporter and to all who hold the case. Gives a message if something went wrong. When a holder was removed in this very
 * moment, it is sealed once more for those who remain.
 */
export async function send(report, draft, keys) {
  draft.id ??= toHex(random(16));
  return await attempt(report, draft, keys) ?? await attempt(report, draft, keys) ?? refusals['keys-out-of-date'];
}

/** Empty when the answer is there, null when it is to be sealed once more. */
async function attempt(report, { id, text }, keys) {
  const path = `cases/${encodeURIComponent(report)}`;
  const recipients = await get(`${path}/recipients`);
  if (!recipients.ok)
    return trouble(recipients);
  const shown = await get(path);
  const letter = await sealed({ report, id, direction: REPLY }, content(text), recipients.content, keys);
  const answer = await post(`${path}/replies`, { fence: shown.content?.held?.fence ?? 0, ...letter });
  return answer.ok ? '' : trouble(answer);
}

async function sealed(place, letter, recipients, keys) {
  const publicKeys = await Promise.all(recipients.map(one => crypto.subtle.importKey('raw', fromBase64(one.key), BOX, true, [])));
  const { body, keys: sealedKeys } = await seal(place, letter, publicKeys);
  return {
    id: place.id,
    body: toBase64(body),
    signature: toBase64(await sign(place, body, keys.sign)),
    keys: recipients.map(({ id }, at) => ({ recipientId: id, sealedKey: toBase64(sealedKeys[at]) })),
  };
}

function trouble({ status, content: answer }) {
  if (status === 409 && answer.refusal === 'keys-out-of-date')
    return null;
  // The first press did arrive, and only its answer was lost on the way.
  if (status === 409 && answer.refusal === 'already-sent')
    return '';
  return status === 409 ? refusals[answer.refusal] : 'The server did not take the answer. Your words are still here: try again.';
}

// What a moderator writes leaves this page sealed to those whom the server names, and signed by its author (docs/formats.md).
import { get } from './api.js';
import { fromBase64, toBase64, utf8 } from './bytes.js';
import { plain } from './dom.js';
import { seal } from './envelope.js';
import { sign } from './signature.js';

export const MOST = 2000;
/** Two steps of 2 KiB, less the mark of the padding: letters of three bytes fill them sooner than others. */
const MOST_BYTES = 4095;
const BOX = { name: 'ECDH', namedCurve: 'P-256' };

export const pathOf = id => `cases/${encodeURIComponent(id)}`;

/** Words as they are sealed: without marks that turn text backwards, and without halves of letters. */
export const content = text => ({ v: 1, text: plain(text).trim().toWellFormed() });

/** How many characters are too many; 0 when the text fits. */
export function excess(text) {
  const letter = content(text);
  return Math.max(0, letter.text.length - MOST, Math.ceil((utf8(JSON.stringify(letter)).length - MOST_BYTES) / 3));
}

/**
 * Seals for those whom the server names at `readers` and hands it to `take`, which posts it; gives the server's answer. When a holder was removed in
 * this very moment, it is sealed once more for those who remain.
 */
export async function deliver(place, words, readers, keys, take) {
  const attempt = async () => {
    const named = await get(`${pathOf(place.report)}/${readers}`);
    return named.ok ? take(await made(place, words, named.content, keys)) : named;
  };
  const answer = await attempt();
  return answer.content?.refusal === 'keys-out-of-date' ? attempt() : answer;
}

async function made(place, words, readers, keys) {
  const publicKeys = await Promise.all(readers.map(one => crypto.subtle.importKey('raw', fromBase64(one.key), BOX, true, [])));
  const { body, keys: sealedKeys } = await seal(place, words, publicKeys);
  return {
    id: place.id,
    body: toBase64(body),
    signature: toBase64(await sign(place, body, keys.sign)),
    keys: readers.map(({ id }, at) => ({ recipientId: id, sealedKey: toBase64(sealedKeys[at]) })),
  };
}

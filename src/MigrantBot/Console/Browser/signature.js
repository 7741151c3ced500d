// Sealing does not say who wrote: an answer, a note or a draft is signed by its author (docs/formats.md). Anybody else could tell a victim where to come.
import { concat, utf8 } from './bytes.js';
import { binding } from './envelope.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const HOW = { name: 'ECDSA', hash: 'SHA-256' };

/** By direction; nothing else is signed. */
const PREFIXES = { 2: 'mb1|reply|', 3: 'mb1|note|', 4: 'mb1|draft|' };

async function message(place, body) {
  if (!(place.direction in PREFIXES))
    throw new Error('Only answers, notes and drafts are signed.');
  return concat(utf8(PREFIXES[place.direction]), await crypto.subtle.digest('SHA-256', concat(binding(place), body)));
}

/** 64 bytes that only the holder of this private key can make, for this body at this place. */
export const sign = async (place, body, key) => crypto.subtle.sign(HOW, key, await message(place, body));

/** False also where key or signature are no such things at all. */
export async function holds(place, body, signature, signKey) {
  try {
    const key = await crypto.subtle.importKey('raw', signKey, CURVE, false, ['verify']);
    return await crypto.subtle.verify(HOW, key, signature, await message(place, body));
  } catch {
    return false;
  }
}

// Opens what was told, answered and noted in a case. Each text stands for itself: a planted one does not hide the others.
import { fromBase64 } from './bytes.js';
import { asTold } from './codes.js';
import { open } from './envelope.js';
import { holds } from './signature.js';

export const REPORT = 0;
export const ADDITION = 1;
export const REPLY = 2;
export const NOTE = 3;
export const DRAFT = 4;

/** The texts in the order of days, those of a day in the order of their numbers. `wrong` says why one cannot be shown: its seal or its signature. */
export async function read(report, envelopes, box) {
  const texts = await Promise.all(envelopes.map(one => readOne(report, one, box)));
  return texts.sort((one, other) => one.day.localeCompare(other.day) || one.direction - other.direction);
}

async function readOne(report, { id, direction, day, author, act, ...kept }, box) {
  const place = { report, id, direction };
  const body = fromBase64(kept.body);
  const about = { id, direction, day, author, act };
  if ((direction === REPLY || direction === NOTE) && !await holds(place, body, fromBase64(kept.signature ?? ''), fromBase64(kept.signKey ?? '')))
    return { ...about, wrong: 'signature' };
  try {
    return { ...about, ...written(await open(place, body, fromBase64(kept.sealedKey), box)) };
  } catch {
    return { ...about, wrong: 'seal' };
  }
}

// Anybody can seal to a moderator's key, and not only what our pages seal.
function written({ text, language, facets = null }) {
  if (typeof text !== 'string')
    throw new Error('This envelope holds no text.');
  return { text, language: typeof language === 'string' ? language : null, facets: asTold(facets) };
}

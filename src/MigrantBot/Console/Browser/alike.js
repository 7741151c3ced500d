// Whether two cases speak of the same in the same words. After sealing only a moderator's browser can compare them, and only those that were opened in it.
const RUN = 4;
/** Shorter texts are alike by chance. */
const LEAST = 24;

/** The runs of letters that a text is made of, as numbers: enough to compare, nothing to read. Null where there is too little. */
export function print(text) {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')];
  if (letters.length < LEAST)
    return null;
  return new Set(letters.slice(RUN - 1).map((_, at) => hash(letters.slice(at, at + RUN).join(''))));
}

/** Of all runs that either has, how many percent both have; null where one of them has too few words. */
export function likeness(one, other) {
  if (!one || !other)
    return null;
  const shared = one.intersection(other).size;
  return Math.round(100 * shared / (one.size + other.size - shared));
}

// FNV-1a.
function hash(run) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < run.length; at++)
    sum = Math.imul(sum ^ run.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/**
 * Cases that may be the same as this one: those that the server names for their place, kind and day, and those that were looked at in this page. The most
 * alike first; `likeness` where both were read here.
 */
export function candidates(id, named, seen) {
  const mine = seen.get(id)?.print;
  const known = new Set([id, ...named.map(one => one.id)]);
  const others = [...seen.values()].filter(one => !known.has(one.id)).map(one => ({ ...one, same: [] }));
  return [...named, ...others]
    .map(({ print: _, ...one }) => ({ ...one, likeness: likeness(mine, seen.get(one.id)?.print) }))
    .sort((one, other) => (other.likeness ?? -1) - (one.likeness ?? -1));
}

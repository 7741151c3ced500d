// The work that a sealed text costs (docs/formats.md): a number for which the hash of "ID.NUMBER" begins with so many zero bits.
import { sha256 } from './sha256.js';

/** How long the page stands still at most, in milliseconds: a finger does not notice it. */
const STEP = 8;

const pause = () => new Promise(go => setTimeout(go));

export const isEnough = (id, number, bits) => Math.clz32(sha256(`${id}.${number}`)[0]) >= bits;

/** The number, found in small steps between which the page stays alive. At most 32 bits. */
export async function work(id, bits) {
  for (let number = 0, until = performance.now() + STEP; ; number++) {
    if (isEnough(id, number, bits))
      return number;
    if ((number & 63) === 0 && performance.now() > until) {
      await pause();
      until = performance.now() + STEP;
    }
  }
}

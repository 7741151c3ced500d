// The scrubber of the server, in the reporter's browser: the same output for every text, which a test in Chromium demands.
import { maskContacts } from './scrub-contacts.js';
import { maskOwnNames, markNames } from './scrub-names.js';
import { maskDwellings, maskNumbers, maskPapers, maskReceipts } from './scrub-numbers.js';
import { rules } from './scrub-rules.js';
import { maskScattered, maskSpelt } from './scrub-spelt.js';
import { plainLetters } from './scrub-plain.js';
import { all, tokensIn } from './scrub-text.js';

const { Opens, Closes, Mask, Marked } = rules.Names;

/** Contacts, numbers and the own name masked, likely names of others between marks. Scrubbing again changes nothing. */
export function scrub(text) {
  let scrubbed = plainLetters(text);
  for (let masked = mask(scrubbed); masked !== scrubbed; masked = mask(scrubbed)) scrubbed = masked;
  return markNames(scrubbed, tokensIn(scrubbed));
}

/** Each marked name masked. */
export const hideNames = text => keepNames(text.replace(all(Marked), Mask));

/** The names without their marks. */
export const keepNames = text => text.replaceAll(Opens, '').replaceAll(Closes, '');

export const anyNames = text => all(Marked).test(text);

function mask(text) {
  let bare = maskContacts(maskReceipts(text));
  bare = maskSpelt(bare, tokensIn(bare));
  bare = maskNumbers(maskPapers(maskDwellings(bare)));
  bare = maskScattered(bare, tokensIn(bare));
  return maskOwnNames(bare, tokensIn(bare));
}

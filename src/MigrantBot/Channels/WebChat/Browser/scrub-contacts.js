// Links, addresses, names of accounts.
import { rules } from './scrub-rules.js';
import { apart, asLatin, lowered, matches, replaced, spansOf } from './scrub-text.js';

const { ContactMask } = rules.Scrubber;
const { Sight, Odd, Latin, Near, RightBefore } = rules.Handles;

export function maskContacts(text) {
  const masked = replaced(text, spansOf(rules.Contacts.Any, lowered(asLatin(text))), ContactMask);
  const lower = lowered(masked);
  const before = at => lower.slice(Math.max(0, at - Sight), at);
  const handles = [
    ...spansOf(Odd, lower).filter(([start]) => matches(Near, before(start))),
    ...spansOf(Latin, lower).filter(([start]) => matches(RightBefore, before(start))),
  ];
  return replaced(masked, apart(handles), ContactMask);
}

// Internal notes: what moderators tell each other about a case, and the reasons of corrections. Sealed to those who hold the case, never to the reporter.
import { post } from './api.js';
import { random, toHex } from './bytes.js';
import { NOTE } from './reading.js';
import { isRefused, trouble } from './refusals.js';
import { content, deliver, pathOf } from './sealed.js';
import { say } from './words-case.js';

/** Writes the draft's note down. Gives a message if something went wrong; a second press writes nothing twice, as with an answer. */
export async function write(report, fence, draft, keys) {
  draft.noteId ??= toHex(random(16));
  const answer = await explained(report, draft.noteId, draft.note, keys, note => post(`${pathOf(report)}/notes`, { fence, act: 'note', ...note }));
  return answer.ok || isRefused(answer, 'already-sent') ? '' : trouble(answer, say('note-not-taken'));
}

/** A change that needs its reason: `take` posts it together with the sealed note, so that neither is there without the other. */
export const explain = (report, reason, keys, take) => explained(report, toHex(random(16)), reason, keys, take);

const explained = (report, id, text, keys, take) => deliver({ report, id, direction: NOTE }, content(text), 'readers', keys, take);

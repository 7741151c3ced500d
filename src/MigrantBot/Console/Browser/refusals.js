// The reasons for which the server refuses, in words that say what to do.
import { speaker } from './say.js';
import book from './words-refusals.js';

const word = speaker(book);

/** A refusal by its name; the text for one that this page does not know yet. */
export const refusal = (name, otherwise) => word(name) ?? otherwise;

export const isRefused = (answer, name) => answer.content?.refusal === name;

/** What to say of an answer that is none. */
export const trouble = ({ content }, otherwise) => refusal(content?.refusal, otherwise);

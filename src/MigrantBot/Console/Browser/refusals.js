// What to say where the server refuses.
import { refusals } from './labels.js';

/** A refusal by its name; the other text for one that this page does not know yet. */
export const refusal = (name, otherwise) => refusals[name] ?? otherwise;

export const isRefused = (answer, name) => answer.content?.refusal === name;

/** What to say of an answer that is none. */
export const trouble = ({ content }, otherwise) => refusal(content?.refusal, otherwise);

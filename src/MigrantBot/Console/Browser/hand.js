// The case in hand: as the server shows it, and its words while the moderator holds it. They live here and nowhere else.
import { get, post } from './api.js';
import { refusals } from './labels.js';
import { read, REPORT } from './reading.js';
import { freshDraft, send } from './reply.js';

const BROKEN = 'This report does not open with your keys: it was damaged or tampered with. Tell the operator.';

const pathOf = id => `cases/${encodeURIComponent(id)}`;

export class Hand {
  shown = null;
  opened = null;
  #leaseEnds = 0;
  #drafts;

  /** `drafts`: answers not yet sent, by the case; they outlive the hand, so that a moderator may look at another case meanwhile. */
  constructor(drafts) {
    this.#drafts = drafts;
  }

  get draft() {
    const { id } = this.shown;
    return this.#drafts.get(id) ?? this.#drafts.set(id, freshDraft()).get(id);
  }

  drop() {
    this.shown = null;
    this.opened = null;
  }

  /** Takes up a case, with its words if it is already the moderator's own. Gives a message if something went wrong, as all below. */
  async take(id, keys) {
    this.drop();
    const { ok, content } = await get(pathOf(id));
    if (!ok)
      return 'This case is not there for you (any more).';
    this.#show(content);
    return content.held?.byMe ? this.#read(keys) : '';
  }

  async claim(keys) {
    return await this.#change('claim') || this.#read(keys);
  }

  /** Release, accept or reject: the words go. Where the case is still held, words may have been added; all is read anew. */
  async end(verb, keys) {
    const message = await this.#change(verb);
    this.opened = null;
    if (message && this.shown?.held?.byMe)
      return await this.#read(keys) || message;
    if (this.shown?.status !== 'open')
      this.#drafts.delete(this.shown?.id);
    return message;
  }

  /** Sends the answer; then all is read anew, so that what is shown is what was stored. */
  async answer(keys) {
    const { shown: { id }, draft } = this;
    draft.trouble = await send(id, draft, keys);
    if (this.shown?.id !== id)
      return '';
    if (draft.trouble === '') {
      this.#drafts.delete(id);
      return this.#read(keys);
    }
    await this.#look(pathOf(id));
    if (!this.shown.held?.byMe)
      this.opened = null;
    return draft.trouble;
  }

  /** What the queue has learnt since: words may have been added. */
  notice({ isUnread, goesUnreadAfter }) {
    this.shown = { ...this.shown, isUnread, goesUnreadAfter };
  }

  get secondsLeft() {
    return (this.#leaseEnds - Date.now()) / 1000;
  }

  get isOverdue() {
    return this.opened !== null && this.secondsLeft <= 0;
  }

  letGo() {
    this.opened = null;
    this.#show({ ...this.shown, held: null });
    return refusals['lease-over'];
  }

  #show(one) {
    this.shown = one;
    this.#leaseEnds = one.held?.byMe ? Date.now() + one.held.secondsLeft * 1000 : 0;
  }

  async #change(verb) {
    const path = pathOf(this.shown.id);
    const { ok, status, content } = await post(`${path}/${verb}`, { version: this.shown.version, fence: this.shown.held?.fence ?? 0 });
    if (ok) {
      this.#show(content);
      return '';
    }
    await this.#look(path);
    return status === 409 ? refusals[content.refusal] : 'That did not work. Refresh the queue and try again.';
  }

  async #look(path) {
    const { ok, content } = await get(path);
    if (ok)
      this.#show(content);
  }

  async #read({ box }) {
    const { id } = this.shown;
    const { ok, content } = await post(`${pathOf(id)}/open`);
    if (!ok)
      return 'The sealed text was not given out. Claim the case again.';
    const texts = await read(id, content, box);
    if (texts.some(one => one.direction === REPORT && one.wrong))
      return BROKEN;
    // Meanwhile the page may have been locked, or another case taken up.
    if (this.shown?.id === id) {
      this.opened = texts;
      this.shown = { ...this.shown, isUnread: false, goesUnreadAfter: null };
    }
    return '';
  }
}

// The case in hand: as the server shows it, and its words while the moderator holds it. They live here and nowhere else.
import { get, post } from './api.js';
import { fromBase64 } from './bytes.js';
import { open } from './envelope.js';
import { refusals } from './labels.js';

const BROKEN = 'This report does not open with your keys: it was damaged or tampered with. Tell the operator.';

export class Hand {
  shown = null;
  opened = null;
  #leaseEnds = 0;

  drop() {
    this.shown = null;
    this.opened = null;
  }

  /** Takes up a case, with its words if it is already the moderator's own. Gives a message if something went wrong, as all below. */
  async take(id, keys) {
    this.drop();
    const { ok, content } = await get(`cases/${encodeURIComponent(id)}`);
    if (!ok)
      return 'This case is not there for you (any more).';
    this.#show(content);
    return content.held?.byMe ? this.#read(keys) : '';
  }

  async claim(keys) {
    return await this.#change('claim') || this.#read(keys);
  }

  /** Release, accept or reject: the words go either way. */
  async end(verb) {
    const message = await this.#change(verb);
    this.opened = null;
    return message;
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
    const path = `cases/${encodeURIComponent(this.shown.id)}`;
    const { ok, status, content } = await post(`${path}/${verb}`);
    if (ok) {
      this.#show(content);
      return '';
    }
    const current = await get(path);
    if (current.ok)
      this.#show(current.content);
    return status === 409 ? refusals[content.refusal] : 'That did not work. Refresh the queue and try again.';
  }

  async #read({ box }) {
    const { id } = this.shown;
    const { ok, content } = await post(`cases/${encodeURIComponent(id)}/open`);
    if (!ok)
      return 'The sealed text was not given out. Claim the case again.';
    try {
      const texts = await Promise.all(content.map(async one => ({
        ...await open({ report: id, id: one.id, direction: one.direction }, fromBase64(one.body), fromBase64(one.sealedKey), box),
        direction: one.direction,
        day: one.day,
      })));
      // Meanwhile the page may have been locked, or another case taken up.
      if (this.shown?.id === id)
        this.opened = texts;
      return '';
    } catch {
      return BROKEN;
    }
  }
}

// What this page remembers while it is unlocked: what is being written, and what the opened cases are like. The lock takes it all.
import { Draft } from './drafts.js';

export class Memory {
  /** Cases that were looked at here, by their number: when each came, why it is urgent, and the print of its words where they were opened. */
  seen = new Map();
  #drafts = new Map();

  constructor() {
    addEventListener('pagehide', () => this.#each(draft => draft.leave()));
    document.addEventListener('visibilitychange', () => document.hidden && this.#each(draft => draft.save()));
  }

  draft(report) {
    return this.#drafts.get(report) ?? this.#drafts.set(report, new Draft(report)).get(report);
  }

  see({ id, receivedOn, urgencyReason }, print = this.seen.get(id)?.print) {
    this.seen.set(id, { id, receivedOn, urgencyReason, print });
  }

  /** The case is gone, and what was written about it with it. */
  forget(report) {
    this.#drafts.get(report)?.drop();
    this.#drafts.delete(report);
    this.seen.delete(report);
  }

  /** What is not saved yet is on its way, sealed, when this returns. */
  clear() {
    this.#each(draft => draft.lock());
    this.#drafts.clear();
    this.seen.clear();
  }

  #each(act) {
    for (const draft of this.#drafts.values())
      act(draft);
  }
}

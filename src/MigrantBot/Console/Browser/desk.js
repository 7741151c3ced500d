// The moderator's hand on one case: the keys, the case that is chosen, and the pane that shows it. The unlocked keys live in this page only.
import { casePane, tickLease } from './case.js';
import { byId, el } from './dom.js';
import { Hand } from './hand.js';
import { redraw } from './keep.js';
import { Memory } from './memory.js';
import { unlockPane } from './unlock.js';

export class Desk {
  #keys = null;
  #memory = new Memory();
  #hand = new Hand(this.#memory);
  #isTaking = false;
  #told;

  /**
   * `told`: chosen() gives the id of the case that the address names; placeholder is said where there is none; say(message, isBad) says something;
   * changed() when the case in hand may be another than in the list, acted() when others may be too; opened(id), unlocked(), locked() when that has happened.
   */
  constructor(told) {
    this.#told = told;
  }

  get shown() {
    return this.#hand.shown;
  }

  draw() {
    const pane = byId('pane');
    document.body.classList.toggle('reading', this.#told.chosen() !== null);
    byId('lock').hidden = this.#keys === null;
    this.#still(this.#isTaking);
    if (this.#keys === null) {
      if (!pane.querySelector('.locked'))
        pane.replaceChildren(unlockPane(pairs => this.#unlock(pairs)));
    } else if (this.shown === null)
      pane.replaceChildren(el('p', { class: 'quiet middle' }, this.#told.placeholder));
    else
      redraw(pane, casePane(this.#hand, { act: (...work) => this.#act(...work), draw: () => this.#show() }), this.shown.id);
  }

  /** Takes up the case that the address names now. */
  async choose() {
    const id = this.#told.chosen();
    const taken = this.#hand = new Hand(this.#memory);
    this.#told.say('');
    this.#isTaking = id !== null && this.#keys !== null;
    this.#still(this.#isTaking);
    if (this.#isTaking) {
      const message = await taken.take(id, this.#keys);
      if (taken !== this.#hand)
        return;
      this.#isTaking = false;
      this.#told.say(message);
    }
    this.#show();
    if (id !== null)
      byId('pane').focus();
  }

  /** Whether the case in hand has changed: words may have been added, the claim may be over, the report taken back. */
  async look() {
    const held = this.#hand;
    const news = await held.look();
    if (held !== this.#hand || news === null)
      return;
    if (news)
      this.#told.say(news);
    this.#show();
  }

  lock() {
    if (this.isLocked) {
      byId('typed-passcode').value = '';
      return;
    }
    this.#told.locked();
    this.#keys = null;
    this.#hand.drop();
    this.#memory.clear();
    this.#hand = new Hand(this.#memory);
    this.#isTaking = false;
    this.draw();
  }

  get isLocked() {
    return this.#keys === null;
  }

  tick() {
    if (this.#hand.isOverdue) {
      this.#told.say(this.#hand.letGo());
      this.#show();
    } else
      tickLease(this.#hand);
  }

  #unlock(pairs) {
    this.#keys = pairs;
    this.#told.unlocked();
    return this.choose();
  }

  /** While another case is on its way nothing of the one before can be pressed: it would be done to a case that is not the chosen one. */
  #still(is) {
    byId('pane').inert = is;
    byId('pane').ariaBusy = String(is);
  }

  #show() {
    if (this.#hand.opened !== null)
      this.#told.opened(this.shown.id);
    this.draw();
    this.#told.changed();
  }

  /** What the pane asks for: done with the keys, said, drawn anew. `work` gives a message if something went wrong; then `retry` has the cursor, else `focus`. */
  async #act(work, { done = '', focus, retry } = {}) {
    const held = this.#hand;
    const message = await work(this.#keys);
    if (held !== this.#hand)
      return;
    this.#told.say(message || done, message !== '');
    this.#show();
    const next = message ? retry : focus;
    (next && byId('pane').querySelector(next) || byId('pane')).focus();
    this.#told.acted();
  }
}

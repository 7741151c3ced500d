// The case in hand: as the server shows it, and its words while the moderator holds it. They live here and nowhere else.
import { print } from './alike.js';
import { get, post } from './api.js';
import * as notes from './notes.js';
import { ADDITION, read, REPORT } from './reading.js';
import { refusal, trouble } from './refusals.js';
import { send } from './reply.js';
import { pathOf } from './sealed.js';
import { say } from './words-case.js';

/** What is half done in the pane: which words are uncovered, which form is open and what is chosen in it. It goes with the hand. */
const freshSheet = () => ({ isUncovered: null, form: null, facets: {}, urgency: null, asks: null, isSending: false, trouble: '' });

export class Hand {
  shown = null;
  opened = null;
  /** Cases that may be the same one, as the server names them. */
  alike = [];
  sheet = freshSheet();
  memory;
  #leaseEnds = 0;
  /** The version of the case whose words were read: a verdict is about those, whatever is known to have been added since. */
  #versionRead = null;

  /** `memory` outlives the hand, so that a moderator may look at another case meanwhile. */
  constructor(memory) {
    this.memory = memory;
  }

  get draft() {
    return this.memory.draft(this.shown.id);
  }

  drop() {
    this.shown = null;
    this.#close();
  }

  /** Takes up a case, with its words if it is already the moderator's own. Gives a message if something went wrong, as all below. */
  async take(id, keys) {
    this.drop();
    const { ok, content } = await get(pathOf(id));
    if (!ok)
      return say('not-there');
    this.#show(content);
    this.memory.see(content);
    if (content.held?.byMe)
      return this.#read(keys);
    await this.draft.restore(keys, content.hasDraft);
    return '';
  }

  async claim(keys) {
    return await this.#change('claim') || (this.opened ? '' : this.#read(keys));
  }

  async reopen(keys) {
    return await this.#change('reopen') || this.#read(keys);
  }

  /** Release or a verdict: the words go. Where the case is still held, words may have been added; all is read anew. */
  async end(verb, keys, more = {}) {
    await this.draft.save();
    const message = await this.#change(verb, more);
    this.#close();
    return message && this.shown?.held?.byMe ? await this.#read(keys) || message : message;
  }

  /** Sends the answer; then all is read anew, so that what is shown is what was stored. */
  async answer(keys) {
    return this.#write(keys, 'trouble', send, { text: '', id: null });
  }

  async note(keys) {
    return this.#write(keys, 'noteTrouble', notes.write, { note: '', noteId: null });
  }

  /** Changes answers of the report, or its urgency; the reason goes along as a note. */
  async correct(what, value, keys) {
    const { shown: { id }, draft, sheet } = this;
    const at = { fence: this.#fence, version: this.#versionRead };
    const answer = await notes.explain(id, draft.reason, keys, note => post(`${pathOf(id)}/${what}`, { ...at, [what]: value, note }));
    if (this.shown?.id !== id)
      return '';
    if (answer.ok) {
      this.#show(answer.content);
      this.sheet = { ...freshSheet(), isUncovered: sheet.isUncovered };
      await draft.sent({ reason: '' });
      return this.#read(keys);
    }
    const news = await this.#lookAgain();
    sheet.trouble = trouble(answer, say('did-not-work'));
    return news || (this.opened ? await this.#read(keys) : '') || sheet.trouble;
  }

  /** Reads what the reporter has added since. */
  readOn(keys) {
    return this.#read(keys);
  }

  /**
   * Asks the server whether something has changed. Null where nothing has; else the pane is to be drawn anew, and the message said if there is one: the
   * claim may be over, the report taken back.
   */
  async look() {
    const before = this.shown;
    if (before === null)
      return null;
    const { status, content } = await get(pathOf(before.id));
    if (this.shown?.id !== before.id || status !== 200 && status !== 404)
      return null;
    if (status === 404) {
      this.memory.forget(before.id);
      this.drop();
      return say('taken-back');
    }
    const held = this.opened !== null;
    this.#show(content);
    if (held && !content.held?.byMe) {
      await this.#lose();
      return content.held ? say('taken-over', content.held.by) : refusal('lease-over');
    }
    return same(before, content) ? null : '';
  }

  get secondsLeft() {
    return (this.#leaseEnds - Date.now()) / 1000;
  }

  get isOverdue() {
    return this.opened !== null && this.secondsLeft <= 0;
  }

  letGo() {
    this.#show({ ...this.shown, held: null });
    this.#lose();
    return refusal('lease-over');
  }

  get #fence() {
    return this.shown.held?.fence;
  }

  #show(one) {
    this.shown = one;
    this.#lends(one.held?.byMe ? one.held.secondsLeft : 0);
    this.draft.lease = () => this.shown?.id === one.id && this.shown.held?.byMe
      ? { fence: this.#fence, renewed: seconds => this.#lends(seconds) }
      : null;
  }

  #lends(seconds) {
    this.#leaseEnds = Date.now() + seconds * 1000;
  }

  #close() {
    this.opened = null;
    this.#versionRead = null;
    this.alike = [];
    this.sheet = freshSheet();
  }

  /** The words go; what was being written stays, sealed. */
  #lose() {
    this.#close();
    return this.draft.save();
  }

  async #change(verb, more = {}) {
    const { id } = this.shown;
    const answer = await post(`${pathOf(id)}/${verb}`, { fence: this.#fence, version: this.#versionRead ?? this.shown.version, ...more });
    if (answer.ok) {
      this.#show(answer.content);
      return '';
    }
    await this.#see();
    return trouble(answer, say('did-not-work'));
  }

  async #write(keys, where, act, done) {
    const { shown: { id }, draft } = this;
    draft[where] = await act(id, this.#fence, draft, keys);
    if (this.shown?.id !== id)
      return '';
    if (draft[where])
      return await this.#lookAgain() || draft[where];
    this.sheet.form = null;
    await draft.sent(done);
    return this.#read(keys);
  }

  /** False also where the page was locked meanwhile, or another case taken up. */
  async #see() {
    const { id } = this.shown;
    const { ok, content } = await get(pathOf(id));
    const isStill = ok && this.shown?.id === id;
    if (isStill)
      this.#show(content);
    return isStill;
  }

  /** After a refusal: the claim may be gone, and the words with it. */
  async #lookAgain() {
    const news = await this.look();
    return this.shown === null ? news : '';
  }

  async #read(keys) {
    const { id, version } = this.shown;
    const answer = await post(`${pathOf(id)}/open`);
    if (!answer.ok)
      return trouble(answer, say('not-given-out'));
    const texts = await read(id, answer.content, keys.box);
    if (texts.some(one => one.direction === REPORT && one.wrong))
      return say('broken');
    const alike = await get(`${pathOf(id)}/alike`);
    // Meanwhile the page may have been locked, or another case taken up.
    if (this.shown?.id !== id || !await this.#see())
      return '';
    await this.draft.restore(keys, this.shown.hasDraft);
    if (this.shown?.id !== id)
      return '';
    this.draft.trouble = this.draft.noteTrouble = '';
    this.opened = texts;
    this.#versionRead = version;
    this.alike = alike.ok ? alike.content : [];
    this.memory.see(this.shown, print(texts.filter(one => one.direction === REPORT || one.direction === ADDITION).map(one => one.text ?? '').join(' ')));
    this.shown = { ...this.shown, isUnread: false, goesUnreadAfter: null };
    return '';
  }
}

// The seconds of a claim run by themselves.
const same = (one, other) => JSON.stringify(still(one)) === JSON.stringify(still(other));
const still = one => ({ ...one, held: one.held && { ...one.held, secondsLeft: 0 } });

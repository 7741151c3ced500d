// What a moderator is writing about one case. It is sealed to its author alone and kept by the server, so that neither the end of a claim, nor the lock,
// nor a reload takes it away. The words themselves stay in this page.
import { get, post } from './api.js';
import { fromBase64, toBase64, utf8 } from './bytes.js';
import { open, seal } from './envelope.js';
import { DRAFT } from './reading.js';
import { pathOf } from './sealed.js';
import { holds, sign } from './signature.js';

const PAUSE = 1_500;
const TEXTS = ['text', 'note', 'reason', 'other'];

const joined = texts => [...new Set(texts)].filter(text => text.trim()).join('\n\n');

export class Draft {
  /** The answer, the note and the reason of a correction, as they are typed. */
  text = '';
  note = '';
  reason = '';
  /** What another tab saved later than this one: it is shown, and kept until somebody decides. */
  other = '';
  /** Numbers of the answer and the note once they were sent, and what went wrong with them. */
  id = null;
  noteId = null;
  trouble = '';
  noteTrouble = '';
  /** '' | typing | sealed | saved | unsaved | restored: where it is kept. */
  state = '';
  /** Whose pane shows this draft: told of each new state, and of words that came from elsewhere. */
  onState = () => {};
  onMet = () => {};
  /** The claim that saving renews: `{ fence, renewed(seconds) }`; null without one. */
  lease = () => null;

  #report;
  #keys = null;
  /** What the server keeps, as far as it is known here: sealed, and as words. */
  #known = null;
  #last = { text: '', note: '', reason: '', other: '' };
  #typed = 0;
  #saved = 0;
  #ready = null;
  #pause;
  #isOver = false;

  constructor(report) {
    this.#report = report;
  }

  get isEmpty() {
    return TEXTS.every(name => !this[name].trim());
  }

  get #isDirty() {
    return this.#typed !== this.#saved;
  }

  get #texts() {
    return Object.fromEntries(TEXTS.map(name => [name, this[name]]));
  }

  /** Takes the keys that seal it, and what the server keeps of it. */
  async restore(keys, isKept) {
    this.#keys = keys;
    if (isKept && await this.#inTurn(() => this.#meet()))
      this.#tell('restored');
  }

  /** To be called with each change. It is sealed at once, so that it can leave with the page, and saved after a pause. */
  touch() {
    this.#typed++;
    this.#tell('typing');
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.save(), PAUSE);
    this.#prepare();
  }

  async save() {
    clearTimeout(this.#pause);
    if (this.#isDirty && this.#keys && !this.#isOver)
      await this.#inTurn(() => this.#put());
  }

  /** The answer is sent, or the note written: the server has dropped what it kept, the rest of the draft is saved anew. */
  async sent(changes) {
    Object.assign(this, changes);
    this.#typed++;
    if (this.isEmpty)
      await this.remove();
    else
      await this.save();
  }

  async remove() {
    clearTimeout(this.#pause);
    Object.assign(this, { text: '', note: '', reason: '', other: '', id: null, noteId: null, trouble: '', noteTrouble: '' });
    this.#saved = this.#typed;
    this.#tell('');
    await this.#inTurn(async () => {
      this.#known = null;
      this.#last = this.#texts;
      await post(`${this.#path}/remove`);
    });
  }

  /** The page is locked: the last words are saved, and then nothing of them is left here. */
  async lock() {
    await this.save();
    this.drop();
  }

  /** The page goes: there is time only for what is sealed already. */
  leave() {
    clearTimeout(this.#pause);
    if (!this.#isDirty || this.#ready?.typed !== this.#typed)
      return;
    this.#saved = this.#typed;
    post(this.#path, this.#ready.sealed, { keepalive: true });
  }

  drop() {
    clearTimeout(this.#pause);
    this.#isOver = true;
    Object.assign(this, { text: '', note: '', reason: '', other: '', onState: () => {}, onMet: () => {}, lease: () => null });
    this.#keys = this.#ready = this.#known = null;
  }

  get #path() {
    return `${pathOf(this.#report)}/draft`;
  }

  // Tabs of one browser take turns: each sees what the one before has saved.
  #inTurn(act) {
    return navigator.locks.request(`mb-draft-${this.#report}`, act);
  }

  async #put() {
    if (await this.#meet())
      this.onMet();
    const typed = this.#typed;
    const texts = this.#texts;
    const sealed = await this.#seal();
    if (sealed === null)
      return;
    const lease = this.lease();
    const { ok, content } = await post(this.#path, { fence: lease?.fence, ...sealed });
    if (!ok)
      return this.#tell('unsaved');
    this.#known = sealed.body;
    this.#last = texts;
    this.#saved = typed;
    if (content?.secondsLeft)
      lease?.renewed(content.secondsLeft);
    if (!this.#isDirty)
      this.#tell('saved');
  }

  /**
   * Looks whether another tab, or this one before it was locked, has saved something else than what is known here. Of each text the one that was changed
   * since holds; where both were, theirs is shown beside this one. Gives true where something came to light.
   */
  async #meet() {
    if (this.#known === null && !(await get(pathOf(this.#report))).content?.hasDraft)
      return false;
    const { ok, content: kept } = await get(this.#path);
    if (!ok || kept.body === this.#known || !this.#keys)
      return false;
    const found = await this.#open(kept);
    if (found === null)
      return false;
    const [mine, last] = [this.#texts, this.#last];
    const taken = TEXTS.filter(name => found[name] !== mine[name] && mine[name] === last[name]);
    const disputed = TEXTS.filter(name => found[name] !== mine[name] && mine[name] !== last[name] && found[name] !== last[name]);
    for (const name of taken)
      this[name] = found[name];
    this.other = joined([this.other, ...disputed.map(name => found[name])]);
    this.#known = kept.body;
    this.#last = found;
    return taken.length + disputed.length > 0;
  }

  async #open({ body, sealedKey }) {
    try {
      const { signature, ...kept } = await open(this.#place, fromBase64(body), fromBase64(sealedKey), this.#keys.box);
      if (!await holds(this.#place, utf8(JSON.stringify(kept)), fromBase64(signature), this.#keys.signKey))
        return null;
      return Object.fromEntries(TEXTS.map(name => [name, typeof kept[name] === 'string' ? kept[name] : '']));
    } catch {
      // A draft that does not open, or that this moderator did not sign, is somebody else's hand: it is none, and the next one takes its place.
      return null;
    }
  }

  get #place() {
    return { report: this.#report, id: this.#keys.id, direction: DRAFT };
  }

  async #seal() {
    if (!this.#keys)
      return null;
    // What is empty takes no room.
    const texts = Object.fromEntries(Object.entries(this.#texts).filter(([, text]) => text));
    const letter = { v: 1, ...texts };
    const { box, sign: key } = this.#keys;
    // Anybody can seal to this moderator: words that are put into the box of an answer have to be their own.
    const signature = toBase64(await sign(this.#place, utf8(JSON.stringify(letter)), key));
    if (!this.#keys)
      return null;
    const { body, keys: [sealedKey] } = await seal(this.#place, { ...letter, signature }, [box.publicKey]);
    return { body: toBase64(body), sealedKey: toBase64(sealedKey) };
  }

  // One sealing at a time; what was typed meanwhile is sealed next.
  async #prepare() {
    if (this.#ready?.isGoing)
      return;
    this.#ready = { isGoing: true };
    let typed, sealed;
    do {
      typed = this.#typed;
      sealed = await this.#seal();
    } while (sealed && typed !== this.#typed);
    this.#ready = sealed && { typed, sealed };
    if (this.state === 'typing')
      this.#tell('sealed');
  }

  #tell(state) {
    this.state = state;
    this.onState(state);
  }
}

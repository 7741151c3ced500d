// Nobody should read such things without a break. It is said once, may be put away, and comes again after as long.
const MINUTES = 50;
const CASES = 12;
const LONG_PAUSE = 10 * 60_000;

export class Rest {
  #minutes = 0;
  #cases = new Set();
  #last = null;
  #left = null;
  #say;

  /** `say(minutes, cases)` says it; either is 0 where it is not the reason. */
  constructor(say) {
    this.#say = say;
  }

  /** At the unlocked desk, now: each moment counts from the one before. */
  tick(now = Date.now()) {
    this.#minutes += this.#last === null ? 0 : (now - this.#last) / 60_000;
    this.#last = now;
    if (this.#minutes >= MINUTES)
      this.#say(MINUTES, 0);
  }

  unlocked(now = Date.now()) {
    if (this.#left !== null && now - this.#left >= LONG_PAUSE)
      this.begin();
    this.#last = now;
  }

  locked(now = Date.now()) {
    this.#left ??= this.#last === null ? null : now;
    this.#last = null;
  }

  opened(id) {
    this.#cases.add(id);
    if (this.#cases.size >= CASES)
      this.#say(0, CASES);
  }

  /** Counts from nothing again. */
  begin() {
    this.#minutes = 0;
    this.#cases.clear();
    this.#left = null;
  }
}

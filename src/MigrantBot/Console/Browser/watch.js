// What time does to an open page.
const IDLE = 10 * 60_000;
const TICK = 5_000;
const SIGNS = ['pointerdown', 'keydown', 'scroll', 'touchstart'];

/** Calls `onIdle` when nobody has touched the page for ten minutes, and `onTick` every few seconds before that. */
export function watch(onIdle, onTick) {
  let lastActive = Date.now();
  for (const sign of SIGNS)
    addEventListener(sign, () => { lastActive = Date.now(); }, { passive: true, capture: true });
  setInterval(() => Date.now() - lastActive > IDLE ? onIdle() : onTick(), TICK);
}

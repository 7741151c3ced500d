// When a person last touched this page.
const SIGNS = ['pointerdown', 'keydown', 'scroll', 'touchstart'];

let last = Date.now();
for (const sign of SIGNS)
  addEventListener(sign, () => { last = Date.now(); }, { passive: true, capture: true });

/** Milliseconds since then. */
export const untouched = () => Date.now() - last;

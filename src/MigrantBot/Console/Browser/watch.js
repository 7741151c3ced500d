// What time does to an open page.
import { untouched } from './touch.js';

const IDLE = 10 * 60_000;
const TICK = 5_000;

/** Calls `onIdle` when nobody has touched the page for ten minutes, and `onTick` every few seconds before that. */
export const watch = (onIdle, onTick) => setInterval(() => untouched() > IDLE ? onIdle() : onTick(), TICK);

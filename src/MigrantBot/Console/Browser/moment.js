// A point in time as people say it: the weekday and the minute, by the clock of this computer.
import { tongue } from './say.js';

export const moment = text => new Date(text).toLocaleString(tongue === 'en' ? 'en-GB' : tongue, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

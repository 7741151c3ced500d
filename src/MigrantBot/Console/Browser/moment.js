// Days and points in time as people say them.
import { tongue } from './say.js';

/** The day before the month, in either language. */
export const locale = tongue === 'en' ? 'en-GB' : tongue;

/** The day, with its year, wherever this computer stands. */
export const day = text => new Date(`${text}T00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** By the clock of this computer: the weekday and the minute. */
export const moment = text => new Date(text).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

// Days and points in time as people say them.
import { speaker, tongue } from './say.js';
import { moments } from './words-moment.js';

const say = speaker(moments);

/** The day before the month, in either language. */
export const locale = tongue === 'en' ? 'en-GB' : tongue;

/** The day, with its year, wherever this computer stands. */
export const day = text => new Date(`${text}T00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** A month (2026-10) or a quarter (2026-Q3) of the calendar. */
export function period(name) {
  const [year, part] = name.split('-');
  return part.startsWith('Q')
    ? say('quarter', part.slice(1), year)
    : new Date(`${name}-01T00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

/** By the clock of this computer: the weekday and the minute. */
export const moment = text => new Date(text).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

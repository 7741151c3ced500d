// The queue as a list.
import { el } from './dom.js';
import { age, flood, language, level, minutes, reason, valueOf } from './labels.js';

export const emptyList = everything => el('li', { class: 'empty' },
  el('strong', {}, 'Nothing is waiting'),
  el('span', {}, everything ? 'No report is open.' : 'No open report is sealed to your keys.'));

/** The rows, and a line above those that came in a flood: they stand below all others, however urgent. */
export function listItems(cases, chosen) {
  const first = cases.findIndex(one => one.flood > 0);
  const rows = cases.map(one => listItem(one, one.id === chosen));
  return first < 0 ? rows : rows.toSpliced(first, 0, el('li', { class: 'divider' }, 'Came during a flood, or look repeated'));
}

function listItem(one, isSelected) {
  const { name, label } = level(one.urgency);
  const row = [
    el('span', { class: 'badge' }, label),
    el('span', { class: 'why' }, reason(one.urgencyReason)),
    el('span', { class: 'about' }, about(one)),
    el('span', { class: 'meta' },
      el('span', {}, age(one.receivedOn)), el('span', { lang: one.language }, language(one.language)), unread(one), mark(one), holder(one)),
  ];
  return el('li', { class: `case ${name}${one.isSealedToMe ? '' : ' foreign'}` },
    one.isSealedToMe
      ? el('a', { href: `#case/${one.id}`, 'aria-current': isSelected ? 'true' : null }, ...row)
      : el('div', {}, ...row));
}

function about({ facets }) {
  const said = ['region', 'place', 'stage', 'citizenship'].filter(name => facets[name] && facets[name] !== 'unsaid');
  return said.length > 0 ? said.map(name => valueOf(name, facets[name])).join(' · ') : 'No details chosen';
}

function unread({ isUnread, goesUnreadAfter }) {
  if (goesUnreadAfter)
    return el('span', { class: 'mark going' }, `will be deleted unread after ${goesUnreadAfter}`);
  return isUnread ? el('span', { class: 'mark' }, 'unread') : null;
}

const mark = one => flood(one.flood) && el('span', { class: 'flood' }, flood(one.flood));

function holder({ held, isSealedToMe }) {
  if (!isSealedToMe)
    return el('span', { class: 'holder' }, 'not sealed to you');
  if (!held)
    return null;
  return held.byMe
    ? el('span', { class: 'holder mine' }, 'yours')
    : el('span', { class: 'holder' }, `${held.by}, ${minutes(held.secondsLeft)}`);
}

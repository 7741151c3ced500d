// The queue as a list. Rows stay the elements they are, so that nobody loses the place, the selection or the focus when it is drawn anew.
import { isKept } from './codes.js';
import { el } from './dom.js';
import { age, days, flood, language, level, minutes, reason, status, typeOf, valueOf } from './labels.js';
import { stood } from './way.js';

const drawn = new WeakMap();

/** What stands below all others, however urgent: what is accepted and in time, then what came in a flood. Each begins with a line. */
const PARTS = { accepted: one => one.status === 'accepted' && one.overdueDays === 0 && one.flood === 0, flood: one => one.flood > 0 };

/** `chosen`: the id of the case before the moderator. `isRanked`: the list is in the order of the queue. */
export function drawRows(list, cases, { chosen, isRanked }, say) {
  const rows = cases.map(one => ({ key: one.id, one, isChosen: one.id === chosen }));
  for (const [key, belongs] of isRanked ? Object.entries(PARTS) : []) {
    const first = rows.findIndex(row => row.one && belongs(row.one));
    if (first > 0 || first === 0 && key === 'flood')
      rows.splice(first, 0, { key });
  }
  stood(cases.map(one => one.id), chosen);
  place(list, rows, row => row.one ? fillRow(row, say) : fillDivider(row, say));
}

export function drawEmpty(list, view, isFiltered, clear, say) {
  const name = isFiltered ? 'filtered' : view;
  place(list, [{ key: `empty-${name}` }], ({ item }) => {
    item.className = 'empty';
    item.replaceChildren(
      el('strong', {}, say(`none-${name}`)), el('span', {}, say(`none-${name}-means`)),
      ...isFiltered ? [el('button', { class: 'small', id: 'clear', click: clear }, say('clear'))] : []);
  });
}

/** First what is gone goes; what stays is moved only where its place is another. */
function place(list, rows, fill) {
  const keys = new Set(rows.map(row => row.key));
  for (const item of [...list.children])
    if (!keys.has(item.dataset.key))
      item.remove();
  const items = new Map([...list.children].map(item => [item.dataset.key, item]));
  const focused = document.activeElement;
  rows.forEach((row, at) => {
    const item = items.get(row.key) ?? el('li', { 'data-key': row.key });
    if (list.children[at] !== item)
      list.insertBefore(item, list.children[at] ?? null);
    fill({ ...row, item });
  });
  if (focused !== document.activeElement && focused?.isConnected)
    focused.focus({ preventScroll: true });
}

function fillDivider({ item, key }, say) {
  item.className = 'divider';
  item.textContent = say(key);
}

function fillRow({ item, one, isChosen }, say) {
  const { name, label } = level(one.rank);
  const content = [rank(one, label, say), why(one, say), el('span', { class: 'age' }, age(one.receivedOn)), about(one, say)];
  const text = content.map(part => part.outerHTML).join('');
  item.className = `case ${name}${one.isSealedToMe ? '' : ' foreign'}`;
  if (drawn.get(item) !== text)
    (item.firstElementChild ?? item.appendChild(one.isSealedToMe ? el('a', { href: `#case/${encodeURIComponent(one.id)}` }) : el('div'))).replaceChildren(...content);
  drawn.set(item, text);
  if (isChosen)
    item.firstElementChild.setAttribute('aria-current', 'true');
  else
    item.firstElementChild.removeAttribute('aria-current');
}

const rank = (one, label, say) => el('span', { class: 'rank', title: say(one.status === 'accepted' ? 'rank-accepted' : 'rank', label, one.rank) },
  el('span', { class: 'unseen' }, `${label}, `), String(one.rank));

const why = (one, say) => el('span', { class: 'why' }, reason(one.urgencyReason),
  one.overdueDays > 0 && el('span', { class: 'risen' }, ` · ${say('overdue', days(one.overdueDays))}`));

function about(one, say) {
  const { facets, type, urgencyReason } = one;
  const region = facets.region && facets.region !== 'unsaid' && valueOf('region', facets.region);
  return el('span', { class: 'about' },
    region && el('span', {}, region),
    !isKept(one) && el('span', { class: 'not-kept' }, say('not-kept')),
    type && type !== 'other' && !urgencyReason.startsWith(`${type}.`) && el('span', {}, typeOf(type)),
    el('span', { lang: one.language }, language(one.language)),
    el('span', { class: 'state' }, standing(one), unread(one, say), flood(one.flood) && el('span', { class: 'flood' }, flood(one.flood)), holder(one, say)));
}

const standing = one => one.status !== 'open' && el('span', { class: 'standing' }, one.verdictOn && one.status !== 'waiting' ? `${status(one.status)} ${one.verdictOn}` : status(one.status));

function unread({ isUnread, goesUnreadAfter }, say) {
  if (goesUnreadAfter)
    return el('span', { class: 'mark going' }, say('going', goesUnreadAfter));
  return isUnread ? el('span', { class: 'mark' }, say('unread')) : null;
}

function holder({ held, isSealedToMe }, say) {
  if (!isSealedToMe)
    return el('span', { class: 'holder' }, say('foreign'));
  if (!held)
    return null;
  return el('span', { class: held.byMe ? 'holder mine' : 'holder' }, held.byMe ? say('yours') : say('held', held.by, minutes(held.secondsLeft)));
}

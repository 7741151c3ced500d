// The page of the audit: rows by day, the newest first, and whether they are whole.
import { get } from './api.js';
import { byId, el, once } from './dom.js';
import { locale, period } from './moment.js';
import { fill, speaker } from './say.js';
import { audit } from './words-audit.js';

const NOTED = 16;
const COLUMNS = ['seq', 'hour', 'actor', 'action', 'object'];
const say = speaker(audit);
let next = null;
let lastDay = null;

const instant = hour => new Date(`${hour.slice(0, 13)}:00Z`);
const dayOf = row => instant(row.hour).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const hourOf = row => instant(row.hour).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
const groups = hash => hash.slice(0, NOTED).match(/.{1,4}/g) ?? [];

const PUBLICATION = /^(?:month|quarter) (\S+)((?: [0-9a-f]+)*)$/;

/** A publication as people call it, with the first digits of its hashes. */
const periodOf = text => text.replace(PUBLICATION, (_, name, hashes) => period(name) + say('hashes', ...hashes.split(' ').slice(1)));

/** What it was about, with the words of the program in the language of the page; names and numbers stay as they are. */
const aboutOf = text => Object.entries(say('words')).reduce((said, [word, own]) => said.replace(new RegExp(`(^|, |\\d )${word}(?=[ :]|$)`, 'g'), `$1${own}`), text);

/** Beside the state of the chain, whatever that is: the two can be touched apart. */
const touched = all => all.length === 0 ? [] : [el('section', { class: 'notice bad', id: 'touched' },
  el('h2', {}, say('touched')),
  el('ul', {}, ...all.map(one => el('li', {}, say('published')[one.wrong](/^\d{4}-/.test(one.period) ? period(one.period) : one.period, one.row)))),
  el('p', {}, say('touched-what')))];

function state({ head, isWhole, fault }) {
  if (!isWhole)
    return el('section', { class: 'notice bad', id: 'broken' },
      el('h2', {}, say('broken')), el('p', {}, el('strong', {}, say('faults')[fault.wrong](fault.row, fault.last))), el('p', {}, say('broken-what')));
  if (head.seq === 0)
    return el('p', { class: 'quiet' }, say('nothing'));
  return el('section', { class: 'card head-card', id: 'whole' },
    el('h2', {}, say('head')),
    el('p', { class: 'mark', id: 'mark' }, el('strong', {}, String(head.seq)), ...groups(head.hash).map(group => el('span', {}, group))),
    el('p', {}, say('note'), ' ', el('code', {}, say('verify', head.seq, head.hash.slice(0, NOTED)))),
    el('p', { class: 'quiet' }, say('whole')));
}

function row(one, fault) {
  const isWrong = fault && fault.row <= one.seq && one.seq <= fault.last;
  return el('tr', { class: isWrong ? 'wrong' : null },
    el('td', { class: 'seq' }, String(one.seq)),
    el('td', { class: 'hour' }, hourOf(one)),
    el('td', { class: 'actor' }, el('bdi', {}, say('actors')[one.actor] ?? one.actor)),
    el('td', { class: 'action' }, say('actions')[one.action] ?? one.action),
    el('td', { class: 'object' }, el('bdi', {}, aboutOf(periodOf(one.object)))));
}

/** A day that goes on over two pages stays one table. */
function add(rows, fault) {
  for (const one of rows) {
    const day = dayOf(one);
    if (day !== lastDay)
      byId('days').append(el('section', {},
        el('h2', {}, day),
        el('table', {},
          el('colgroup', {}, ...COLUMNS.map(name => el('col', { class: name }))),
          el('thead', { class: 'unseen' }, el('tr', {}, ...['row', 'hour', 'who', 'what', 'about'].map(name => el('th', { scope: 'col' }, say(name))))),
          el('tbody', {}))));
    lastDay = day;
    byId('days').lastElementChild.querySelector('tbody').append(row(one, fault));
  }
}

async function show(before) {
  const { ok, content } = await get(before === null ? 'audit' : `audit?before=${before}`);
  byId('notice').textContent = ok ? '' : say('unanswered');
  byId('notice').hidden = ok;
  if (!ok)
    return;
  if (before === null || !content.isWhole || content.touched.length > 0)
    byId('state').replaceChildren(...touched(content.touched), state(content));
  add(content.rows, content.fault);
  next = content.next;
  byId('older').hidden = next === null;
}

document.title = say('document');
fill(say, document.querySelector('main'));
byId('older').addEventListener('click', once(() => show(next)));
await show(null);

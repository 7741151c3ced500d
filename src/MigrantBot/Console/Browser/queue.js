// The queue page: the list beside the case, what is chosen of it, and what the server says meanwhile.
import { get } from './api.js';
import { Desk } from './desk.js';
import { byId, el, once } from './dom.js';
import { listen } from './events.js';
import { asked, isFiltered, nothing, read, selects, unfiltered, viewLinks, write } from './filters.js';
import { helpDialog } from './help.js';
import { obey } from './keyboard.js';
import { drawEmpty, drawRows } from './list.js';
import { Rest } from './rest.js';
import { fill, speaker } from './say.js';
import { watch } from './watch.js';
import { queue } from './words-queue.js';

const say = speaker(queue);

let { id: chosen, choice } = read(location.hash);
choice ??= nothing;
let cases = [];
let next = null;
let pages = 1;
let asking = 0;
let isAnswering = false;
let isOutdated = false;

const notice = (message, isBad = true) => {
  byId('notice').textContent = message;
  byId('notice').classList.toggle('bad', isBad);
  byId('notice').hidden = !message;
};

const rest = new Rest((minutes, opened) => {
  byId('rest').hidden = false;
  byId('rest-text').textContent = say('rest', minutes, opened);
});

const desk = new Desk({
  chosen: () => chosen,
  placeholder: say('choose'),
  say: notice,
  changed: () => drawList(),
  acted: () => refresh(),
  opened: id => rest.opened(id),
  unlocked: () => rest.unlocked(),
  locked: () => rest.locked(),
});

/** Asks for all that is shown, page by page, so that a list that was made longer stays as long. Of two askings the later one counts. */
async function refresh(wanted = pages) {
  const mine = ++asking;
  const found = [];
  let content = { next: null };
  for (let page = 0; page === 0 || page < wanted && content.next; page++) {
    const query = asked(choice);
    if (content.next)
      query.set('after', content.next);
    const answer = await get(`queue?${query}`);
    if (mine !== asking)
      return;
    if (!answer.ok)
      return notice(say('not-read'));
    content = answer.content;
    found.push(...content.cases);
  }
  [cases, next, pages] = [found, content.next, wanted];
  tally(content.tally);
  drawList();
  await desk.look();
}

/** Something has changed. Changes that come while the server still answers are asked for together afterwards, and a page that nobody sees asks nothing. */
async function renew() {
  isOutdated = isAnswering || document.hidden;
  if (isOutdated)
    return;
  isAnswering = true;
  await refresh();
  isAnswering = false;
  if (isOutdated)
    await renew();
}

const tally = counts => { document.title = say('title', counts); };

function drawList() {
  const { shown } = desk;
  const rows = cases.map(one => one.id === shown?.id ? shown : one);
  if (rows.length > 0)
    drawRows(byId('list'), rows, { chosen, isRanked: choice.view !== 'decided' }, say);
  else
    drawEmpty(byId('list'), choice.view, isFiltered(choice), () => choose(unfiltered(choice)), say);
  byId('count').textContent = rows.length > 0 ? say(choice.view === 'mine' ? 'count-open' : 'count', rows.length, next ? '+' : '') : '';
  byId('more').hidden = next === null;
}

function drawChoice() {
  const focused = document.activeElement?.id;
  byId('views').replaceChildren(...viewLinks(choice, say));
  byId('filters').replaceChildren(...selects(choice, say, choose));
  if (focused?.startsWith('filter-') || focused?.startsWith('view-'))
    byId(focused)?.focus();
}

function choose(other) {
  location.hash = write(chosen, other);
}

/** The address leads. A link to a case leaves the choice as it is, and says so in the address. */
async function follow() {
  const before = { chosen, choice };
  const named = read(location.hash);
  [chosen, choice] = [named.id, named.choice ?? choice];
  history.replaceState(null, '', write(chosen, choice).replace(/\?$/, ''));
  if (JSON.stringify(choice) !== JSON.stringify(before.choice)) {
    drawChoice();
    await refresh(1);
  }
  if (chosen !== before.chosen)
    await desk.choose();
}

function tick() {
  if (!desk.isLocked)
    rest.tick();
  desk.tick();
}

const help = helpDialog(say);

fill(say);
drawChoice();
watch(() => desk.lock(), tick);
obey(help);
listen({
  tally,
  change: renew,
  over: () => location.replace('/console/enter'),
  live: isLive => {
    byId('live').textContent = say(isLive ? 'live' : 'not-live');
    byId('live').classList.toggle('lost', !isLive);
  },
});
addEventListener('pagehide', () => desk.lock());
addEventListener('hashchange', follow);
document.addEventListener('visibilitychange', () => document.hidden ? null : refresh());
byId('help').hidden = false;
byId('help').addEventListener('click', help);
byId('lock').addEventListener('click', () => desk.lock());
byId('refresh').addEventListener('click', once(() => refresh()));
byId('more').addEventListener('click', once(() => refresh(pages + 1)));
byId('rest-close').addEventListener('click', () => {
  byId('rest').hidden = true;
  rest.begin();
});

desk.draw();
await refresh();

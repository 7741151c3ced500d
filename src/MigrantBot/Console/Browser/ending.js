// Warns before the session ends, and leaves the page when it has ended. To ask does not prolong it; the button does.
import { get } from './api.js';
import { byId, el, once } from './dom.js';
import { plural, speaker } from './say.js';
import { ending } from './words-ending.js';

const say = speaker(ending);
const LOOK = 30_000;
const WARN = 5 * 60;

async function look() {
  const { ok, content } = await get('session');
  if (!ok)
    return;
  if (!content.isSignedIn)
    return location.replace('/console/enter');
  const { idleSecondsLeft: idle, endsInSeconds: whole } = content;
  byId('ending').hidden = Math.min(idle, whole) > WARN;
  if (!byId('ending').hidden)
    byId('ending').replaceChildren(...warning(Math.min(idle, whole), whole <= idle));
}

function warning(seconds, isWhole) {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return [
    el('p', {}, say(isWhole ? 'whole' : 'idle', minutes, plural(minutes, ...say('minutes')))),
    !isWhole && el('button', { type: 'button', id: 'stay', class: 'small', click: once(stay) }, say('stay')),
  ].filter(Boolean);
}

async function stay() {
  await get('me');
  await look();
}

setInterval(look, LOOK);

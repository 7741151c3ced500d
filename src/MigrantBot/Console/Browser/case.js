// The pane of one case: what is known in the open, and the words once they are opened.
import { el, once, plain } from './dom.js';
import { age, facet, facetInside, language, level, minutes, reason, valueOf } from './labels.js';

/** `acts`: claim, release, accept, reject. `opened`: the texts, or null while they are closed. */
export function casePane(one, opened, acts) {
  const { name, label } = level(one.urgency);
  return [
    el('a', { class: 'back', href: '#' }, '← Queue'),
    el('header', { class: `case-head ${name}` },
      el('p', { class: 'badge' }, label),
      el('h2', {}, reason(one.urgencyReason)),
      el('p', { class: 'meta' },
        el('span', {}, `received ${age(one.receivedOn)}, ${one.receivedOn}`),
        el('span', { lang: one.language }, language(one.language)),
        el('span', { title: 'Urgency: danger times time left' }, `${one.urgency} of 20`))),
    claimBar(one, acts),
    opened && el('section', { class: 'words', 'aria-label': 'What was told' }, ...opened.flatMap(words)),
    answers(one.facets),
    opened && verdict(acts),
  ].filter(Boolean);
}

function claimBar({ status, held }, acts) {
  if (status !== 'open')
    return el('p', { class: `notice ${status === 'accepted' ? 'good' : ''}` }, `This case is ${status}.`);
  if (!held)
    return el('div', { class: 'claim' },
      el('button', { class: 'primary', id: 'claim', click: once(acts.claim) }, 'Claim and read'),
      el('span', { class: 'quiet' }, 'yours for 20 minutes; nobody else can open it meanwhile'));
  if (!held.byMe)
    return el('p', { class: 'notice' }, `${held.by} holds this case for ${minutes(held.secondsLeft)} more.`);
  return el('div', { class: 'claim' },
    el('span', { class: 'lease' }, 'Yours for ', el('strong', { id: 'lease' }, minutes(held.secondsLeft))),
    el('button', { id: 'renew', click: once(acts.claim) }, 'Renew'),
    el('button', { id: 'release', click: once(acts.release) }, 'Release'));
}

const words = ({ direction, day, text, language: code }) => [
  direction === 1 && el('p', { class: 'quiet' }, `Added ${day}`),
  text
    ? el('p', { class: 'told', lang: code, dir: 'auto' }, plain(text))
    : el('p', { class: 'quiet' }, 'No words, only the answers below.'),
];

function answers(facets) {
  const said = Object.entries(facets).filter(([, value]) => value && value !== 'unsaid');
  const unsaid = Object.entries(facets).filter(([, value]) => value === 'unsaid').map(([name]) => facetInside(name));
  return el('section', { class: 'answers', 'aria-label': 'Answers' },
    el('dl', {}, ...said.flatMap(([name, value]) => [el('dt', {}, facet(name)), el('dd', {}, valueOf(name, value))])),
    unsaid.length > 0 && el('p', { class: 'quiet' }, `Not said: ${unsaid.join(', ')}.`));
}

// Two presses: a verdict cannot be taken back, and the second button stands elsewhere than the first.
function verdict(acts) {
  const bar = el('div', { class: 'verdict' });
  const ask = () => bar.replaceChildren(
    el('button', { class: 'accept', id: 'accept', click: () => confirm('Accept this report? It will count.', 'Yes, accept', 'accept') }, 'Accept'),
    el('button', { class: 'reject', id: 'reject', click: () => confirm('Reject this report? It will not count.', 'Yes, reject', 'reject') }, 'Reject'));
  const confirm = (question, yes, act) => {
    bar.replaceChildren(
      el('span', {}, question),
      el('button', { id: 'cancel', click: ask }, 'Go back'),
      el('button', { class: act, id: 'confirm', click: once(acts[act]) }, yes));
    bar.querySelector('#cancel').focus();
  };
  ask();
  return bar;
}

// The pane of one case: what is known in the open, and the words once they are opened.
import { answerCard, noAnswer } from './answer.js';
import { el, once } from './dom.js';
import { age, facet, facetInside, language, level, minutes, reason, valueOf } from './labels.js';
import { letters } from './letters.js';
import { REPLY } from './reading.js';

/** `acts`: claim, release, answer, accept, reject. `opened`: the texts, or null while they are closed. `draft`: the answer that is being written. */
export function casePane(one, opened, draft, acts) {
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
    opened && letters(opened, one.language),
    answers(one.facets),
    opened && (one.canBeAnswered ? answerCard(reader(one, opened), one, draft, acts.answer) : noAnswer()),
    opened && verdict(draft, acts),
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
  return el('div', { class: 'claim held' },
    el('span', { class: 'lease' }, 'Yours for ', el('strong', { id: 'lease' }, minutes(held.secondsLeft))),
    el('button', { id: 'renew', click: once(acts.claim) }, 'Renew'),
    el('button', { id: 'release', click: once(acts.release) }, 'Release'));
}

/** Who has added words in another language reads that one best. */
const reader = ({ language: first }, texts) => texts.findLast(one => one.direction !== REPLY && one.language)?.language ?? first;

function answers(facets) {
  const said = Object.entries(facets).filter(([, value]) => value && value !== 'unsaid');
  const unsaid = Object.entries(facets).filter(([, value]) => value === 'unsaid').map(([name]) => facetInside(name));
  return el('section', { class: 'answers', 'aria-label': 'Answers' },
    el('dl', {}, ...said.flatMap(([name, value]) => [el('dt', {}, facet(name)), el('dd', {}, valueOf(name, value))])),
    unsaid.length > 0 && el('p', { class: 'quiet' }, `Not said: ${unsaid.join(', ')}.`));
}

// Two presses: a verdict cannot be taken back, and the second button stands elsewhere than the first.
function verdict(draft, acts) {
  const bar = el('div', { class: 'verdict' });
  const ask = () => bar.replaceChildren(
    el('button', { class: 'accept', id: 'accept', click: () => confirm('Accept this report? It will count.', 'Yes, accept', 'accept') }, 'Accept'),
    el('button', { class: 'reject', id: 'reject', click: () => confirm('Reject this report? It will not count.', 'Yes, reject', 'reject') }, 'Reject'));
  const confirm = (question, yes, act) => {
    bar.replaceChildren(
      el('span', {}, question, draft.text.trim() && el('strong', {}, ' The answer you have written is not sent and will be lost.')),
      el('button', { id: 'cancel', click: ask }, 'Go back'),
      el('button', { class: act, id: 'confirm', click: once(acts[act]) }, yes));
    bar.querySelector('#cancel').focus();
  };
  ask();
  return bar;
}

// How a case goes on or ends. Two presses each, and the second button stands elsewhere than the first.
import { el, once } from './dom.js';
import { say } from './words-case.js';

/** What may be done with an open case of one's own. */
export function verdict(hand, desk) {
  const { shown: { status, canBeAnswered } } = hand;
  return confirming(hand, desk, [status === 'accepted' ? 'close' : 'accept', 'reject', 'duplicate', canBeAnswered && 'wait'].filter(Boolean));
}

/** Buttons that ask before they act; which one has asked is kept in the sheet. */
export function confirming(hand, desk, verbs) {
  const { sheet } = hand;
  const bar = el('div', { class: 'verdict', id: 'verdict' });
  const draw = () => bar.replaceChildren(...(sheet.asks ? question() : verbs.map(button)));
  const ask = asks => {
    sheet.asks = asks;
    draw();
    bar.querySelector('#cancel')?.focus();
  };
  const button = verb => verb === 'duplicate'
    ? el('button', { id: 'duplicate', 'aria-expanded': String(sheet.form === 'duplicate'), click: () => desk.open('duplicate', '#alike') }, say('duplicate', hand.alike.length))
    : el('button', { id: verb, class: verb === 'reopen' || verb === 'close' ? 'primary' : verb, click: () => ask({ verb }) }, say(verb));
  const question = () => [
    el('span', {}, say(`${sheet.asks.verb}-ask`, sheet.asks.label), hand.draft.text.trim() && el('strong', {}, ` ${say('answer-unsent')}`)),
    el('button', { id: 'cancel', click: () => ask(null) }, say('go-back')),
    el('button', { id: 'confirm', class: sheet.asks.verb === 'reject' ? 'reject' : 'accept', click: once(act) }, say(`${sheet.asks.verb}-yes`)),
  ];
  const act = () => {
    const { verb, of } = sheet.asks;
    sheet.asks = null;
    return desk.act(
      keys => verb === 'reopen' ? hand.reopen(keys) : hand.end(verb, keys, of ? { of } : {}),
      { done: say(`${verb}-done`) });
  };
  draw();
  return bar;
}

// What the pane says of a draft: whether it is kept, and what was found beside it.
import { byId, el, once, plain } from './dom.js';
import { say } from './words-case.js';

/** One quiet line that follows the draft. */
export function draftState(draft) {
  const line = el('p', { class: 'quiet draft-state', id: 'draft-state', role: 'status' });
  const show = state => {
    line.textContent = say(`draft-${state || 'none'}`);
    line.classList.toggle('bad', state === 'unsaved');
  };
  draft.onState = show;
  show(draft.state);
  return line;
}

/** What another tab saved later than this one: shown beside it until it is taken over or thrown away. */
export function otherDraft({ draft }, desk) {
  if (!draft.other)
    return null;
  const settle = text => {
    Object.assign(draft, { text, other: '', id: null });
    draft.touch();
    desk.draw('#answer');
  };
  return el('div', { class: 'other', id: 'other' },
    el('p', {}, el('strong', {}, say('other-title')), ' ', say('other-means')),
    el('p', { class: 'kept', id: 'other-text', dir: 'auto' }, plain(draft.other)),
    el('div', { class: 'row' },
      el('button', { class: 'small', id: 'other-add', click: () => settle([draft.text, draft.other].filter(Boolean).join('\n\n')) }, say('other-add')),
      el('button', { class: 'small', id: 'other-drop', click: () => settle(draft.text) }, say('other-drop'))));
}

/** A draft of one's own on a case that is not in one's hands: nothing of it is lost, and it can be thrown away. */
export function keptDraft({ draft }, desk) {
  if (draft.isEmpty)
    return null;
  const bar = el('div', { class: 'row' });
  const drop = el('button', { class: 'small', id: 'draft-drop', click: () => {
    bar.replaceChildren(el('span', {}, say('draft-drop-ask')),
      el('button', { class: 'small', id: 'draft-keep', click: () => { bar.replaceChildren(drop); drop.focus(); } }, say('go-back')),
      el('button', { class: 'small reject', id: 'draft-drop-now', click: once(() => desk.act(async () => { await draft.remove(); return ''; }, { done: say('draft-dropped') })) }, say('draft-drop-yes')));
    byId('draft-keep').focus();
  } }, say('draft-drop'));
  bar.append(drop);
  const texts = [['draft-answer', draft.text], ['draft-note', draft.note], ['draft-reason', draft.reason], ['draft-other', draft.other]];
  return el('section', { class: 'kept-draft', id: 'kept-draft', 'aria-labelledby': 'kept-title' },
    el('h3', { id: 'kept-title' }, say('kept-title')),
    el('p', { class: 'quiet' }, say('kept-means')),
    ...texts.filter(([, text]) => text.trim()).flatMap(([name, text]) => [
      el('p', { class: 'quiet' }, say(name)), el('p', { class: 'kept', dir: 'auto' }, plain(text)),
    ]),
    bar);
}

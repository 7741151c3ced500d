// The card in which a moderator answers. Two presses send: what went out cannot be taken back.
import { el, once } from './dom.js';
import { language } from './labels.js';
import { excess, MOST } from './reply.js';

export const noAnswer = () => el('p', { class: 'notice', id: 'no-answer' },
  'This reporter took no receipt and cannot be answered.');

/** `reader`: the language of the reporter. What is typed stays in the draft, so that drawing the pane anew loses nothing. */
export function answerCard(reader, { replyLostOn }, draft, send) {
  const text = el('textarea', {
    id: 'answer', rows: '4', lang: reader, dir: 'auto', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'answer-rules answer-count',
  });
  const count = el('span', { id: 'answer-count', class: 'count' });
  const trouble = el('p', { class: 'notice bad', id: 'answer-trouble', role: 'alert', hidden: !draft.trouble }, draft.trouble);
  const bar = el('div', { class: 'row' });
  const next = el('button', { class: 'send', id: 'send', click: () => confirm() }, 'Send the answer');

  const measure = () => {
    const tooMany = excess(text.value);
    count.textContent = tooMany > 0 ? `${tooMany} too many` : `${text.value.length} of ${MOST}`;
    count.classList.toggle('over', tooMany > 0);
    next.disabled = tooMany > 0 || !text.value.trim();
  };
  const write = () => {
    text.readOnly = false;
    bar.replaceChildren(next, count);
    measure();
  };
  const confirm = () => {
    text.readOnly = true;
    trouble.hidden = true;
    const back = el('button', { id: 'write-on', click: () => { write(); text.focus(); } }, 'Go back');
    bar.replaceChildren(el('span', {}, 'Send this? It cannot be changed or taken back.'), back,
      el('button', { class: 'primary', id: 'send-now', click: once(send) }, 'Yes, send'));
    back.focus();
  };

  text.value = draft.text;
  text.addEventListener('input', () => {
    Object.assign(draft, { text: text.value, id: null, trouble: '' });
    trouble.hidden = true;
    measure();
  });
  write();
  return el('section', { class: 'answer', 'aria-labelledby': 'answer-title' },
    el('header', {},
      el('h3', { id: 'answer-title' }, el('label', { for: 'answer' }, 'Answer the reporter')),
      el('span', { class: 'quiet' }, 'who reads ', el('b', { lang: reader }, language(reader)))),
    replyLostOn && el('p', { class: 'notice', id: 'answer-lost' }, `An answer was deleted by age on ${replyLostOn}, before the reporter came for it.`),
    el('p', { class: 'quiet', id: 'answer-rules' },
      el('strong', {}, 'Never ask for names, meetings or money; never promise. '),
      'The reporter reads this with the receipt, in Telegram perhaps, and there Telegram can read it too.'),
    text, trouble, bar);
}

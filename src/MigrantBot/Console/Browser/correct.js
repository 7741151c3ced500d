// What a moderator knows better than the report says: its answers and its urgency. Each needs its reason, which becomes a sealed note.
import { facetNames, facetValues } from './codes.js';
import { el, once } from './dom.js';
import { facet, level, valueOf } from './labels.js';
import { excess } from './sealed.js';
import { say } from './words-case.js';

const UNSAID = 'unsaid';

export function facetForm(hand, desk) {
  const { shown, sheet } = hand;
  const now = name => shown.facets[name] ?? UNSAID;
  const chosen = name => sheet.facets[name] ?? now(name);
  const changed = () => Object.fromEntries(facetNames.filter(name => chosen(name) !== now(name)).map(name => [name, chosen(name)]));
  const form = reasoned(hand, desk, {
    title: say('correct-title'), yes: say('correct-yes'),
    isReady: () => Object.keys(changed()).length > 0,
    send: keys => hand.correct('facets', changed(), keys),
    done: say('corrected'),
  });
  const choose = (name, value, row) => {
    sheet.facets[name] = value;
    row.classList.toggle('changed', value !== now(name));
    form.measure();
  };
  form.fields.append(...facetNames.map(name => name === 'methods' ? several(name, chosen(name), choose) : single(name, chosen(name), choose)));
  return form.element;
}

function single(name, value, choose) {
  const row = el('div', { class: 'field' },
    el('label', { for: `fix-${name}` }, facet(name)),
    el('select', { id: `fix-${name}`, change: event => choose(name, event.currentTarget.value, row) },
      ...[UNSAID, ...facetValues[name]].map(one => el('option', { value: one, selected: one === value }, valueOf(name, one)))));
  return row;
}

function several(name, value, choose) {
  const has = new Set(value.split(' '));
  const row = el('fieldset', { class: 'field several' }, el('legend', {}, facet(name)), ...facetValues[name].map(one =>
    el('label', {}, el('input', { type: 'checkbox', id: `fix-${one}`, value: one, checked: has.has(one), change: event => {
      event.currentTarget.checked ? has.add(one) : has.delete(one);
      choose(name, facetValues[name].filter(each => has.has(each)).join(' ') || UNSAID, row);
    } }), valueOf(name, one))));
  return row;
}

export function urgencyForm(hand, desk) {
  const { shown, sheet } = hand;
  const value = () => sheet.urgency ?? shown.urgency;
  const form = reasoned(hand, desk, {
    title: say('urgency-title'), yes: say('urgency-yes'),
    isReady: () => value() !== shown.urgency,
    send: keys => hand.correct('urgency', value(), keys),
    done: say('urgency-changed'),
  });
  const shows = el('output', { id: 'urgency-shows', for: 'new-urgency' });
  const show = () => {
    const { name, label } = level(value());
    shows.className = `badge ${name}`;
    shows.textContent = say('urgency-is', value(), label);
  };
  const slide = el('input', { id: 'new-urgency', type: 'range', min: '1', max: '20', step: '1', value: String(value()), input: event => {
    sheet.urgency = Number(event.currentTarget.value);
    show();
    form.measure();
  } });
  show();
  form.fields.append(el('div', { class: 'slide' }, el('label', { for: 'new-urgency' }, say('urgency-label')), slide, shows));
  return form.element;
}

/** A form that is sent only with a reason. What is typed stays in the draft. */
function reasoned(hand, desk, { title, yes, isReady, send, done }) {
  const { draft, sheet } = hand;
  const fields = el('div', { class: 'fields' });
  const why = el('textarea', { id: 'reason', rows: '2', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'reason-rules', required: true });
  const save = el('button', { class: 'primary', id: 'correct-now', click: once(() => desk.act(send, { done })) }, yes);
  const measure = () => {
    save.disabled = !isReady() || !why.value.trim() || excess(why.value) > 0;
  };
  why.value = draft.reason;
  why.addEventListener('input', () => {
    draft.reason = why.value;
    draft.touch();
    measure();
  });
  why.addEventListener('blur', () => draft.save());
  queueMicrotask(measure);
  const element = el('section', { class: 'correct', id: 'correct-form', 'aria-labelledby': 'correct-title' },
    el('h3', { id: 'correct-title' }, title),
    fields,
    el('label', { for: 'reason' }, say('reason-label')),
    why,
    el('p', { class: 'quiet', id: 'reason-rules' }, say('reason-rules')),
    sheet.trouble && el('p', { class: 'notice bad', role: 'alert', id: 'correct-trouble' }, sheet.trouble),
    el('div', { class: 'row' }, save, el('button', { id: 'correct-cancel', click: () => desk.open(null) }, say('cancel'))));
  return { element, fields, measure };
}

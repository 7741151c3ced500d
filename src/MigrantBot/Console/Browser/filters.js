// What of the queue is shown. The choice stands in the fragment of the address, beside the chosen case: #case/ID?view=overdue&language=uz
import { el } from './dom.js';
import { cell, language, languageCodes, status, typeOf } from './labels.js';

const VIEWS = ['mine', 'held', 'overdue', 'waiting', 'decided', 'all'];

const WORKED_ON = ['open', 'waiting', 'accepted'];
const ENDED = ['rejected', 'duplicate', 'closed'];

/** Each filter with its values and their words. */
const FILTERS = {
  language: { values: () => languageCodes, word: language },
  region: {
    values: () => ['moscow', 'north-west', 'central', 'south', 'volga', 'urals', 'siberia-far-east', 'war-zone', 'other'], word: cell,
  },
  type: { values: () => ['violence', 'legal-threat', 'documents', 'deception', 'money', 'other'], word: typeOf },
  status: { values: view => view === 'decided' ? ['accepted', ...ENDED] : view === 'waiting' ? [] : WORKED_ON, word: status },
};

/** The case and the choice that a fragment names; no choice is null, as in a link to a case: then it stays as it was. */
export function read(fragment) {
  const [, id = null, query = null] = fragment.match(/^#(?:case\/([^?]+))?(?:\?(.*))?$/) ?? [];
  const chosen = new URLSearchParams(query ?? '');
  const view = VIEWS.includes(chosen.get('view')) ? chosen.get('view') : VIEWS[0];
  const filters = Object.keys(FILTERS).map(name => [name, FILTERS[name].values(view).includes(chosen.get(name)) ? chosen.get(name) : '']);
  return { id: id && decodeURIComponent(id), choice: query === null ? null : { view, ...Object.fromEntries(filters) } };
}

export const nothing = Object.freeze({ view: VIEWS[0], language: '', region: '', type: '', status: '' });

/** The other way round. The question mark stands also where nothing is chosen: without it the choice would stay as it is. */
export function write(id, choice) {
  const query = new URLSearchParams(Object.entries(choice).filter(([name, value]) => value && !(name === 'view' && value === VIEWS[0])));
  return `#${id ? `case/${encodeURIComponent(id)}` : ''}?${query}`;
}

/** What the server is asked for. */
export function asked({ view, ...filters }) {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value));
  query.set('view', view === 'overdue' || view === 'waiting' ? 'mine' : view);
  if (view === 'overdue')
    query.set('overdue', 'true');
  if (view === 'waiting')
    query.set('status', 'waiting');
  return query;
}

export const isFiltered = choice => Object.keys(FILTERS).some(name => choice[name]);

export const unfiltered = ({ view }) => ({ ...nothing, view });

/** The views as links, for they are places to go to. */
export const viewLinks = (choice, say) => VIEWS.map(view => el('a', {
  href: write(null, { ...choice, view, status: '' }), id: `view-${view}`, 'aria-current': view === choice.view ? 'true' : null,
  title: say(`view-${view}-means`),
}, say(`view-${view}`)));

/** One select for each filter; `choose` gets the new choice. */
export const selects = (choice, say, choose) => Object.entries(FILTERS).map(([name, { values, word }]) => {
  const all = values(choice.view);
  const select = el('select', {
    id: `filter-${name}`, class: choice[name] ? 'on' : '', 'aria-label': say(name), disabled: all.length === 0,
    change: event => choose({ ...choice, [name]: event.target.value }),
  }, el('option', { value: '' }, say(`any-${name}`)), ...all.map(value => el('option', { value, lang: name === 'language' ? value : null }, capital(word(value)))));
  select.value = choice[name];
  return select;
});

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

// Words for the names of the code list, in the language of the page.
import { speaker } from './say.js';
import { labels } from './words-labels.js';

const say = speaker(labels);
const words = say('words');
const A_DAY = 86_400_000;

// The languages of reports are called by their own names, whoever reads.
const languages = {
  uz: 'Oʻzbekcha (lotin)', 'uz-Cyrl': 'Ўзбекча (кирилл)', tg: 'Тоҷикӣ', ky: 'Кыргызча', kk: 'Қазақша', ru: 'Русский', en: 'English',
};

/** All languages that a report can be written in, in the order of the bot. */
export const languageCodes = Object.keys(languages);

const sentence = name => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

export const word = name => words[name] ?? sentence(name);

const wordOf = (facet, name) => words[`${facet}.${name}`] ?? word(name);

/** The value of a facet, or several joined by a space, as a sentence begins. */
export const valueOf = (facet, value) => {
  const [first, ...others] = value.split(' ').map(name => wordOf(facet, name));
  return [first, ...others.map(label => label.toLowerCase())].join(', ');
};

/** One of the six kinds by which reports are counted. */
export const typeOf = name => wordOf('type', name);

/** One of the nine regions by which reports are counted. */
export const cell = name => wordOf('cell', name);

export const facet = name => say('facets')[name] ?? sentence(name);

/** A facet's name within a sentence. */
export const facetInside = name => name === 'russian-passport' ? facet(name) : facet(name).toLowerCase();

export const language = code => languages[code] ?? code;

/** What became of a case, within a sentence. */
export const status = name => say('statuses')[name] ?? name;

/** Danger and time left, as the server weighed them: "Violence · hours left". */
export function reason(code) {
  const [cause, left] = code.split('.');
  return `${cause === 'unsaid' ? say('dangerUnsaid') : word(cause)} · ${say('timeLeft')[left] ?? word(left)}`;
}

export function level(urgency) {
  const name = urgency >= 15 ? 'critical' : urgency >= 9 ? 'high' : urgency >= 5 ? 'medium' : 'low';
  return { name, label: say('levels')[name] };
}

/** Why a report stands below the others; null where it does not. */
export const flood = mark => say('floods')[mark - 1] ?? null;

const daysSince = day => Math.max(0, Math.floor((Date.now() - Date.parse(`${day}T00:00:00Z`)) / A_DAY));

export const age = day => say('age', daysSince(day));

export const days = count => say('days', count);

export const minutes = seconds => say('minutes', seconds < 60 ? 0 : Math.ceil(seconds / 60));

/** By the names of `Refusal`. */
export const refusals = say('refusals');

// Words for the names of the code list. A name without words of its own reads as it is, with spaces for hyphens.
const words = {
  uz: 'Uzbekistan', tj: 'Tajikistan', kg: 'Kyrgyzstan', kz: 'Kazakhstan',
  self: 'The person concerned', 'debt-or-wages': 'Debt or unpaid wages', 'home-or-hostel': 'Home or hostel',
  'phone-or-internet': 'Phone or internet', 'agent-or-lawyer': 'Agent or lawyer', 'north-west': 'North-West', 'far-east': 'Far East',
  'at-front': 'At the front', 'in-unit': 'In a unit', refused: 'Has refused', signed: 'Has signed',
  'unsaid': 'Not said',
};

const languages = {
  uz: 'Oʻzbekcha (lotin)', 'uz-Cyrl': 'Ўзбекча (кирилл)', tg: 'Тоҷикӣ', ky: 'Кыргызча', kk: 'Қазақша', ru: 'Русский', en: 'English',
};

/** All languages that a report can be written in, in the order of the bot. */
export const languageCodes = Object.keys(languages);

const facets = {
  who: 'Told by', when: 'When', region: 'Region', place: 'Place', actor: 'Pressed by', methods: 'How', stage: 'Stage',
  citizenship: 'Citizenship', 'russian-passport': 'Russian passport', deadline: 'Time to decide',
};

const timeLeft = {
  hours: 'hours left', days: 'days left', none: 'no deadline', now: 'happening now', today: 'happened today', unsaid: 'time not said',
};

const sentence = name => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

export const word = name => words[name] ?? sentence(name);

export const valueOf = (facet, value) => {
  if (facet === 'when' && value === 'now')
    return 'Happening now';
  if (facet === 'deadline' && value in timeLeft)
    return sentence(timeLeft[value]);
  const [first, ...others] = value.split(' ').map(word);
  return [first, ...others.map(label => label.toLowerCase())].join(', ');
};

export const facet = name => facets[name] ?? sentence(name);

/** A facet's name within a sentence. */
export const facetInside = name => name === 'russian-passport' ? facet(name) : facet(name).toLowerCase();

export const language = code => languages[code] ?? code;

/** Danger and time left, as the server weighed them: "Violence · hours left". */
export function reason(code) {
  const [cause, left] = code.split('.');
  return `${cause === 'unsaid' ? 'Danger not said' : word(cause)} · ${timeLeft[left] ?? word(left)}`;
}

export function level(urgency) {
  if (urgency >= 15)
    return { name: 'critical', label: 'Critical' };
  if (urgency >= 9)
    return { name: 'high', label: 'High' };
  return urgency >= 5 ? { name: 'medium', label: 'Medium' } : { name: 'low', label: 'Low' };
}

/** Why a report stands below the others; null where it does not. */
export const flood = mark => ['during a flood', 'looks repeated'][mark - 1] ?? null;

export function age(day) {
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000));
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

export const minutes = seconds => seconds < 60 ? 'under a minute' : `${Math.ceil(seconds / 60)} min`;

export const refusals = {
  'held-by-somebody-else': 'Somebody else holds this case now.',
  'already-decided': 'This case has already been decided.',
  'lease-over': 'Your claim has run out. Claim the case again to go on.',
  'not-yours': 'Claim the case first.',
  'read-again': 'This case has changed, and words may have been added. Read it again, then decide.',
  'no-receipt': 'This reporter took no receipt and cannot be answered.',
  'keys-out-of-date': 'Who may read this case has changed. Try again.',
  'already-sent': 'This answer has been sent already.',
  'not-listed': 'You are not on the signed list of those who may read, or no such list holds now. Ask the person who keeps it.',
  'not-well-made': 'The answer was not sealed as it must be. Load the page again and try once more.',
  'not-signed-by-you': 'The answer was not signed with your key. Lock, unlock and try again.',
};

// The code list of a report's answers, in the order of the questions. A test holds it against the core.
export const facetValues = {
  who: ['self', 'relative', 'witness'],
  when: ['now', 'today', 'week', 'month', 'earlier'],
  region: ['moscow', 'north-west', 'central', 'south', 'volga', 'urals', 'siberia', 'far-east', 'war-zone', 'outside-russia'],
  place: [
    'police', 'migration-centre', 'deportation-centre', 'prison', 'workplace', 'home-or-hostel', 'street', 'military-office', 'passport-office', 'border',
    'phone-or-internet', 'home-country',
  ],
  actor: ['police', 'migration-service', 'prison-staff', 'military', 'employer', 'agent-or-lawyer', 'countryman', 'other'],
  methods: [
    'criminal-case', 'violence', 'documents-taken', 'deception', 'deportation', 'debt-or-wages', 'papers-refused', 'planted-evidence', 'money-promised',
    'forged-signature',
  ],
  stage: ['pressed', 'refused', 'signed', 'in-unit', 'at-front', 'returned', 'missing', 'deported'],
  citizenship: ['uz', 'tj', 'kg', 'kz', 'other'],
  'russian-passport': ['yes', 'no'],
  deadline: ['hours', 'days', 'none'],
};

export const facetNames = Object.keys(facetValues);

/** Whether the answers of a case are still kept for counting: only those can be corrected, filtered by and compared. */
export const isKept = ({ facets }) => Object.keys(facets).length > 0;

/** The answers as they stand in a sealed report; what is not in the code list was not said. Null where there are none. */
export const asTold = facets => facets === null || typeof facets !== 'object' ? null
  : Object.fromEntries(facetNames.map(name => [name, valueTold(name, [facets[name]].flat())]));

function valueTold(name, given) {
  const known = facetValues[name].filter(value => given.includes(value));
  return (name === 'methods' ? known : known.slice(0, 1)).join(' ') || 'unsaid';
}

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

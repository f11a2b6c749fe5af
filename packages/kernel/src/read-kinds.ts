/** What of other people's records somebody can be shown; a route that shows any declares which. */
export const readKinds = [
  'people',
  'person',
  'team',
  'learning',
  'statements',
  'competence',
  'talent',
  'lesson-hours',
  'held-hours',
  'official-index',
  'learning-elsewhere',
  'certificate',
  'results',
  'seats',
  'export',
  'erasure',
  'requests',
  'audit',
  'portal-as',
] as const;
export type ReadKind = (typeof readKinds)[number];

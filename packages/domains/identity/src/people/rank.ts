/** Grades of PNS and CPNS (golongan/ruang), lowest first. */
// biome-ignore format: one line a grade of the law
export const civilGrades = [
  'I/a', 'I/b', 'I/c', 'I/d',
  'II/a', 'II/b', 'II/c', 'II/d',
  'III/a', 'III/b', 'III/c', 'III/d',
  'IV/a', 'IV/b', 'IV/c', 'IV/d', 'IV/e',
] as const;

/** Grades of PPPK, lowest first; they have no rank. */
// biome-ignore format: a row of numbers
export const contractGrades = [
  'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX',
  'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII',
] as const;

export const grades = [...civilGrades, ...contractGrades] as const;
export type Grade = (typeof grades)[number];

/** Grades that somebody of a status can have. */
export const gradesOf = (status: 'PNS' | 'CPNS' | 'PPPK'): readonly Grade[] =>
  status === 'PPPK' ? contractGrades : civilGrades;

/** Kedudukan hukum, by the codes that BKN has for it. Who is dismissed or retired still has a record. */
export const legalStandings = [
  'active',
  'unpaid-leave',
  'study',
  'suspended',
  'disciplined',
  'before-retirement',
  'cpns-without-decree',
  'inactive',
  'dismissed',
  'dismissed-without-pension',
  'dismissed-with-pension',
  'blocked',
  'retirement-age',
  'retired',
  'died',
] as const;
export type LegalStanding = (typeof legalStandings)[number];

/** Who has one of these is in service no more. */
export const leftStandings: readonly LegalStanding[] = [
  'dismissed',
  'dismissed-without-pension',
  'dismissed-with-pension',
  'retirement-age',
  'retired',
  'died',
];

/** Highest education, lowest first. */
export const educationLevels = ['sd', 'sltp', 'slta', 'd1', 'd2', 'd3', 'd4', 's1', 's2', 's3'] as const;
export type EducationLevel = (typeof educationLevels)[number];

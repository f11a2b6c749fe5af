/** What came of the work of a year, beside what was expected: below, as, or above it (PermenPANRB 3/2020, x axis). */
export const performances = ['below', 'as-expected', 'above'] as const;
export type Performance = (typeof performances)[number];

/** What somebody may become, by the agency's own measure (PermenPANRB 3/2020, y axis). */
export const potentials = ['low', 'middle', 'high'] as const;
export type Potential = (typeof potentials)[number];

/** Predicates of a year's performance, best first (PermenPANRB 6/2022). */
export const predicates = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export type Predicate = (typeof predicates)[number];

/** Which side of what was expected a predicate stands for, as agencies read it (domain note, unverified in the text of the rule). */
export const performanceOf = (predicate: Predicate): Performance =>
  predicate === 'sangat-baik' ? 'above' : predicate === 'baik' ? 'as-expected' : 'below';

/** The two axes; all that is kept of a place. */
export interface Axes {
  readonly performance: Performance;
  readonly potential: Potential;
}

export type Box = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const boxes: Readonly<Record<Potential, Readonly<Record<Performance, Box>>>> = {
  high: { below: 6, 'as-expected': 8, above: 9 },
  middle: { below: 3, 'as-expected': 5, above: 7 },
  low: { below: 1, 'as-expected': 2, above: 4 },
};

/** The box that two axes make, numbered as six public sources of PermenPANRB 3/2020 do. Derived each time and never kept, since some agencies number otherwise. */
export const boxOf = ({ performance, potential }: Axes): Box => boxes[potential][performance];

/** The nine places, as a table shows them: highest potential first, from below to above. */
export const places: readonly Axes[] = potentials
  .toReversed()
  .flatMap((potential) => performances.map((performance) => ({ performance, potential })));

/** What follows for whoever stands in a box, in short (PermenPANRB 3/2020). */
export type FollowUp =
  | 'promote'
  | 'retain'
  | 'succession'
  | 'award'
  | 'rotate'
  | 'enlarge'
  | 'enrich'
  | 'guide'
  | 'develop'
  | 'study'
  | 'place'
  | 'counsel'
  | 'rules';

export const followUps: Readonly<Record<Box, readonly FollowUp[]>> = {
  9: ['promote', 'retain', 'succession', 'award'],
  8: ['retain', 'succession', 'rotate', 'enlarge', 'guide'],
  7: ['retain', 'succession', 'rotate', 'enrich', 'develop', 'study'],
  6: ['place', 'guide', 'counsel'],
  5: ['place', 'guide', 'develop'],
  4: ['rotate', 'develop'],
  3: ['guide', 'counsel', 'develop', 'place'],
  2: ['guide', 'develop', 'place'],
  1: ['rules'],
};

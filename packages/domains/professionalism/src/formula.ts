import type { Jp } from '@sinau/kernel';

export const dimensions = ['qualification', 'competency', 'performance', 'discipline'] as const;
export type Dimension = (typeof dimensions)[number];

/** Highest education, from none to doctor. */
export const educations = ['below-sma', 'sma-d2', 'd3', 's1-d4', 's2', 's3'] as const;
export type Education = (typeof educations)[number];

/** Results of a year's performance (PermenPANRB 6/2022). */
export const predicates = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export type Predicate = (typeof predicates)[number];

/** The heaviest sanction in the years that are looked back on. */
export const sanctions = ['none', 'light', 'medium', 'heavy'] as const;
export type Sanction = (typeof sanctions)[number];

/** Kinds of posts, as the tables of competency part them. */
export const postKinds = ['managerial', 'functional', 'executing'] as const;
export type PostKind = (typeof postKinds)[number];

export const components = ['leadership', 'functional', 'technical', 'seminar'] as const;
export type Component = (typeof components)[number];

export const bands = ['very-low', 'low', 'medium', 'high', 'very-high'] as const;
export type Band = (typeof bands)[number];

/** One version of the index. Points may be halves. */
export interface Formula {
  readonly version: string;
  readonly legalBasis: string;
  /** First year that is measured by it; and the last, if it has ended. */
  readonly fromYear: number;
  readonly toYear?: number;
  /** Tables and spans of it that were seen in practice alone, and in no official text. */
  readonly unverified: readonly (
    | 'qualification'
    | 'competency'
    | 'performance'
    | 'discipline'
    | 'look-back'
  )[];
  readonly qualification: Readonly<Record<Education, number>>;
  readonly competency: Readonly<Record<PostKind, Readonly<Partial<Record<Component, number>>>>>;
  readonly performance: Readonly<Record<Predicate, number>>;
  readonly discipline: Readonly<Record<Sanction, number>>;
  /** Lowest total of each band. Highest first; the last begins at 0. */
  readonly bands: readonly { readonly band: Band; readonly from: number }[];
  /** JP in technical forms that its component takes. */
  readonly technicalJp: Jp;
  /** Calendar years that count, with the measured one; absent: all. */
  readonly years: Readonly<Partial<Record<Component, number>>>;
  /** Components of a level, which no line tells: they are held where the person says so, whatever was recognised. */
  readonly ofLevel: readonly Component[];
  /** Codes of forms of development that count for a component. A form counts for one at most. */
  readonly forms: Readonly<Record<Component, readonly string[]>>;
}

/** The most that a dimension can bring. */
export function mostOf(formula: Formula, dimension: Dimension): number {
  if (dimension !== 'competency') return Math.max(...Object.values(formula[dimension]));
  return Math.max(...Object.values(formula.competency).map(sumOf));
}

const sumOf = (points: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(points).reduce<number>((sum, one = 0) => sum + one, 0);

/** Half-open from below, so that every total has a band: between 80 and 81 it is the lower one. */
export const bandOf = ({ bands: all }: Formula, total: number): Band =>
  all.find(({ from }) => total >= from)?.band ?? 'very-low';

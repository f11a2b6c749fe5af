import type { AgencyId, Jp, PersonId } from '@sinau/kernel';

/**
 * What somebody has learned for an item: a course of this platform, an event of the agency, or `elsewhere` what the records say that name
 * the item; its id is that of the item.
 */
export const learningKinds = ['course', 'event', 'elsewhere'] as const;
export type LearningKind = (typeof learningKinds)[number];

export interface Learning {
  readonly kind: LearningKind;
  readonly learningId: string;
}

/** What is linked to an item by hand. */
export const heldKinds = ['course', 'event'] as const;

export interface HeldLearning extends Learning {
  readonly kind: (typeof heldKinds)[number];
}

/** One thing that was learned by people of an agency in a year. */
export interface LearningPlace extends Learning {
  readonly agencyId: AgencyId;
  readonly year: number;
}

/** Item of the person's own plan that names the course, and so the gap that it is for; both sides had agreed to it before it was learned. */
export interface ServedItem {
  readonly itemId: string;
  readonly competencyId: string;
}

/** Names what was learned of a kind that no item of an annual plan can hold: elsewhere without naming one, coaching and the like. */
export const outsidePlan = (source: string): Learning => ({ kind: 'elsewhere', learningId: `-${source}` });
export const isOutsidePlan = ({ kind, learningId }: Learning): boolean =>
  kind === 'elsewhere' && learningId.startsWith('-');

/** That somebody has learned it, with what is recognised of it now. Made of the ledger of JP, and anew whenever that changes. */
export interface Realised extends LearningPlace {
  readonly personId: PersonId;
  /** Hundredths; 0 where caps left nothing. */
  readonly jp: Jp;
  /** Absent: no plan of their own names it. */
  readonly serves?: ServedItem;
  readonly rev: number;
}

export interface RealisedSum {
  readonly people: number;
  /** Of all of them, in hundredths. */
  readonly jp: Jp;
  /** Of them, whose own plan names it. */
  readonly served: { readonly people: number; readonly jp: Jp };
}

export const noSum: RealisedSum = { people: 0, jp: 0 as Jp, served: { people: 0, jp: 0 as Jp } };

/** Names a course or an event among those of a year. */
export const learningName = ({ kind, learningId }: Learning): string => `${kind}:${learningId}`;

export const placeName = (place: LearningPlace): string =>
  JSON.stringify([place.agencyId, place.year, place.kind, place.learningId]);

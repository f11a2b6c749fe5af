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

/** That somebody has learned it, with what is recognised of it now. Made of the ledger of JP, and anew whenever that changes. */
export interface Realised extends LearningPlace {
  readonly personId: PersonId;
  /** Hundredths; 0 where caps left nothing. */
  readonly jp: Jp;
  readonly rev: number;
}

export interface RealisedSum {
  readonly people: number;
  /** Of all of them, in hundredths. */
  readonly jp: Jp;
}

export const noSum: RealisedSum = { people: 0, jp: 0 as Jp };

/** Names a course or an event among those of a year. */
export const learningName = ({ kind, learningId }: Learning): string => `${kind}:${learningId}`;

export const placeName = (place: LearningPlace): string =>
  JSON.stringify([place.agencyId, place.year, place.kind, place.learningId]);

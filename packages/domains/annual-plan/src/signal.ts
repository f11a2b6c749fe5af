import { type AgencyId, type Brand, lettersAndDigits, type PersonId } from '@sinau/kernel';
import type { Basis, NoteBasis } from './need.ts';

export type NoteId = Brand<'NoteId'>;

/** Signals are looked at for the plan of one year. */
export interface YearPlace {
  readonly agencyId: AgencyId;
  readonly year: number;
}

/** A need that nobody computes: somebody has written it down. */
export interface NeedNote extends YearPlace {
  readonly noteId: NoteId;
  readonly basis: NoteBasis;
  readonly changedBy: PersonId;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly rev: number;
}

/** That a signal is not followed, and why. It can be taken back. */
export interface Aside extends YearPlace {
  readonly signalId: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: string;
}

export const signalStates = ['open', 'taken', 'aside'] as const;
export type SignalState = (typeof signalStates)[number];

/** A reason to plan something. What is computed is computed anew each time; its id comes of what it is about, so decisions stay with it. */
export interface NeedSignal {
  readonly signalId: string;
  readonly basis: Basis;
  readonly state: SignalState;
  /** Of what was written down by hand. */
  readonly note?: NeedNote;
  /** Of one that is not followed. */
  readonly aside?: Aside;
  /** Of one that the plan answers. */
  readonly itemId?: string;
}

/** Of one year. */
export const mostNotes = 300;

/** Deterministic, so that the same low element is one signal however often it is computed. */
export const surveySignalId = (at: {
  readonly serviceId: string;
  readonly surveyId: string;
  readonly element: string;
}): string => ['citizens', at.serviceId, at.surveyId, at.element].join(':');

/** Of a year: the next one asks again. However the theme is written, it is one. */
export const complaintSignalId = (at: {
  readonly serviceId: string;
  readonly year: number;
  readonly theme: string;
}): string => ['complaints', at.serviceId, at.year, lettersAndDigits(at.theme)].join(':');

/** It stays the same while the commitment does, and over the years until it is kept or dropped. */
export const commitmentSignalId = (at: { readonly forumId: string; readonly commitmentId: string }): string =>
  ['commitment', at.forumId, at.commitmentId].join(':');

/** Of the year in which it was found out; the next one asks again. */
export const standingSignalId = (at: {
  readonly year: number;
  readonly by: string;
  readonly id: string;
}): string => ['performance', at.year, at.by, at.id].join(':');

/** Of a unit it is another signal: each can be answered by an item of its own. */
export const gapSignalId = (competencyId: string, unitId?: string): string =>
  ['competency', competencyId, ...(unitId === undefined ? [] : [unitId])].join(':');

/** The unit whose gap a signal names; undefined: it is no gap of a unit. Ids of competencies hold no colon. */
export function unitOfSignal(signalId: string): string | undefined {
  const [kind, , ...unitId] = signalId.split(':');
  return kind === 'competency' && unitId.length > 0 ? unitId.join(':') : undefined;
}

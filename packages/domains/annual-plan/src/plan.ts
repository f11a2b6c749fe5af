import type { AgencyId, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText, textOfLines } from './text.ts';

/**
 * A plan is drafted, proposed, agreed by the Pejabat yang Berwenang and set by the Pejabat Pembina Kepegawaian (PP 11/2017 Ps 207). One
 * that was set never changes; a later version takes its place once that is set.
 */
export const planStates = ['draft', 'proposed', 'agreed', 'set', 'replaced'] as const;
export type PlanState = (typeof planStates)[number];

export interface PlanPlace {
  readonly agencyId: AgencyId;
  /** Calendar year, which is the budget year. */
  readonly year: number;
  /** From 1 on, without gaps. */
  readonly version: number;
}

/** Where the items of one version lie. */
export interface Lot extends PlanPlace {
  readonly lot: string;
}

/** Who has decided outside of this system, and by which letter. */
export interface Decision {
  /** Name and office, as the letter says them. */
  readonly official: string;
  /** Number of the letter. */
  readonly number?: string;
  /** Its day, ISO date. */
  readonly on?: string;
}

export interface PlanStep {
  readonly to: PlanState;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Who has recorded it. */
  readonly by: PersonId;
  /** Why it was returned, or begun anew. */
  readonly reason?: string;
  readonly decision?: Decision;
}

export interface AnnualPlan extends PlanPlace {
  readonly state: PlanState;
  /** Oldest first; nothing is taken out. */
  readonly steps: readonly PlanStep[];
  /** How many items there are. */
  readonly items: number;
  /** Where its items lie; of two who begin one version at once each has a lot of their own, and one lot becomes the plan's. */
  readonly lot: string;
  readonly createdAt: string;
  /** Counts the changes of the plan and of its items, from 1. */
  readonly rev: number;
}

export const mostItems = 500;

export const moves = ['propose', 'agree', 'return', 'set'] as const;
export type Move = (typeof moves)[number];

/** What is not in the table is refused. */
const table: Readonly<Record<Move, readonly (readonly [from: PlanState, to: PlanState])[]>> = {
  propose: [['draft', 'proposed']],
  agree: [['proposed', 'agreed']],
  return: [
    ['proposed', 'draft'],
    ['agreed', 'draft'],
  ],
  set: [['agreed', 'set']],
};

/** The state that a move leads to; undefined: not from here. */
export const stateAfter = (state: PlanState, move: Move): PlanState | undefined =>
  table[move].find(([from]) => from === state)?.[1];

export const movesFrom = (state: PlanState): readonly Move[] =>
  moves.filter((move) => stateAfter(state, move) !== undefined);

const official = lineOfText(3, 160);
const number = lineOfText(3, 80);

export const reasonSchema = textOfLines(5, 500);

/** A plan is set by a decision with number and day; agreement may be given in a meeting. */
export const moveSchema = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('propose') }),
  z.strictObject({
    move: z.literal('agree'),
    decision: z.strictObject({ official, number: number.exactOptional(), on: z.iso.date().exactOptional() }),
  }),
  z.strictObject({ move: z.literal('return'), reason: reasonSchema }),
  z.strictObject({
    move: z.literal('set'),
    decision: z.strictObject({ official, number, on: z.iso.date() }),
  }),
]);
export type MoveRequest = Readonly<z.infer<typeof moveSchema>>;

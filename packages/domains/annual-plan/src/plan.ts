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

/** The letter of a decision, as it was sent: a PDF that does nothing but show. */
export interface Decree {
  readonly decreeId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
  readonly sha256: string;
}

/** Who has decided, and by which letter. */
export interface Decision {
  /** Name and office, as the letter says them. */
  readonly official: string;
  /** Number of the letter. */
  readonly number?: string;
  /** Its day, ISO date. */
  readonly on?: string;
  readonly decree?: Decree;
}

/** `in-person`: the official has decided here; `letter`: somebody of the agency has recorded what was decided elsewhere. */
export const decisionWays = ['in-person', 'letter'] as const;
export type DecisionWay = (typeof decisionWays)[number];

export interface PlanStep {
  readonly to: PlanState;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Who has recorded it. */
  readonly by: PersonId;
  /** Why it was returned, or begun anew. */
  readonly reason?: string;
  readonly decision?: Decision;
  /** How it was decided; absent with steps of before officials had accounts. */
  readonly way?: DecisionWay;
  /** The step before was taken back by whoever had taken it. */
  readonly undone?: true;
}

export interface AnnualPlan extends PlanPlace {
  readonly state: PlanState;
  /** Oldest first; nothing is taken out. */
  readonly steps: readonly PlanStep[];
  /** How many items there are. */
  readonly items: number;
  /** Who has begun, changed or proposed this version; none of them agrees to it, sets it, or records that. */
  readonly drafters: readonly PersonId[];
  /** Where its items lie; of two who begin one version at once each has a lot of their own, and one lot becomes the plan's. */
  readonly lot: string;
  readonly createdAt: string;
  /** Counts the changes of the plan and of its items, from 1. */
  readonly rev: number;
}

export const mostItems = 500;

export const moves = ['propose', 'agree', 'return', 'set', 'undo'] as const;
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
  undo: [
    ['proposed', 'draft'],
    ['agreed', 'proposed'],
    ['set', 'agreed'],
  ],
};

/** The state that a move leads to; undefined: not from here. */
export const stateAfter = (state: PlanState, move: Move): PlanState | undefined =>
  table[move].find(([from]) => from === state)?.[1];

export const movesFrom = (state: PlanState): readonly Move[] =>
  moves.filter((move) => stateAfter(state, move) !== undefined);

export const reasonSchema = textOfLines(5, 500);

/** `official`: as the letter says it; whoever decides in person is named by their account. A plan is set by a decision with number and day. */
const decisionSchema = z.strictObject({
  official: lineOfText(3, 160).exactOptional(),
  number: lineOfText(3, 80).exactOptional(),
  on: z.iso.date().exactOptional(),
});

export const moveSchema = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('propose') }),
  z.strictObject({ move: z.literal('agree'), decision: decisionSchema }),
  z.strictObject({ move: z.literal('return'), reason: reasonSchema }),
  z.strictObject({
    move: z.literal('set'),
    decision: decisionSchema.required({ number: true, on: true }),
  }),
  z.strictObject({ move: z.literal('undo'), reason: reasonSchema.exactOptional() }),
]);
export type MoveRequest = Readonly<z.infer<typeof moveSchema>>;

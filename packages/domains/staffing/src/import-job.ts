import type { AgencyId, Brand, Jp, PersonId } from '@sinau/kernel';
import type { HistoryColumn, HistoryProblem } from '@sinau/rostering/history';
import type { PeopleColumn, PeopleProblem } from '@sinau/rostering/people';
import * as z from 'zod';

export type ImportId = Brand<'PeopleImportId'>;
export const importIdSchema = z.custom<ImportId>(
  (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value),
  { message: 'is not an id' },
);

/** What lists are about: who somebody is, or what they have learned elsewhere before. */
export const listNames = ['people', 'history'] as const;
export type ListName = (typeof listNames)[number];
export type ListProblem = PeopleProblem | HistoryProblem;
export type ListColumn = PeopleColumn | HistoryColumn;

/** What the queue carries. At least once, in any order. */
export const listImportMessageSchema = z.strictObject({
  kind: z.enum(listNames),
  importId: importIdSchema,
});
export type ListImportMessage = z.infer<typeof listImportMessageSchema>;

/** What became of a row. */
export const rowOutcomes = ['created', 'changed', 'skipped', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type RowCounts = Readonly<Record<RowOutcome, number>>;
export const noCounts: RowCounts = { created: 0, changed: 0, skipped: 0, refused: 0 };

/** `trial` looks at every row, `run` takes every row, `supervisors` takes up again those that waited for one. */
export const passes = ['trial', 'run', 'supervisors'] as const;
export type Pass = (typeof passes)[number];

/** `checked` waits for somebody to start the run; `failed` was given up, with what it has done. */
export const importStates = ['checking', 'checked', 'running', 'done', 'failed', 'discarded'] as const;

export interface Sender {
  readonly kind: 'person' | 'client';
  readonly id: string;
  readonly name: string;
}

/** A list of one agency on its way. Times are ISO 8601 UTC. */
export interface ImportJob {
  readonly importId: ImportId;
  readonly agencyId: AgencyId;
  /** As the file was called. */
  readonly name: string;
  readonly state: (typeof importStates)[number];
  readonly heads: readonly string[];
  /** Which column of the file means what. */
  readonly mapping: Readonly<Record<string, number>>;
  /** Without the heads. */
  readonly rows: number;
  readonly pass: Pass;
  /** Rows of this pass that are through. */
  readonly cursor: number;
  readonly trial: RowCounts;
  readonly run: RowCounts;
  readonly createdAt: string;
  readonly createdBy: Sender;
  readonly startedAt?: string;
  readonly startedBy?: Sender;
  readonly finishedAt?: string;
  /** When a worker last got on with it. */
  readonly touchedAt: string;
  /** How often it was taken up again since it last got on. */
  readonly tries: number;
  /** Counts the writes; the next one names the one it has read. */
  readonly rev: number;
}

export interface RowEntry {
  readonly form: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** JP by the rules, caps aside; absent where no rule says. */
  readonly counted?: Jp;
}

export interface RowResult {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: RowOutcome;
  /** As the row says, so that people find it. */
  readonly name: string;
  readonly maskedNumber: string;
  readonly personId?: PersonId;
  /** The record that was made of it, or was there already. */
  readonly learningId?: string;
  /** How a row of the past that is recorded was understood. */
  readonly entry?: RowEntry;
  readonly problem?: ListProblem;
  readonly column?: ListColumn;
  /** Waits for a supervisor who comes later in the list; after the run: who never came. */
  readonly awaitsSupervisor?: true;
}

export const isOpen = ({ state }: ImportJob): boolean => state === 'checking' || state === 'running';

import type { AgencyId, PersonId } from '@sinau/kernel';
import type { SiasnTrouble } from '@sinau/siasn';
import type { Environment } from '../settings.ts';

/** Why nothing came of somebody. `unreadable`: an answer that is no index. */
export type IndexTrouble = SiasnTrouble | 'unreadable';

/** How many people came to what. `numberless`: they have no employee number here. */
export interface IndexCounts {
  readonly value: number;
  readonly none: number;
  readonly failed: number;
  readonly numberless: number;
}
export const noCounts: IndexCounts = { value: 0, none: 0, failed: 0, numberless: 0 };

/** Once through everybody of an agency. Times are ISO 8601 UTC. */
export interface IndexRound {
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly counts: IndexCounts;
}

/** How an agency reads the official indexes of its people, one row an agency. */
export interface IndexReading {
  readonly agencyId: AgencyId;
  readonly isOn: boolean;
  /** Of the round that runs; another environment begins another round. */
  readonly environment: Environment;
  /** When the next round may begin. */
  readonly dueAt: string;
  /** What runs, or ran last; absent: nothing ever did. */
  readonly round?: IndexRound;
  /** The one before. */
  readonly before?: IndexRound;
  /** People who were listed and are to be asked about, and how often SIASN did not answer of them. */
  readonly left: readonly { readonly personId: PersonId; readonly tries: number }[];
  /** Where the list of people goes on; absent while a round runs: it is through, or at its beginning. */
  readonly next?: string;
  /** The list of people was read to its end. */
  readonly isListed: boolean;
  /** Somebody works on these. */
  readonly lease?: {
    readonly leaseId: string;
    readonly heldUntil: string;
    readonly people: readonly PersonId[];
  };
  /** SIASN is left alone until then. `stops`: how often in a row. */
  readonly pause?: {
    readonly because: IndexTrouble;
    readonly at: string;
    readonly until: string;
    readonly stops: number;
  };
  /** When something was read last. */
  readonly readAt?: string;
  /** The last people of whom nothing came, newest first. */
  readonly failures: readonly {
    readonly personId: PersonId;
    readonly because: IndexTrouble;
    readonly at: string;
  }[];
  /** Counts writes; a write names the one it has read, 0 for none. */
  readonly rev: number;
}

export const mostFailures = 20;
/** After the end of a round the next one waits so long. */
export const roundEveryMs = 30 * 24 * 3_600_000;
/** An account or a client that may not is tried again once a day: more locks it. */
export const refusedWaitMs = 24 * 3_600_000;
/** So often SIASN may fail to answer of one person; then the round goes on without them. */
export const mostTries = 3;

export const newReading = (agencyId: AgencyId, now: Date): IndexReading => ({
  ...{ agencyId, isOn: false, environment: 'training', dueAt: now.toISOString() },
  ...{ left: [], isListed: true, failures: [], rev: 0 },
});

export const isRunning = ({ round }: Pick<IndexReading, 'round'>): boolean =>
  round !== undefined && round.finishedAt === undefined;

/** A new round from the beginning; what waits of the old one is in the new one. */
export function begin(reading: IndexReading, environment: Environment, now: Date): IndexReading {
  const { round, next: _, before, ...rest } = reading;
  const last = round ?? before;
  return {
    ...{ ...rest, environment, left: [], isListed: false, failures: [] },
    round: { startedAt: now.toISOString(), counts: noCounts },
    ...(last && { before: last }),
  };
}

/** Everybody was asked about: it ends, and the next one is in a month. */
export function endIfThrough(reading: IndexReading, now: Date): IndexReading {
  const { round, isListed, left } = reading;
  if (!round || round.finishedAt !== undefined || !isListed || left.length > 0) return reading;
  return {
    ...reading,
    round: { ...round, finishedAt: now.toISOString() },
    dueAt: new Date(now.getTime() + roundEveryMs).toISOString(),
  };
}

export const counted = (reading: IndexReading, more: Partial<IndexCounts>): IndexReading => {
  const { round } = reading;
  if (!round || round.finishedAt !== undefined) return reading;
  const { value, none, failed, numberless } = round.counts;
  const counts = {
    value: value + (more.value ?? 0),
    none: none + (more.none ?? 0),
    failed: failed + (more.failed ?? 0),
    numberless: numberless + (more.numberless ?? 0),
  };
  return { ...reading, round: { ...round, counts } };
};

import type { AgencyId } from '@sinau/kernel';
import type { StreamChange } from '@sinau/platform/dynamo';
import { type StoredStatement, targetOf } from '@sinau/xapi';
import type { StoreName } from '../model.ts';
import type { Commit } from './commit.ts';
import { type Healing, healCommit } from './heal-commit.ts';
import type { AppliedVoid } from './links.ts';
import { placeOf } from './position.ts';
import { readCommit } from './read-commit.ts';

/** What a change of the table told about the record. */
export interface RecordedFacts {
  readonly store: StoreName;
  /** Of the commit; unique, so that it tells repeated deliveries apart. */
  readonly position: string;
  /** ISO 8601 UTC. */
  readonly stored: string;
  readonly statements: readonly {
    readonly id: string;
    /** Position of the statement itself. */
    readonly position: string;
    readonly statement: StoredStatement;
    readonly json: string;
    readonly agencies: readonly AgencyId[];
  }[];
  /** Statements taken out of query results by this commit, or that were voided before they came. */
  readonly voids: readonly AppliedVoid[];
}

/** Follows the stream of the LRS table. */
export interface RecordFollower {
  /**
   * Writes what a crashed writer left undone, then tells what was recorded; undefined for changes that record
   * nothing. Idempotent: streams repeat.
   */
  follow(change: StreamChange): Promise<RecordedFacts | undefined>;
}

export function createRecordFollower(healing: Healing): RecordFollower {
  const { context } = healing;
  /** Commits that a try of this process may have left held. */
  const held = new Set<string>();
  return {
    async follow(change) {
      const commit = await readCommit(context, change);
      if (!commit) return undefined;
      const { position } = commit;
      const again = held.has(position);
      held.add(position);
      const healed = await healCommit(healing, commit, again);
      held.delete(position);
      return healed.commit && toFacts(healed.commit, healed.voids);
    },
  };
}

export function toFacts(commit: Commit, voids: readonly AppliedVoid[]): RecordedFacts {
  const { store, position, statements } = commit;
  return {
    store,
    position,
    stored: statements[0]?.statement.stored ?? '',
    statements: statements.map(({ id, index, statement, json, agencies }) => ({
      id,
      position: placeOf(position, index),
      statement,
      json,
      agencies,
    })),
    voids: voids.filter(({ targetId, voidedBy }) =>
      statements.some((one) => one.id === targetId || (one.id === voidedBy && targetOf(one.statement))),
    ),
  };
}

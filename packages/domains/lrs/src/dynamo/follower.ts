import type { AgencyId } from '@sinau/kernel';
import type { StreamChange } from '@sinau/platform/dynamo';
import { describedActivities, type StoredStatement, targetOf } from '@sinau/xapi';
import type { StoreName } from '../model.ts';
import type { ActivityStore } from '../ports.ts';
import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { hold, release } from './holds.ts';
import { type AppliedVoid, lateReferences, settleLinks } from './links.ts';
import { listRows } from './list-rows.ts';
import { placeOf } from './position.ts';
import { readCommit } from './read-commit.ts';
import { writeRows } from './write-rows.ts';

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

export function createRecordFollower(context: LrsContext, activities: ActivityStore): RecordFollower {
  return {
    async follow(change) {
      const commit = await readCommit(context, change);
      if (!commit) return undefined;
      await heal(context, commit);
      const late = await lateReferences(context, commit);
      const voids = await settleLinks(context, commit, new Set([...commit.referred, ...late]));
      const described = commit.statements
        .filter(({ defines }) => defines)
        .flatMap(({ statement }) => describedActivities(statement));
      await activities.describe(commit.store, described);
      context.horizon.healed(commit.position);
      return toFacts(commit, voids);
    },
  };
}

/** The last list row tells that all are there. */
async function heal(context: LrsContext, commit: Commit): Promise<void> {
  const { dynamo, table } = context;
  const rows = listRows(context, await context.hasher(), commit);
  const last = rows.at(-1);
  if (!last) return;
  const key = { pk: last.pk, sk: last.sk };
  if (await dynamo.get({ table, key, consistent: true })) return;
  await hold(context, commit.position);
  await writeRows(context, rows);
  await release(context, commit.position);
}

function toFacts(commit: Commit, voids: readonly AppliedVoid[]): RecordedFacts {
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

import { type Digest, Unavailable } from '@sinau/kernel';
import { type Dynamo, type QueryInput, queryAll, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import { arrived, metAgain, saidAgain } from '../../results/arrived.ts';
import type { InboxResult, ResultDecision } from '../../results/inbox-result.ts';
import type { ResultPage, ResultStore, Taken } from '../../results/ports.ts';
import type { ResultEvent } from '../../results/result-event.ts';
import {
  anyPlacePrefix,
  placeKey,
  placePrefix,
  placesPartition,
  providerPartition,
  rawKey,
  resultKey,
  unmatchedPartition,
  unmatchedPrefix,
} from './keys.ts';
import { readResult, readSentRow, toResultRow, toSentRow } from './rows.ts';

interface ResultStoreDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Pick<Digest, 'sha1' | 'sha256'>;
}

/** How often it is looked again when somebody else has written meanwhile. */
const rounds = 8;

/** One row a result, one for how it was sent, and one where it counts. */
export function createResultStore(deps: ResultStoreDeps): ResultStore {
  const { dynamo, table } = deps;

  async function find(resultId: string): Promise<InboxResult | undefined> {
    const row = await dynamo.get({ table, key: resultKey(resultId), consistent: true });
    return row && readResult(row);
  }

  /** What it means that `again` is there already, and what that moves. */
  async function takeAgain(again: InboxResult): Promise<Taken> {
    for (let round = 0; round < rounds; round += 1) {
      const known = await find(again.resultId);
      if (!known) return 'duplicate';
      const met = metAgain(known, again);
      const moved = met === 'duplicate' ? saidAgain(known, again) : undefined;
      if (!moved) return met;
      const written = await dynamo.transactWrite(againWrites(table, moved));
      if (written.outcome === 'done') return met;
    }
    throw new Unavailable('Others are writing this result; please try again.');
  }

  return {
    taking: (event) => ({ writes: takingWrites(deps, event) }),
    async take(event) {
      const written = await dynamo.transactWrite(takingWrites(deps, event));
      if (written.outcome === 'done') return 'taken';
      return takeAgain(arrived(deps.digest, event).result);
    },
    find,
    async readSent(resultId) {
      const row = await dynamo.get({ table, key: rawKey(resultId), consistent: true });
      return row && readSentRow(row);
    },
    async eraseSent(resultId, at) {
      const item = toSentRow(resultId, at, { state: 'erased', at });
      // There, and not erased yet: a step that is repeated keeps the time of the first one.
      const expression = 'attribute_exists(pk) AND attribute_not_exists(erasedAt)';
      const written = await dynamo.put({ table, item, condition: { expression } });
      return written.outcome === 'done' ? 'erased' : 'absent';
    },
    async decide(seen, decision) {
      const written = await dynamo.transactWrite(decideWrites(table, seen, decision));
      return written.outcome === 'done' ? 'decided' : 'changed';
    },
    versionsOf: ({ registration, moduleId }) =>
      versions(deps, placesPartition(registration), placePrefix(moduleId)),
    versionsOfRegistration: (registration) => versions(deps, placesPartition(registration), anyPlacePrefix),
    list: ({ providerId, ...page }) =>
      listed(deps, page, { index: 'gsi1', partition: providerPartition(providerId), descending: true }),
    listUnmatched({ providerId, connectionId, externalCourseId, ...page }) {
      const course = externalCourseId === undefined ? {} : { externalCourseId };
      const sort =
        connectionId === undefined ? {} : { sort: { prefix: unmatchedPrefix({ connectionId, ...course }) } };
      return listed(deps, page, { index: 'gsi2', partition: unmatchedPartition(providerId), ...sort });
    },
  };
}

function takingWrites({ digest, table }: ResultStoreDeps, event: ResultEvent): readonly TransactItem[] {
  const { result, sent } = arrived(digest, event);
  // Absent: the same saying by two ways or deliveries at once.
  const condition = { expression: 'attribute_not_exists(pk)' };
  return [
    { kind: 'put', table, item: toResultRow(result), condition },
    { kind: 'put', table, item: toSentRow(result.resultId, event.receivedAt, sent) },
  ];
}

function decideWrites(table: string, seen: InboxResult, decision: ResultDecision): readonly TransactItem[] {
  const { resultId, rev } = seen;
  const next: InboxResult = { ...seen, decision, rev: rev + 1 };
  const key = (of: InboxResult) =>
    of.decision.state === 'placed' ? placeKey(of.decision.place, resultId) : undefined;
  const [from, to] = [key(seen), key(next)];
  const leaves = from !== undefined && (from.pk !== to?.pk || from.sk !== to.sk);
  return [
    // Unmoved: two people, or a person and the match that comes by itself.
    { kind: 'put', table, item: toResultRow(next), condition: unmoved(rev) },
    ...(to ? [{ kind: 'put', table, item: { ...to, kind: 'result-version', ...next } } as const] : []),
    ...(leaves ? [{ kind: 'delete', table, key: from } as const] : []),
  ];
}

const unmoved = (rev: number) => ({ expression: 'rev = :rev', values: { ':rev': rev } });

/** Where it counts it is settled anew: the stream tells of the change as of a decision. */
function againWrites(table: string, moved: InboxResult): readonly TransactItem[] {
  const { decision, resultId, rev } = moved;
  const next: InboxResult = { ...moved, rev: rev + 1 };
  const place = decision.state === 'placed' ? placeKey(decision.place, resultId) : undefined;
  return [
    { kind: 'put', table, item: toResultRow(next), condition: unmoved(rev) },
    ...(place ? [{ kind: 'put', table, item: { ...place, kind: 'result-version', ...next } } as const] : []),
  ];
}

async function versions(
  deps: ResultStoreDeps,
  partition: string,
  prefix: string,
): Promise<readonly InboxResult[]> {
  return (await queryAll(deps, { partition, sort: { prefix }, consistent: true })).map(readResult);
}

async function listed(
  { dynamo, table }: ResultStoreDeps,
  { limit, after }: { readonly limit: number; readonly after?: string },
  query: Omit<QueryInput, 'table'>,
): Promise<ResultPage> {
  const { items, ...next } = await queryPage(dynamo, { table, ...query, limit, after });
  return { results: items.map(readResult), ...next };
}

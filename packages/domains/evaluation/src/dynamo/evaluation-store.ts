import { type Dynamo, queryAll, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import type { Evaluation, Words } from '../evaluation.ts';
import { scopesOf } from '../note-standings.ts';
import type { EvaluationStore, SubjectPlace } from '../ports.ts';
import { type Group, stepBetween, type Tally } from '../tally.ts';
import {
  evaluationKey,
  personPartition,
  sumsKey,
  teamKey,
  teamPartition,
  turnPartition,
  turnShards,
  wordsPartition,
  wordsSortKey,
} from './keys.ts';
import { placeRow, readEvaluationRow, toEvaluationRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createEvaluationStore(door: Door): EvaluationStore {
  const { dynamo, table } = door;
  return {
    async find(place) {
      const row = await dynamo.get({ table, key: evaluationKey(place), consistent: true });
      return row && readEvaluationRow(row);
    },
    async ofPerson(personId) {
      const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
      return rows.map(readEvaluationRow);
    },
    async step(before, after) {
      const one = after ?? before;
      if (!one) return 'done';
      const { outcome } = await dynamo.transactWrite([
        ...rowItems(door, before, after),
        ...sumItems(door, stepBetween(before, after), one),
        ...wordItems(door, before, after),
        ...teamItems(door, before, after),
      ]);
      return outcome === 'done' ? 'done' : 'changed';
    },
    async askedOf(supervisorId) {
      const rows = await queryAll(door, { partition: teamPartition(supervisorId), consistent: true });
      return rows.map((row) => placeRow.parse(row));
    },
    async due(now, limit) {
      const shards = await Promise.all(
        Array.from({ length: turnShards }, (_, shard) =>
          dynamo.query({
            ...{ table, index: 'gsi1', partition: turnPartition(shard), limit },
            // Up to now and no further; `~` sorts behind every id.
            sort: { between: ['0', `${now}~`] },
          }),
        ),
      );
      const rows = shards.flatMap(({ items }) => items);
      const bySort = rows.toSorted((a, b) => (String(a.gsi1sk) < String(b.gsi1sk) ? -1 : 1));
      return bySort.slice(0, limit).map((row) => placeRow.parse(row));
    },
  };
}

function rowItems(
  { table }: Door,
  before: Evaluation | undefined,
  after: Evaluation | undefined,
): readonly TransactItem[] {
  const rev = before?.rev ?? 0;
  // As it was read: closes the race of learner, supervisor and the facts that follow the completion.
  const condition = unchangedSince(rev);
  if (after) return [{ kind: 'put', table, item: toEvaluationRow({ ...after, rev: rev + 1 }), condition }];
  return before ? [{ kind: 'delete', table, key: evaluationKey(before), condition }] : [];
}

/** Counters are the numbers among the attributes of the row. */
function sumItems({ table }: Door, step: Tally, one: Evaluation): readonly TransactItem[] {
  const entries = Object.entries(step);
  if (entries.length === 0) return [];
  const { subject, owner, title, year, personId } = one;
  return scopesOf(one).map((scope) => ({
    ...{ kind: 'update' as const, table, key: sumsKey({ scope, year, subject }, personId) },
    update: `ADD ${entries.map((_, n) => `#n${n} :n${n}`).join(', ')} SET #kind = :kind, #subject = :subject, #owner = :owner, #title = :title`,
    names: {
      ...Object.fromEntries(entries.map(([name], n) => [`#n${n}`, name])),
      ...{ '#kind': 'kind', '#subject': 'subject', '#owner': 'owner', '#title': 'title' },
    },
    values: {
      ...Object.fromEntries(entries.map(([, count], n) => [`:n${n}`, count])),
      ...{ ':kind': 'evaluation-sums', ':subject': subject, ':owner': owner, ':title': title },
    },
  }));
}

/** What is told of what somebody wrote, while the completion stands. */
function wordsIn(one: Evaluation | undefined): ReadonlyMap<Group, Words> {
  const found = new Map<Group, Words>();
  if (one?.state !== 'standing') return found;
  if (one.reaction?.comment) found.set('r', one.reaction.comment);
  if (one.applied?.example) found.set('a', one.applied.example);
  if (one.supervisor?.example) found.set('s', one.supervisor.example);
  return found;
}

/** Words lie apart from whoever wrote them: the row tells no person, no scores and no other words. */
function wordItems(
  { table }: Door,
  before: Evaluation | undefined,
  after: Evaluation | undefined,
): readonly TransactItem[] {
  const one = after ?? before;
  if (!one) return [];
  const [was, is] = [wordsIn(before), wordsIn(after)];
  const { subject, owner, agencyId, year } = one;
  const place: SubjectPlace = { scope: { kind: 'owner', owner }, year, subject };
  const keyOf = (group: Group, { wordsId }: Words) => ({
    ...{ pk: wordsPartition(place), sk: wordsSortKey(group, wordsId) },
  });
  return (['r', 'a', 's'] as const).flatMap((group): readonly TransactItem[] => {
    const [old, next] = [was.get(group), is.get(group)];
    if (old === next || (old?.wordsId === next?.wordsId && old?.text === next?.text)) return [];
    if (!next) return old ? [{ kind: 'delete', table, key: keyOf(group, old) }] : [];
    const key = keyOf(group, next);
    return [
      ...(old && old.wordsId !== next.wordsId
        ? [{ kind: 'delete' as const, table, key: keyOf(group, old) }]
        : []),
      {
        ...{ kind: 'put', table },
        item: {
          ...{ ...key, kind: 'evaluation-words', ...next },
          ...(agencyId !== undefined && {
            gsi1pk: wordsPartition({ ...place, scope: { kind: 'agency', agencyId } }),
            gsi1sk: key.sk,
          }),
        },
      },
    ];
  });
}

/** Where a supervisor finds whom they were asked about. */
function teamItems(
  { table }: Door,
  before: Evaluation | undefined,
  after: Evaluation | undefined,
): readonly TransactItem[] {
  const one = after ?? before;
  const [was, is] = [before?.asked?.supervisorId, after?.asked?.supervisorId];
  if (!one || was === is) return [];
  const { personId, evaluationId } = one;
  return [
    ...(was === undefined ? [] : [{ kind: 'delete' as const, table, key: teamKey(was, one) }]),
    ...(is === undefined
      ? []
      : [
          {
            ...{ kind: 'put' as const, table },
            item: { ...teamKey(is, one), kind: 'evaluation-team', personId, evaluationId },
          },
        ]),
  ];
}

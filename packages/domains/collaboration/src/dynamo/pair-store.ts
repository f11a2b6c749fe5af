import { type Dynamo, queryAll, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { countsBetween, monthsOf, type Slot, slotSides } from '../effects.ts';
import { isLive, type Pair, type PairId, type Side, sides } from '../pair.ts';
import type { PairStore, TurnPlace } from '../ports.ts';
import { overlaps, type Session, takesTime } from '../session.ts';
import {
  agencyPartition,
  agendaKey,
  claimKey,
  memberKey,
  memberPartition,
  pairKey,
  pairPartition,
  sessionKey,
  sessionPrefix,
  turnPartition,
  turnShards,
} from './keys.ts';
import {
  counter,
  id,
  memberIndex,
  memberKeyOf,
  memberOf,
  readMemberRow,
  readPairRow,
  readSessionRow,
  readTurnRow,
  toPairRow,
  toSessionRow,
} from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createPairStore(door: Door): PairStore {
  const { dynamo, table } = door;
  const find: PairStore['find'] = async (pairId) => {
    const row = await dynamo.get({ table, key: pairKey(pairId), consistent: true });
    return row && readPairRow(row);
  };
  return {
    find,
    step: (before, after) => step(door, before, after),
    async ofPerson(personId) {
      const rows = await queryAll(door, { partition: memberPartition(personId), consistent: true });
      const keys = rows.map(({ sk }) => pairKey(sk as PairId));
      return keys.length === 0
        ? []
        : (await dynamo.batchGet({ table, keys, consistent: true })).map(readPairRow);
    },
    async findSession(place) {
      const row = await dynamo.get({ table, key: sessionKey(place), consistent: true });
      return row && readSessionRow(row);
    },
    async sessionsOf(pairId) {
      const partition = pairPartition(pairId);
      const rows = await queryAll(door, { partition, sort: { prefix: sessionPrefix }, consistent: true });
      return rows.map(readSessionRow);
    },
    stepSession: (before, after) => stepSession(door, before, after),
    due: (now, limit) => due(door, now, limit),
    async listOf(agencyId) {
      const rows = await queryAll(door, { index: 'gsi1', partition: agencyPartition(agencyId) });
      return rows.map(readMemberRow);
    },
  };
}

async function due({ dynamo, table }: Door, now: string, limit: number): Promise<readonly TurnPlace[]> {
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
  const bySort = rows.toSorted((a, b) => (String(a['gsi1sk']) < String(b['gsi1sk']) ? -1 : 1));
  return bySort.slice(0, limit).map(readTurnRow);
}

async function step(
  { dynamo, table }: Door,
  before: Pair | undefined,
  after: Pair,
): Promise<'done' | 'changed' | 'taken'> {
  const rev = before?.rev ?? 0;
  const claim = claimKey(after.guide.personId, after.learner.personId, after.kind);
  const claims: readonly TransactItem[] = before
    ? isLive(before) && !isLive(after)
      ? [{ kind: 'delete', table, key: claim }]
      : []
    : [
        {
          ...{ kind: 'put', table, item: { ...claim, kind: 'pair-of-two', pairId: after.pairId } },
          // Of two who ask each other in the same moment one has asked.
          condition: { expression: 'attribute_not_exists(pk)' },
        },
      ];
  const { outcome, ...rest } = await dynamo.transactWrite([
    // As it was read: closes the race of the two with each other and with the turn.
    {
      ...{ kind: 'put', table, item: toPairRow({ ...after, rev: rev + 1 }), condition: unchangedSince(rev) },
    },
    ...claims,
    ...sides.map((side) => memberItem(table, after, side)),
  ]);
  if (outcome === 'done') return 'done';
  const [, second] = 'reasons' in rest ? rest.reasons : [];
  return !before && second?.code === 'ConditionalCheckFailed' ? 'taken' : 'changed';
}

/** What the pair says of its member; counters stay as they are. */
function memberItem(table: string, after: Pair, side: Side): TransactItem {
  const { unitId, ...said } = { ...memberOf(after, side), ...memberIndex(after, side) };
  const fields = Object.entries({ ...said, kind: 'pair-member', ...(unitId !== undefined && { unitId }) });
  return {
    ...{ kind: 'update', table, key: memberKeyOf(after, side) },
    update: `SET ${fields.map((_, n) => `#f${n} = :f${n}`).join(', ')}${unitId === undefined ? ' REMOVE #unit' : ''}`,
    names: {
      ...Object.fromEntries(fields.map(([name], n) => [`#f${n}`, name])),
      ...(unitId === undefined && { '#unit': 'unitId' }),
    },
    values: Object.fromEntries(fields.map(([, value], n) => [`:f${n}`, value])),
  };
}

const agendaRow = z.object({
  slots: z.array(z.object({ sessionId: id<string>(), startsAt: z.string(), endsAt: z.string() })).readonly(),
  rev: z.number(),
});

async function stepSession(
  door: Door,
  before: Session | undefined,
  after: Session,
): ReturnType<PairStore['stepSession']> {
  const { dynamo, table } = door;
  const agendas: TransactItem[] = [];
  for (const side of slotSides(before, after)) {
    const items = await agendaItems(door, side, { before, after });
    if (!items) return { outcome: 'busy', side };
    agendas.push(...items);
  }
  const rev = before?.rev ?? 0;
  const { outcome } = await dynamo.transactWrite([
    // As it was read: closes the race of the two with each other and with the turn.
    {
      ...{
        kind: 'put',
        table,
        item: toSessionRow({ ...after, rev: rev + 1 }),
        condition: unchangedSince(rev),
      },
    },
    ...agendas,
    ...counterItems(table, before, after),
  ]);
  return { outcome: outcome === 'done' ? 'done' : 'changed' };
}

/** Undefined where somebody is in another session at that time. */
async function agendaItems(
  { dynamo, table }: Door,
  side: Side,
  { before, after }: { readonly before: Session | undefined; readonly after: Session },
): Promise<readonly TransactItem[] | undefined> {
  const takes = takesTime(after) ? monthsOf(after) : [];
  const months = new Set([...takes, ...(before && takesTime(before) ? monthsOf(before) : [])]);
  const { sessionId, startsAt, endsAt } = after;
  const items: TransactItem[] = [];
  for (const month of months) {
    const key = agendaKey(after[side], month);
    const row = await dynamo.get({ table, key, consistent: true });
    const { slots, rev } = row ? agendaRow.parse(row) : { slots: [], rev: 0 };
    const others = slots.filter((slot) => slot.sessionId !== sessionId);
    const isTaken = takes.includes(month);
    if (isTaken && others.some((slot) => overlaps(slot, after))) return undefined;
    const own: readonly Slot[] = isTaken ? [{ sessionId, startsAt, endsAt }] : [];
    items.push({
      ...{
        kind: 'put',
        table,
        item: { ...key, kind: 'session-times', slots: [...others, ...own], rev: rev + 1 },
      },
      // As it was read: of two sessions that are written at once in one time one is refused, or tried again.
      condition: unchangedSince(rev),
    });
  }
  return items;
}

function counterItems(table: string, before: Session | undefined, after: Session): readonly TransactItem[] {
  const counts = [...countsBetween(before, after)].flatMap(([year, { sessions, minutes }]) => [
    ...(sessions === 0 ? [] : [[counter('sessions', year), sessions] as const]),
    ...(minutes === 0 ? [] : [[counter('minutes', year), minutes] as const]),
  ]);
  if (counts.length === 0) return [];
  return sides.map((side) => ({
    ...{ kind: 'update', table, key: memberKey(after[side], after.pairId) },
    update: `ADD ${counts.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
    names: Object.fromEntries(counts.map(([name], n) => [`#n${n}`, name])),
    values: Object.fromEntries(counts.map(([, count], n) => [`:n${n}`, count])),
  }));
}

import type { AgencyId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { parseKey } from '@sinau/platform/dynamo';
import { concernOf } from '@sinau/xapi';
import type {
  AttachmentStore,
  ConcernedStatement,
  ConcerningQuery,
  RewriteQuery,
  RewriteStep,
  StatementEraser,
} from '../ports.ts';
import type { LrsContext } from './context.ts';
import { openFence } from './erasure-fence.ts';
import { finishCommit, type RewriteParts, rewriteCommit } from './erasure-rewrite.ts';
import { type ConcernedGroup, concernedAt, personLists, placeOfGroup, walkPerson } from './erasure-walk.ts';
import { locate } from './locate.ts';
import { placeOf } from './position.ts';

/** Takes people out of the LRS table and its objects. */
export function createStatementEraser(context: LrsContext, attachments: AttachmentStore): StatementEraser {
  return {
    async concerning(query) {
      const found: ConcernedStatement[] = [];
      let looked = 0;
      for await (const group of walkPerson(context, query)) {
        found.push(...(await concernedIn(context, query, group)));
        looked += 1;
        if (looked >= query.limit) return { found, last: group.position };
      }
      return { found };
    },
    async rewrite(query) {
      const fence = await openFence(context);
      if (!fence) return { outcome: 'busy' };
      try {
        const ownLists = await personLists(context, query);
        return await rewriteSome({ context, attachments, fence, ownLists }, query);
      } finally {
        await fence.close();
      }
    },
  };
}

async function concernedIn(
  context: LrsContext,
  query: ConcerningQuery,
  group: ConcernedGroup,
): Promise<readonly ConcernedStatement[]> {
  if (group.plain.length === 0) return [];
  const at = await concernedAt(context, await placeOfGroup(context, query, group), query.identities);
  const voided = new Set(group.rows.filter(isMarker).map(({ sk }) => Number(parseKey(sk)[2])));
  return (at?.concerned ?? []).map(({ id, index, statement, json, agencies }) => ({
    recorded: { id, position: placeOf(group.position, index), statement, json },
    concern: concernOf(statement, query.identities) === 'actor' ? 'actor' : 'mentioned',
    voided: voided.has(index),
    agencies,
  }));
}

async function rewriteSome(parts: RewriteParts, query: RewriteQuery): Promise<RewriteStep> {
  const { context } = parts;
  const sum = { erased: 0, changed: 0, held: 0 };
  const agencies = new Set<AgencyId>();
  let looked = 0;
  for await (const group of walkPerson(context, query)) {
    const one = group.plain.length > 0 ? await rewriteGroup(parts, query, group) : undefined;
    if (!one) await removeStrays(parts, query, group);
    else if (one.outcome === 'held') sum.held += 1;
    else {
      sum.erased += one.erased;
      sum.changed += one.changed;
      for (const agency of one.agencies) agencies.add(agency);
    }
    looked += 1;
    if (looked >= query.limit) {
      return { outcome: 'done', ...sum, agencies: [...agencies], last: group.position };
    }
  }
  return { outcome: 'done', ...sum, agencies: [...agencies] };
}

async function rewriteGroup(parts: RewriteParts, query: RewriteQuery, group: ConcernedGroup) {
  const { context } = parts;
  const place = await placeOfGroup(context, query, group);
  const at = await concernedAt(context, place, query.identities);
  if (at && at.concerned.length > 0) return rewriteCommit(parts, at.commit, query.decide);
  const own = group.plain.map((row) => ({ pk: row.pk, sk: row.sk }));
  const outcome = await finishCommit(parts, place, { commit: at?.commit, own });
  return { outcome, erased: 0, changed: 0, agencies: [] };
}

const isMarker = ({ sk }: Item): boolean => parseKey(sk)[1] === 'v';

/** Rows that lead here through a statement that does not concern the person any more: a writer was on its way. */
async function removeStrays(
  { context, fence }: RewriteParts,
  { store, identities }: RewriteQuery,
  { position, rows }: ConcernedGroup,
): Promise<void> {
  const { table } = context;
  const strays: Item[] = [];
  for (const row of rows.filter((one) => !isMarker(one))) {
    const via = await locate(context, store, String(row.v));
    const leads = via.state === 'committed' && concernOf(via.one.statement, identities) !== 'none';
    if (!leads) strays.push(row);
  }
  // A marker says nothing beside nothing.
  const markers = rows.filter(isMarker);
  if (strays.length + markers.length === rows.length) strays.push(...markers);
  await fence.write(
    position,
    strays.map(({ pk, sk }) => ({ kind: 'delete', table, key: { pk, sk } })),
  );
}

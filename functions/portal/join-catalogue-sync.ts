import { type Connection, ownConnection } from '@sinau/connectors';
import {
  type AuditLine,
  decideItem,
  findingsNow,
  type ItemFinding,
  partyOf,
  previewBatch,
  type SyncBatch,
  type SyncItem,
  SyncNotFound,
  type SyncParty,
  type SyncRun,
  startBatch,
  startSync,
} from '@sinau/connectors/sync';
import type { Principal } from '@sinau/kernel';
import type {
  CatalogueBatchHead,
  CatalogueItem,
  CatalogueRow,
  CatalogueRun,
  CatalogueSyncPorts,
} from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import { dropOf, readSyncItem } from '../shared/sync-views.ts';
import type { PortalDeps } from './deps.ts';

const pageSize = 25;
const shownRuns = 6;
/** Of so many the newest that did something are shown. */
const lookedBatches = 12;
const shownBatches = 5;
const shownDuplicates = 5;

type Deps = Pick<PortalDeps, 'connectors' | 'catalogueSync' | 'signer'>;
type At = (
  principal: Principal,
  id: string,
) => Promise<{
  readonly connection: Connection;
  readonly parts: Awaited<ReturnType<Deps['catalogueSync']>>;
  readonly connectionId: Connection['connectionId'];
}>;

/** Catalogues of connections for the pages of authors; whose they are comes from the session alone. */
export function joinCatalogueSync(deps: Deps): CatalogueSyncPorts {
  const connectionOf = async (principal: Principal, connectionId: string): Promise<Connection> =>
    ownConnection(await deps.connectors(), { principal, connectionId });
  const at: At = async (principal, id) => {
    const [connection, parts] = await Promise.all([connectionOf(principal, id), deps.catalogueSync()]);
    return { connection, parts, connectionId: connection.connectionId };
  };
  return {
    async catalogueOf(person, id, { list, page }) {
      const { connection, parts, connectionId } = await at(person, id);
      const pages = sealedPages(deps, { list: 'catalogue', by: person, of: [connectionId, list] });
      const [runs, batches, { items, next }] = await Promise.all([
        parts.sync.listRuns(connectionId, shownRuns),
        parts.sync.listBatches(connectionId, lookedBatches),
        parts.sync.listItems(connectionId, list, { limit: pageSize, ...pages.open(page) }),
      ]);
      return {
        connection: headOf(connection),
        runs: runs.map(runView),
        batches: batches.filter(didSomething).slice(0, shownBatches).map(batchView),
        rows: await Promise.all(
          items.map(async (item) => rowOf(item, await findingsNow(parts, connection, item))),
        ),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async start(person, id, believedMissing) {
      const { connection, parts } = await at(person, id);
      const believed = believedMissing !== undefined && { believedMissing };
      await startSync(parts, { connection, by: partyOf(person), ...believed });
    },
    async itemOf(person, id, externalId) {
      const { connection, parts, connectionId } = await at(person, id);
      const found = await readSyncItem(parts, { connectionId, externalId });
      return itemView(connection, { ...found, findings: await findingsNow(parts, connection, found.item) });
    },
    async decide(person, id, { externalId, take, keep, ...decision }) {
      const { parts, connectionId } = await at(person, id);
      const said = { ...decision, take: [...take], keep: [...keep] };
      await decideItem(parts, { connectionId, externalId, by: partyOf(person), decision: said });
    },
    async previewOf(person, id, list) {
      const { connection, parts, connectionId } = await at(person, id);
      const [preview, batches] = await Promise.all([
        previewBatch(parts, { connection, lists: [list] }),
        parts.sync.listBatches(connectionId, lookedBatches),
      ]);
      const running = batches.find(({ state, lists }) => state === 'running' && lists.includes(list));
      return {
        ...{ connection: headOf(connection), list, ...preview },
        ...(running && { running: batchView(running) }),
      };
    },
    async acceptMany(person, id, { list, ...what }) {
      const { connection, parts } = await at(person, id);
      const request = { lists: [list], ...what };
      return (await startBatch(parts, { connection, by: partyOf(person), request })).batchId;
    },
    ...accepted(deps, at),
  };
}

function accepted(deps: Deps, at: At): Pick<CatalogueSyncPorts, 'batchOf'> {
  return {
    async batchOf(person, id, { batchId, page, only }) {
      const { connection, parts, connectionId } = await at(person, id);
      const batch = await parts.sync.findBatch(connectionId, batchId);
      if (!batch) throw new SyncNotFound('batch');
      const pages = sealedPages(deps, {
        list: 'catalogue-batch',
        by: person,
        of: [connectionId, batchId, only],
      });
      const { results, next } = await parts.sync.listResults(batch, {
        limit: pageSize,
        ...pages.open(page),
        ...(only && { only }),
      });
      return {
        ...{ connection: headOf(connection), ...batchView(batch), results },
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
  };
}

const didSomething = ({ state, counts }: SyncBatch): boolean =>
  state === 'running' || Object.values(counts).some((count) => count > 0);

function batchView({
  batchId,
  state,
  lists,
  counts,
  expected,
  createdAt,
  by,
}: SyncBatch): CatalogueBatchHead {
  const name = nameOf(by);
  return {
    ...{ batchId, state, lists, counts, startedAt: createdAt },
    ...(expected !== undefined && { expected }),
    ...(name !== undefined && { by: name }),
  };
}

const headOf = ({ connectionId, name, kind, state }: Connection) => ({ connectionId, name, kind, state });

function runView(run: SyncRun): CatalogueRun {
  const { runId, state, counts, startedBy, failedBecause, endedAt } = run;
  const name = startedBy && nameOf(startedBy);
  const drop = run.withdrawals === 'held' && dropOf(run);
  return {
    ...{ runId, state, counts },
    ...(name !== undefined && { startedBy: name }),
    startedAt: run.startedAt ?? run.queuedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(failedBecause && { failedBecause }),
    ...(drop && { drop }),
    duplicates: run.findings
      .flatMap((finding) => (finding.code === 'duplicate' ? [finding.externalId] : []))
      .slice(0, shownDuplicates),
  };
}

const nameOf = (party: SyncParty): string | undefined => (party.kind === 'rule' ? undefined : party.name);

function rowOf(
  { externalId, content, waiting, accepted, seenAt, closed }: SyncItem,
  findings: readonly ItemFinding[],
): CatalogueRow {
  return {
    ...{ externalId, title: content.title },
    ...(content.code !== undefined && { code: content.code }),
    ...(waiting && { change: waiting.change }),
    fields: waiting?.fields ?? [],
    findings,
    since: waiting?.since ?? accepted?.at ?? seenAt,
    ...(closed !== undefined && { isClosed: true as const }),
  };
}

function itemView(
  connection: Connection,
  {
    item,
    audit,
    fields,
    learners,
    list,
    findings,
  }: Awaited<ReturnType<typeof readSyncItem>> & { readonly findings: readonly ItemFinding[] },
): CatalogueItem {
  const { externalId, rev, content, waiting, courseId, undo, closed } = item;
  const rejected = waiting?.rejected;
  const rejectedBy = rejected && nameOf(rejected.by);
  return {
    ...{ connection: headOf(connection), externalId, rev, title: content.title, fields },
    ...(list && { list }),
    ...(waiting && { change: waiting.change }),
    findings,
    ...(courseId !== undefined && { courseId }),
    ...(learners !== undefined && { learners }),
    ...(rejected && {
      rejected: { at: rejected.at, ...(rejectedBy !== undefined && { by: rejectedBy }) },
    }),
    mayUndo: rejected !== undefined || undo !== undefined,
    ...(closed !== undefined && { isClosed: true as const }),
    audit: audit.map(lineView),
  };
}

function lineView(line: AuditLine): CatalogueItem['audit'][number] {
  const { at, action, change, fields, submitted } = line;
  const by = nameOf(line.by);
  return {
    ...{ at, action, change },
    ...(by !== undefined && { by }),
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
    ...(submitted !== undefined && { submitted }),
  };
}

import { connectionIdSchema, jobMessageSchema, kindTraits, lacksComparison } from '@sinau/connectors';
import { createReconciliationStore, createResultStore } from '@sinau/connectors/dynamo';
import { askFirst, noteAged, reconcile, startReconciliation } from '@sinau/connectors/reconciliation';
import { createGuestStore } from '@sinau/delivery/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import * as z from 'zod';
import { createSessionParts } from '../shared/delivery-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createEntitlements } from '../shared/entitlements.ts';
import { createKnownPeople } from '../shared/known-people.ts';
import { openOurSide } from '../shared/our-side.ts';
import { createResultStandings } from '../shared/result-standings.ts';
import { createSharedAttributes } from '../shared/shared-attributes.ts';
import { createSubjectsByName } from '../shared/subjects-by-name.ts';
import { createToolComparison } from '../shared/tool-comparison.ts';
import { activeTools, toolConnection, toolOf } from '../shared/tool-connection.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';
import { pollDepsOf } from './poll-results-job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('reconcile'),
  connectionId: connectionIdSchema,
  /** Absent: by the schedule, which begins one. */
  runId: z.string().max(64).exactOptional(),
  /** Something has come then: a comparison that began before does not count. ISO 8601 UTC. */
  freshAt: z.string().max(40).exactOptional(),
  /** How often the end of another comparison was waited for. */
  waits: z.int().nonnegative().exactOptional(),
});

type Message = z.output<typeof schema>;

/** One message works so long; what is left is another's. */
const workMs = 60_000;
/** Of each hour. */
const planMinute = 7;
/** UTC: at three in the morning in Jakarta. */
const toolHour = 20;
/** What has just come is placed by others within seconds. */
const placedSeconds = 5;
/** A comparison that is under way is waited for so long, and so often; then the one of the night has to do. */
const waitSeconds = 60;
const mostWaits = 60;

/** Compares enrolments and results of ours with those of the provider, or with what a tool has sent. */
export function reconcileJob(parts: ConnectorParts) {
  const { connections, adapters, clock, health, ids, stores, log, queue } = parts;
  const results = createResultStore({ ...stores, digest: nodeDigest });
  const { registrations, content } = createSessionParts({ parts: parts.parts, env: parts.env });
  const enrolments = createEnrolmentStore(stores);
  const entitlements = createEntitlements({ enrolments, guests: createGuestStore(stores) });
  const reconciliation = createReconciliationStore(stores);
  const asking = pollDepsOf(parts);
  const parting = { results, entitlements, registrations, content };
  const deps = {
    ...{ adapters, clock, ids, results, reconciliation, digest: nodeDigest },
    placing: asking.placing,
    ours: openOurSide(stores),
    known: createKnownPeople(stores),
    subjects: createSubjectsByName({
      people: createPeopleStore(stores),
      sharing: createSharedAttributes(parts),
    }),
    ask: (input: Parameters<typeof askFirst>[1]) => askFirst(asking, input),
    standings: createResultStandings(parting),
  };
  /** The run of the message, a new one, or the one under way: its worker may have died before it told anybody. */
  const runOf = async ({ connectionId, runId, freshAt }: Message): Promise<string | 'wait' | undefined> => {
    if (runId !== undefined) return runId;
    const begun = await startReconciliation(deps, { connectionId, anew: freshAt !== undefined });
    if (begun !== 'running') return begun.runId;
    const [last] = await reconciliation.listRuns(connectionId, 1);
    if (freshAt !== undefined) return last && last.startedAt < freshAt ? 'wait' : undefined;
    return last?.state === 'running' ? last.runId : undefined;
  };
  const wait = async (message: Message): Promise<void> => {
    const { waits = 0 } = message;
    if (waits >= mostWaits) return;
    await queue.send({ ...message, waits: waits + 1 }, { delaySeconds: waitSeconds });
  };
  return connectorJob({
    schema,
    // Once an hour: all connections are looked at. Each has its next time when its first comparison has ended.
    due: async () => {
      if (clock.now().getUTCMinutes() !== planMinute) return [];
      const unplanned = (await connections.listAll()).filter(lacksComparison);
      const tools = clock.now().getUTCHours() === toolHour ? await activeTools(stores) : [];
      return [...unplanned, ...tools.map(toolConnection)].map(({ connectionId }) => ({
        ...{ kind: 'reconcile' as const, connectionId },
      }));
    },
    run: async (message) => {
      const { connectionId } = message;
      const own = await connections.find(connectionId);
      const tool = own ? undefined : await toolOf(stores, connectionId);
      const connection = own ?? (tool && toolConnection(tool));
      if (!connection || connection.state === 'paused') return;
      if (!kindTraits[connection.kind].compares) return;
      const runId = await runOf(message);
      if (runId === 'wait') return wait(message);
      if (runId === undefined) return;
      const deadlineMs = clock.now().getTime() + workMs;
      const by = tool && createToolComparison({ ...parting, stores, clock }, tool);
      const outcome = await reconcile({ ...deps, ...by }, { connection, runId, deadlineMs });
      if (outcome === 'done' && own) await noteAged({ reconciliation, health, clock }, connection);
      log.info('reconciled', { connectionId, runId, outcome });
      const delaySeconds = outcome === 'asked' ? placedSeconds : 0;
      if (outcome === 'again' || outcome === 'asked')
        await queue.send({ kind: 'reconcile', connectionId, runId }, { delaySeconds });
    },
  });
}

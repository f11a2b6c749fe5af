import { type Outbound, OutboundFailed } from '@sinau/platform/outbound';
import {
  createSiasnClient,
  type Places,
  productionPlaces,
  type Send,
  SiasnRefused,
  trainingPlaces,
} from '@sinau/siasn';
import {
  contextOf,
  followPerson,
  isOpen,
  markFile,
  openToken,
  ownDesk,
  ownIndexDesk,
  readDueIndexes,
  recheck,
  releaseFile,
  type SendRun,
  type SyncSettings,
  sendDue,
  stopSession,
} from '@sinau/siasn-sync';
import { createSiasnParts, type SiasnParts } from '../shared/siasn-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { sendWhileHeld, stillHolds } from './session-holder.ts';
import type { SiasnTask } from './siasn-job.ts';

/** The clock sends the next message within a minute; one after the other keeps the burden on SIASN low. */
const sendsForMs = 50_000;
/** People of an agency looked at by one message. */
const together = 50;

export async function runSiasnTask(parts: ConnectorParts, message: SiasnTask): Promise<void> {
  const { agencyId, task } = message;
  const deps: SiasnParts = { ...createSiasnParts(parts), clock: parts.clock };
  switch (message.task) {
    case 'send': {
      const settings = await deps.settings.find(agencyId);
      if (!settings || !isOpen(settings, parts.clock.now())) return;
      if (settings.session && !(await stillHolds(deps, settings)))
        return stopSession(deps, { agencyId, because: 'holder-left', since: settings.session.since });
      parts.log.info('sent to SIASN', { agencyId, ...(await send(parts, deps, settings)) });
      return;
    }
    case 'recheck':
      return lookAgain(parts, deps, message);
    case 'sweep':
      return sweep(parts, deps, message);
    case 'mark-file':
      parts.log.info('SIASN', { agencyId, task, rows: await markFile(deps, message) });
      return;
    case 'release-file':
      parts.log.info('SIASN', { agencyId, task, rows: await releaseFile(deps, message) });
      return;
  }
}

async function send(parts: ConnectorParts, deps: SiasnParts, settings: SyncSettings): Promise<SendRun> {
  const { agencyId, consumer, session, environment } = settings;
  if (!consumer || !session) return { sent: 0, outcome: 'stopped' };
  const [secret, token] = await Promise.all([
    deps.box.open(consumer.sealed, contextOf(agencyId, 'consumer')),
    openToken(deps.box, { agencyId, sealed: session.sealed }),
  ]);
  const client = createSiasnClient({
    send: sendWhileHeld({ ...deps, send: sendVia(parts.outbound) }, { agencyId, session }),
    places: placesOf(parts, environment),
    consumer: { key: consumer.key, secret },
    account: { kind: 'session', token, endsAtMs: Date.parse(session.endsAt) },
    clock: parts.clock,
  });
  const until = Date.now() + sendsForMs;
  const given = { client, clock: parts.clock, stillTime: () => Date.now() < until };
  const run = await sendDue(ownDesk(deps, { agencyId, environment }), given);
  // After everything that is to be brought. A refusal to show indexes stops nothing else.
  const read = run.because === undefined && (await readIndexes(parts, deps, { settings, given }));
  const trouble = read === 'signed-out' ? read : run.because;
  if (trouble === undefined) return run;
  const because = (await stillHolds(deps, settings)) ? trouble : 'holder-left';
  await stopSession(deps, { agencyId, because, since: session.since });
  return { ...run, because };
}

/** So many people a message: BKN's service is everybody's. */
const mostRead = 50;

async function readIndexes(
  parts: ConnectorParts,
  deps: SiasnParts,
  {
    settings,
    given,
  }: {
    readonly settings: SyncSettings;
    readonly given: Omit<Parameters<typeof readDueIndexes>[1], 'most'>;
  },
) {
  const { agencyId, environment } = settings;
  const desk = ownIndexDesk(deps, { agencyId, environment });
  const run = await readDueIndexes(desk, { ...given, most: mostRead });
  if (run.read > 0 || run.because) parts.log.info('read indexes of SIASN', { agencyId, ...run });
  return run.because;
}

/** A gateway of one's own machine stands for both. */
function placesOf({ env }: ConnectorParts, environment: SyncSettings['environment']): Places {
  const { SIASN_GATEWAY: gateway, PUSH_ALLOW_LOOPBACK: isLocal } = env;
  if (gateway !== undefined && isLocal)
    return { api: `${gateway}/api`, managerToken: `${gateway}/manager`, accountToken: `${gateway}/account` };
  return environment === 'production' ? productionPlaces : trainingPlaces;
}

/** A history of courses of one person, however long it is. */
const maxResponseBytes = 4 * 1024 * 1024;

/** What has not left for certain is told from what may have arrived. */
export function sendVia(outbound: Outbound): Send {
  return async (request) => {
    try {
      const response = await outbound.send({ ...request, maxResponseBytes });
      if (response.isCut) throw new SiasnRefused('broken-answer', { mayHaveArrived: true });
      return response;
    } catch (error) {
      if (!(error instanceof OutboundFailed)) throw error;
      const { reason } = error;
      const mayHaveArrived = reason === 'timeout' || reason === 'broken';
      throw new SiasnRefused(reason === 'timeout' ? 'timeout' : 'unreachable', {
        mayHaveArrived,
        cause: error,
      });
    }
  };
}

/** A setting or a mapping has changed: piece by piece, as there may be many. */
async function lookAgain(
  parts: ConnectorParts,
  deps: SiasnParts,
  { agencyId, courseId, from }: Extract<SiasnTask, { readonly task: 'recheck' }>,
): Promise<void> {
  const of = { agencyId, ...(courseId !== undefined && { courseId }) };
  const { people, next } = await recheck(deps, { ...of, ...(from && { from }) });
  parts.log.info('SIASN', { agencyId, task: 'recheck', people });
  if (next) await parts.queue.send({ kind: 'siasn', task: 'recheck', ...of, from: next });
}

/** An agency that has switched it on: what its people have earned already is owed too. */
async function sweep(
  parts: ConnectorParts,
  deps: SiasnParts,
  { agencyId, after }: Extract<SiasnTask, { readonly task: 'sweep' }>,
): Promise<void> {
  const page = { limit: together, ...(after !== undefined && { after }) };
  const { people, next } = await deps.people.listByHome({ kind: 'agency', agencyId }, page);
  for (const { personId } of people) await followPerson(deps, personId);
  if (next !== undefined) await parts.queue.send({ kind: 'siasn', task: 'sweep', agencyId, after: next });
}

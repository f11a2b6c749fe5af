import type { CheckStore } from '@sinau/audit';
import type { ImportJobStore } from '@sinau/catalogue';
import type { Clock } from '@sinau/kernel';
import { queryStatements, type StatementStore } from '@sinau/lrs';
import type { HeldCommits } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import type { QueueDepth } from '@sinau/platform/queue';
import type { DataRequestStore, IncidentStore } from '@sinau/privacy';
import type { HealthPart, HealthView, QueueName } from '@sinau/web';
import { type ProjectorPulse, pulseEveryMs } from '../shared/projector-pulse.ts';
import { nationalStore } from '../shared/record-writer.ts';
import type { PortalDeps } from './deps.ts';

export interface ProtectionSources {
  readonly requests: Pick<DataRequestStore, 'listOpen'>;
  readonly incidents: Pick<IncidentStore, 'list'>;
  readonly checks: Pick<CheckStore, 'find'>;
}

export interface HealthSources {
  /** Work and dead letters of each queue there is here; streams and jobs have dead letters alone. */
  readonly queues: readonly {
    readonly name: QueueName;
    readonly work?: () => Promise<QueueDepth>;
    readonly dead: () => Promise<QueueDepth>;
  }[];
  readonly pulse: Pick<ProjectorPulse, 'read'>;
  readonly held: () => Promise<HeldCommits>;
  readonly jobs: Pick<ImportJobStore, 'listStalled'>;
  readonly statements: StatementStore;
  /** Clocks of data protection, and whether the audit log is whole. */
  readonly protection?: () => Promise<ProtectionSources>;
  readonly clock: Clock;
  readonly log: Log;
}

// Beyond these somebody has to look; the alarms of the runbook go off at about the same.
const lagSeconds = 60;
const heldSeconds = 600;
const silentSeconds = 1800;

/** Asked for by operators and by uptime checks alike. */
export const healthOf = (deps: PortalDeps): Promise<HealthView> =>
  readHealth({
    ...{ ...deps, ...deps.healthSources },
    protection: async () => ({ ...(await deps.privacy()), checks: (await deps.audit()).checks }),
  });

/** How every part is. One that does not answer says so for itself and keeps no other from answering (case R10). */
export async function readHealth(sources: HealthSources): Promise<HealthView> {
  const parts = await Promise.all([
    settle(sources, 'projector', () => projectorPart(sources)),
    settle(sources, 'records', () => recordsPart(sources)),
    settle(sources, 'imports', () => importsPart(sources)),
    ...protectionParts(sources),
    ...sources.queues.map((queue) => settle(sources, `queue-${queue.name}`, () => queuePart(queue))),
  ]);
  return {
    status: parts.every(({ state }) => state === 'ok') ? 'ok' : 'degraded',
    checkedAt: sources.clock.now().toISOString(),
    parts,
  };
}

async function settle(
  { log }: HealthSources,
  name: HealthPart['name'],
  read: () => Promise<Omit<HealthPart, 'name'>>,
): Promise<HealthPart> {
  try {
    return { name, ...(await read()) };
  } catch (error) {
    log.error('health of a part is not known', error, { part: name });
    return { name, state: 'silent' };
  }
}

const stateOf = (isFine: boolean): 'ok' | 'attention' => (isFine ? 'ok' : 'attention');

const secondsSince = ({ clock }: Pick<HealthSources, 'clock'>, ms: number): number =>
  Math.max(0, Math.round((clock.now().getTime() - ms) / 1000));

/** A commit that is later than any that may have been projected without a note is what there is still to do. */
async function projectorPart(sources: HealthSources): Promise<Omit<HealthPart, 'name'>> {
  const pulse = await sources.pulse.read();
  if (!pulse) return { state: 'ok' };
  const filter = {
    // Progress is noted now and then: what was done until the next note may go without one.
    since: new Date(Date.parse(pulse.handledAt) + pulseEveryMs).toISOString(),
    ...{ ascending: true, limit: 1, relatedAgents: false, relatedActivities: false },
  };
  const reader = { kind: 'all' } as const;
  const { statements } = await queryStatements(sources, { store: nationalStore, reader, filter });
  const [oldest] = statements;
  const done = { lastSuccessAt: pulse.handledAt, lastRecordAt: pulse.recordAt };
  if (!oldest) return { state: 'ok', lagSeconds: 0, ...done };
  const { stored } = oldest.statement;
  const lag = secondsSince(sources, Date.parse(stored));
  return { state: stateOf(lag <= lagSeconds), lagSeconds: lag, oldestWaitingAt: stored, ...done };
}

async function recordsPart(sources: HealthSources): Promise<Omit<HealthPart, 'name'>> {
  const [{ count, oldestMs }, throughMs] = await Promise.all([
    sources.held(),
    sources.statements.consistentThroughMs(nationalStore),
  ]);
  return {
    state: stateOf(oldestMs === undefined || secondsSince(sources, oldestMs) <= heldSeconds),
    held: count,
    ...(oldestMs !== undefined && { heldSince: new Date(oldestMs).toISOString() }),
    consistentThrough: new Date(throughMs).toISOString(),
  };
}

async function importsPart(sources: HealthSources): Promise<Omit<HealthPart, 'name'>> {
  const unfinished = await sources.jobs.listStalled(sources.clock.now().toISOString());
  const [silent] = unfinished;
  const seconds = silent === undefined ? 0 : secondsSince(sources, Date.parse(silent.updatedAt));
  return {
    state: stateOf(seconds <= silentSeconds),
    unfinished: unfinished.length,
    ...(silent && { silentSince: silent.updatedAt }),
  };
}

function protectionParts(sources: HealthSources): readonly Promise<HealthPart>[] {
  const { protection } = sources;
  if (!protection) return [];
  return [settle(sources, 'protection', async () => protectionPart(sources, await protection()))];
}

const mostCounted = 500;

async function protectionPart(
  { clock }: Pick<HealthSources, 'clock'>,
  { requests, incidents, checks }: ProtectionSources,
): Promise<Omit<HealthPart, 'name'>> {
  const now = clock.now().toISOString();
  const [open, known, check] = await Promise.all([
    requests.listOpen(undefined, mostCounted),
    incidents.list(mostCounted),
    checks.find(),
  ]);
  const untold = known.filter(({ notifiedAt, notifyDueAt }) => notifiedAt === undefined && notifyDueAt < now);
  const overdue = open.filter(({ dueAt }) => dueAt < now).length + untold.length;
  const brokenChains = check?.state === 'done' ? check.findings.length : 0;
  return { state: stateOf(overdue + brokenChains === 0), unanswered: open.length, overdue, brokenChains };
}

async function queuePart(queue: HealthSources['queues'][number]): Promise<Omit<HealthPart, 'name'>> {
  const [work, dead] = await Promise.all([queue.work?.(), queue.dead()]);
  const deadLetters = dead.waiting + dead.inFlight;
  return { state: stateOf(deadLetters === 0), ...work, deadLetters };
}

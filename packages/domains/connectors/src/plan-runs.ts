import type { Connection, Run, Runs } from './connection.ts';
import { type ScheduledKind, scheduledKinds } from './job.ts';
import { kindTraits } from './kinds.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Jakarta has no summer time. */
const jakartaMs = 7 * hourMs;
/** Whoever is not asked for anything else is asked this often whether it is still there. */
const checkHealthMs = hourMs;

/** Without anybody's word: when few people work. */
const nightHour = 3;

/**
 * When ours and theirs are compared every day. Of a connection that sends by itself, and of whose comparison nobody has set anything, at night: lists and
 * messages that stop coming are no errors that anybody would see. Undefined: never by itself.
 */
export function reconcileHourOf(
  connection: Pick<Connection, 'kind' | 'schedule' | 'reconciliation' | 'xapi'>,
): number | undefined {
  const { kind, schedule, reconciliation, xapi } = connection;
  const { compares, asks } = kindTraits[kind];
  const isOpen = compares && !asks && reconciliation === undefined && xapi?.beside === undefined;
  return schedule.reconcileHour ?? (isOpen ? nightHour : undefined);
}

/** When work of this kind begins next after `after`; undefined: never by itself. */
export function nextRunAt(
  connection: Pick<
    Connection,
    'connectionId' | 'kind' | 'baseUrl' | 'schedule' | 'state' | 'reconciliation' | 'xapi'
  >,
  kind: ScheduledKind,
  after: Date,
): string | undefined {
  const ms = nextMs(connection, kind, after.getTime());
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function nextMs(
  connection: Parameters<typeof nextRunAt>[0],
  kind: ScheduledKind,
  after: number,
): number | undefined {
  const { connectionId, baseUrl, schedule, state } = connection;
  const daily = (hour: number | undefined) =>
    hour === undefined ? undefined : nextDaily(hour * hourMs + minuteOf(connectionId), after);
  // Until the last learner is done results come as before; only the catalogue is left alone.
  if (state === 'removing' && kind === 'sync') return undefined;
  // Also of whoever has no address: what waits for its last learner is looked at.
  if (state === 'removing' && kind === 'check-health') return after + checkHealthMs;
  if (kind === 'sync') return daily(schedule.syncHour);
  if (kind === 'reconcile') return daily(reconcileHourOf(connection));
  if (kind === 'poll-results') return schedule.pollMinutes && after + schedule.pollMinutes * 60_000;
  return baseUrl === undefined ? undefined : after + checkHealthMs;
}

function nextDaily(ofDayMs: number, after: number): number {
  const midnight = Math.floor((after + jakartaMs) / dayMs) * dayMs - jakartaMs;
  const today = midnight + ofDayMs;
  return today > after ? today : today + dayMs;
}

/** A minute of the hour that stays the same for a connection, so that not all of them begin at once. */
function minuteOf(connectionId: string): number {
  return (Number.parseInt(connectionId.slice(-4), 16) % 60) * 60_000;
}

/** All runs with their next times from now on: after a change of schedule, or when a pause ends. */
export function planRuns(connection: Connection, now: Date): Runs {
  const planned = scheduledKinds.map((kind) => {
    const { nextAt: _, ...run } = connection.runs[kind] ?? {};
    const nextAt = nextRunAt(connection, kind, now);
    return [kind, { ...run, ...(nextAt !== undefined && { nextAt }) }] as const;
  });
  return Object.fromEntries(planned.filter(([, run]) => Object.keys(run).length > 0));
}

/** Its comparison has an hour, and nobody has planned it: it was made before it had one. */
export const lacksComparison = (connection: Connection): boolean =>
  connection.state === 'active' &&
  connection.runs.reconcile?.nextAt === undefined &&
  reconcileHourOf(connection) !== undefined;

/** When the first of its runs is due; undefined: none ever, or it does nothing by itself. */
export function dueAtOf({ state, runs }: Pick<Connection, 'state' | 'runs'>): string | undefined {
  if (state === 'paused') return undefined;
  const times = Object.values(runs).flatMap(({ nextAt }: Run) => nextAt ?? []);
  return times.toSorted()[0];
}

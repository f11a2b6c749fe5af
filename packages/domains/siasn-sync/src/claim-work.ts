import type { AgencyId, Clock, Ids } from '@sinau/kernel';
import type { RemoteRecord, Training } from '@sinau/siasn';
import { agencyOfRow, basisOf, followPerson } from './follow-person.ts';
import { asOf, trainingOf } from './lacks-of.ts';
import type { LineSource, SyncStore } from './ports.ts';
import type { Environment, SyncSettings } from './settings.ts';
import { markOf, type SyncDocument, type SyncRef, type SyncRow, withoutWork } from './sync-row.ts';
import { graceMs, leaseMs } from './timing.ts';

export interface ClaimDeps extends SyncStore {
  readonly lines: Pick<LineSource, 'read' | 'homeOf'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** One thing to bring to SIASN, or to take away, for whoever holds the lease. */
export interface WorkOrder extends SyncRef {
  readonly leaseId: string;
  readonly environment: Environment;
  /** ISO 8601 UTC. */
  readonly heldUntil: string;
  /** `instansiId`. */
  readonly siasnAgencyId: string;
  readonly nip: string;
  /** `pnsOrangId`, once it is known. */
  readonly siasnPersonId?: string;
  /** Absent: nothing is to stand there any more. */
  readonly training?: Training;
  readonly remote?: RemoteRecord;
  readonly tried?: Training;
  readonly takenIds: readonly string[];
  readonly document?: SyncDocument;
}

/**
 * Work of an agency that is due, each held for the one who asks. Lines are read anew, so that what is sent is what counts now. Who sends to
 * another `environment` than the agency has chosen gets nothing.
 */
export async function claimWork(
  deps: ClaimDeps,
  given: { readonly agencyId: AgencyId; readonly environment: Environment; readonly limit: number },
): Promise<readonly WorkOrder[]> {
  const { agencyId, environment, limit } = given;
  const settings = await deps.settings.find(agencyId);
  if (!settings?.isOn || settings.siasnAgencyId === undefined) return [];
  if (settings.environment !== environment) return [];
  const now = deps.clock.now();
  const due = await deps.rows.listDue(agencyId, now.toISOString(), limit);
  for (const personId of new Set(due.map((row) => row.personId))) await followPerson(deps, personId);
  const orders: WorkOrder[] = [];
  for (const ref of due) {
    const order = await claim(deps, { ref, settings, now });
    if (order) orders.push(order);
  }
  return orders;
}

const isDue = ({ dueAt }: SyncRow, now: Date) => dueAt !== undefined && dueAt <= now.toISOString();

async function claim(
  deps: ClaimDeps,
  given: { readonly ref: SyncRef; readonly settings: SyncSettings; readonly now: Date },
): Promise<WorkOrder | undefined> {
  const { ref, settings, now } = given;
  const [row, person] = await Promise.all([deps.rows.find(ref), deps.lines.read(ref.personId)]);
  if (!row || row.agencyId !== settings.agencyId || !isDue(row, now)) return undefined;
  if (row.environment !== settings.environment) return leaveOther(deps, { row, now });
  const { content, chosen } = row;
  const nip = person?.nip ?? '';
  const basis = await basisOf(deps, { settings, content, nip: person?.nip, chosen });
  const training = content && trainingOf(content, basis);
  const isTheirs = agencyOfRow(row, person) === settings.agencyId;
  if (!isTheirs || (content && !training) || (nip === '' && !row.remote)) {
    await putOff(deps, { row, now });
    return undefined;
  }
  // What stands, or may stand, behind another door is taken away first.
  const kinds = [row.remote?.kind, row.tried?.kind].filter((kind) => kind !== undefined);
  const wanted = training && kinds.every((kind) => kind === training.kind) ? training : undefined;
  const leaseId = deps.ids.token(16);
  const held: SyncRow = {
    ...{ ...row, state: 'sending', ...leasedFrom(now), tries: row.tries + 1 },
    work: { leaseId, mark: markOf(content), as: content ? asOf(content, basis) : {} },
  };
  if ((await deps.rows.save(held)) !== 'saved') return undefined;
  return {
    ...{ personId: row.personId, lineId: row.lineId, leaseId, nip, environment: row.environment },
    heldUntil: new Date(now.getTime() + leaseMs).toISOString(),
    siasnAgencyId: settings.siasnAgencyId ?? '',
    takenIds: await takenIds(deps, row),
    ...(await known(deps, row)),
    ...(wanted && { training: wanted }),
    ...(wanted && content?.document && { document: content.document }),
  };
}

/** When others may have it. */
export const leasedFrom = (now: Date): Pick<SyncRow, 'dueAt'> => ({
  dueAt: new Date(now.getTime() + leaseMs + graceMs).toISOString(),
});

/** Whoever held it for the other environment is gone: it can follow the agency now. */
async function leaveOther(
  deps: ClaimDeps,
  { row, now }: { readonly row: SyncRow; readonly now: Date },
): Promise<undefined> {
  const state = row.tried ? ('unknown' as const) : ('queued' as const);
  await deps.rows.save({ ...withoutWork(row), state, dueAt: now.toISOString() });
  await followPerson(deps, row.personId);
}

/** Not now, and in nobody's way: it is looked at again tomorrow, or when a fact tells of it. */
async function putOff(
  { rows }: ClaimDeps,
  { row, now }: { readonly row: SyncRow; readonly now: Date },
): Promise<void> {
  await rows.save({ ...row, dueAt: new Date(now.getTime() + 24 * 3_600_000).toISOString() });
}

async function known({ mapping }: ClaimDeps, { personId, remote, tried, environment }: SyncRow) {
  const siasnPersonId = await mapping.siasnIdOf(personId, environment);
  return {
    ...(siasnPersonId !== undefined && { siasnPersonId }),
    ...(remote && { remote }),
    ...(tried && { tried }),
  };
}

/** Records that stand for other lines of the person. */
async function takenIds(
  { rows }: ClaimDeps,
  { personId, lineId, environment }: SyncRow,
): Promise<readonly string[]> {
  const others = (await rows.listOf(personId)).filter((row) => row.lineId !== lineId);
  return others.flatMap((row) => {
    const facts = [row, row.aside].find((one) => one?.environment === environment);
    return facts?.remote ? [facts.remote.id] : [];
  });
}

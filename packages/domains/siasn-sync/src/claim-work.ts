import type { AgencyId, Clock, Ids } from '@sinau/kernel';
import type { RemoteRecord, Training } from '@sinau/siasn';
import { agencyOfRow, basisOf, followPerson } from './follow-person.ts';
import { asOf, trainingOf } from './lacks-of.ts';
import type { LineSource, SyncStore } from './ports.ts';
import type { Environment, SyncSettings } from './settings.ts';
import {
  type Chosen,
  markOf,
  type SyncDocument,
  type SyncRef,
  type SyncRow,
  withoutWork,
} from './sync-row.ts';
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
  const { settings, now } = given;
  const row = await deps.rows.find(given.ref);
  if (!row || row.agencyId !== settings.agencyId || !isDue(row, now)) return undefined;
  if (row.environment !== settings.environment) return leaveOther(deps, { row, now });
  const planned = await plan(deps, { row, settings });
  if (!planned) {
    await putOff(deps, { row, now });
    return undefined;
  }
  const { order, as } = planned;
  const leaseId = deps.ids.token(16);
  const held: SyncRow = {
    ...{ ...row, state: 'sending', ...leasedFrom(now), tries: row.tries + 1 },
    work: { leaseId, mark: markOf(row.content), as },
  };
  if ((await deps.rows.save(held)) !== 'saved') return undefined;
  return { ...order, leaseId, heldUntil: leaseEnd(now) };
}

/** What would be handed out now, without holding anything: to see what a sender would do. */
export async function previewWork(
  deps: ClaimDeps,
  { agencyId, limit }: { readonly agencyId: AgencyId; readonly limit: number },
): Promise<readonly Planned['order'][]> {
  const settings = await deps.settings.find(agencyId);
  if (!settings?.isOn) return [];
  const due = await deps.rows.listDue(agencyId, deps.clock.now().toISOString(), limit);
  const orders: Planned['order'][] = [];
  for (const row of due) {
    if (row.environment !== settings.environment || row.state === 'sending') continue;
    const planned = await plan(deps, { row, settings });
    if (planned) orders.push(planned.order);
  }
  return orders;
}

interface Planned {
  readonly order: Omit<WorkOrder, 'leaseId' | 'heldUntil'>;
  readonly as: Chosen;
}

/** Undefined: nothing can be done about it now. */
async function plan(
  deps: ClaimDeps,
  { row, settings }: { readonly row: SyncRow; readonly settings: SyncSettings },
): Promise<Planned | undefined> {
  const { content, chosen, personId, lineId, environment } = row;
  const person = await deps.lines.read(personId);
  const nip = person?.nip ?? '';
  const basis = await basisOf(deps, { settings, content, nip: person?.nip, chosen });
  const training = content && trainingOf(content, basis);
  const isTheirs = agencyOfRow(row, person) === settings.agencyId;
  if (!isTheirs || content?.isPrinting || (content && !training) || (nip === '' && !row.remote))
    return undefined;
  // What stands, or may stand, behind another door is taken away first.
  const kinds = [row.remote?.kind, row.tried?.kind].filter((kind) => kind !== undefined);
  const wanted = training && kinds.every((kind) => kind === training.kind) ? training : undefined;
  const order = {
    ...{ personId, lineId, nip, environment },
    siasnAgencyId: settings.siasnAgencyId ?? '',
    takenIds: await takenIds(deps, row),
    ...(await known(deps, row)),
    ...(wanted && { training: wanted }),
    ...(wanted && content?.document && { document: content.document }),
  };
  return { order, as: content ? asOf(content, basis) : {} };
}

/** Until when whoever holds it may begin to write. */
export const leaseEnd = (now: Date): string => new Date(now.getTime() + leaseMs).toISOString();

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

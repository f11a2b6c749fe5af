import type { AgencyId, ClientPrincipal, Principal } from '@sinau/kernel';
import type { Delivered, Training } from '@sinau/siasn';
import { claimWork, leaseEnd, previewWork, type WorkOrder } from './claim-work.ts';
import { LeaseOver, OtherEnvironment, SiasnNotFound } from './errors.ts';
import type { ConnectorSeen, Environment, SyncSettings } from './settings.ts';
import { type Held, noteCreating, settleWork } from './settle-work.ts';
import type { SendDeps } from './work-desk.ts';

/** The agency of a connector is that of its client; never named by a request (case C3). */
export function connectorOf(
  principal: Principal,
): ClientPrincipal & { readonly tenant: { readonly agencyId: AgencyId } } {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') throw new SiasnNotFound();
  return { ...principal, tenant: principal.tenant };
}

interface At {
  readonly principal: Principal;
  readonly environment: Environment;
}

async function settingsFor(deps: SendDeps, { principal, environment }: At): Promise<SyncSettings> {
  const { agencyId } = connectorOf(principal).tenant;
  const settings = await deps.settings.find(agencyId);
  if (!settings?.isOn || settings.environment !== environment) throw new OtherEnvironment();
  return settings;
}

/** A connector is there: for the desk of its agency. Rejects with `OtherEnvironment` when it sends somewhere else than the agency wants. */
export async function noteConnector(
  deps: SendDeps,
  { version, trouble, ...at }: At & Pick<ConnectorSeen, 'version' | 'trouble'>,
): Promise<void> {
  const { clientId, name, tenant } = connectorOf(at.principal);
  const { environment } = at;
  await deps.settings.noteConnector({
    ...{ agencyId: tenant.agencyId, clientId, name, environment, version },
    ...{ at: deps.clock.now().toISOString(), ...(trouble !== undefined && { trouble }) },
  });
  await settingsFor(deps, at);
}

export async function claimForConnector(
  deps: SendDeps,
  { limit, ...at }: At & { readonly limit: number },
): Promise<readonly WorkOrder[]> {
  const { agencyId, environment } = await settingsFor(deps, at);
  return claimWork(deps, { agencyId, environment, limit });
}

export async function previewForConnector(
  deps: SendDeps,
  { limit, ...at }: At & { readonly limit: number },
): Promise<Awaited<ReturnType<typeof previewWork>>> {
  const { agencyId } = await settingsFor(deps, at);
  return previewWork(deps, { agencyId, limit });
}

interface Order {
  readonly principal: Principal;
  readonly held: Held;
}

/** Rejects with `SiasnNotFound` for what is no line of the agency. */
async function ownRow(deps: SendDeps, { principal, held }: Order) {
  const { agencyId } = connectorOf(principal).tenant;
  const row = await deps.rows.find(held);
  if (row?.agencyId !== agencyId) throw new SiasnNotFound();
  return row;
}

/** Right before a record is created; tells until when it is held from now on. Rejects with `LeaseOver`: nothing must be created. */
export async function creatingForConnector(
  deps: SendDeps,
  { training, ...order }: Order & { readonly training: Training },
): Promise<{ readonly heldUntil: string }> {
  await ownRow(deps, order);
  const { held } = order;
  if ((await noteCreating(deps, { held, training })) === 'lost') throw new LeaseOver();
  return { heldUntil: leaseEnd(deps.clock.now()) };
}

/** Safe to repeat. Rejects with `LeaseOver` when somebody else has it by now, who looks before anything else. */
export async function endForConnector(
  deps: SendDeps,
  { end, ...order }: Order & { readonly end: Delivered },
): Promise<void> {
  await ownRow(deps, order);
  const { held } = order;
  if ((await settleWork(deps, { held, end })) === 'lost') throw new LeaseOver();
}

/** What proves the line, for whoever holds it. Undefined: there is none any more. */
export async function documentForConnector(deps: SendDeps, order: Order): Promise<Uint8Array | undefined> {
  const { work, content } = await ownRow(deps, order);
  if (work?.leaseId !== order.held.leaseId) throw new LeaseOver();
  return content?.document && deps.lines.document(order.held, content.document);
}

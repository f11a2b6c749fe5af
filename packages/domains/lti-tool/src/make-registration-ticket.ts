import type { Clock, Digest, Ids, Tenant } from '@sinau/kernel';
import type { RegistrationTicketStore } from './ports.ts';
import { registrationSeconds } from './registration-ticket.ts';

const ticketBytes = 32;

/** For one learning system to register itself with; the caller knows that `madeBy` may act for the owner. */
export async function makeRegistrationTicket(
  deps: {
    readonly tickets: Pick<RegistrationTicketStore, 'add'>;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
  },
  input: { readonly owner: Tenant; readonly madeBy: string },
): Promise<{ readonly ticket: string; readonly validUntil: string }> {
  const { owner, madeBy } = input;
  const ticket = deps.ids.token(ticketBytes);
  const validUntil = new Date(deps.clock.now().getTime() + registrationSeconds * 1000).toISOString();
  await deps.tickets.add({ ticketHash: deps.digest.sha256(ticket), owner, madeBy, validUntil });
  return { ticket, validUntil };
}

import { InvalidInput } from '@sinau/kernel';
import { type OwnerId, tenantOf } from './owner.ts';
import { providerEvents, type Receiver, recordEvents } from './subscription.ts';

/** Records go to agencies alone, and events of courses to their providers alone. */
export function checkEvents(ownerId: OwnerId, receiver: Receiver): void {
  const { kind } = tenantOf(ownerId);
  if (receiver.kind === 'lrs') {
    if (kind === 'agency') return;
    throw refusal('/receiver/kind', 'Providers are sent events at a webhook.');
  }
  const allowed: readonly string[] = kind === 'agency' ? recordEvents : providerEvents;
  if (receiver.events.every((event) => allowed.includes(event))) return;
  throw refusal('/receiver/events', `Choose among ${allowed.join(', ')}.`);
}

const refusal = (path: string, message: string) => new InvalidInput(message, { issues: [{ path, message }] });

import { localDateOf, type PersonId } from '@sinau/kernel';
import { isUsable } from '@sinau/recognition/priority';
import type { PortalDeps } from './deps.ts';

/** Whether somebody has a right that would put them before others who wait. */
export async function hasPriority(
  deps: Pick<PortalDeps, 'priority' | 'clock'>,
  { personId }: { readonly personId: PersonId },
): Promise<boolean> {
  const { priority } = await deps.priority();
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  return (await priority.ofPerson(personId)).some((seat) => isUsable(seat, today));
}

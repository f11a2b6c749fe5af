import { localDateOf, type PersonId } from '@sinau/kernel';
import { isUsable } from '@sinau/recognition/priority';
import type { PortalDeps } from './deps.ts';

/**
 * Whether somebody has a right that would put them before others who wait. One that they have used in vain is theirs again when they look
 * themselves.
 */
export async function hasPriority(
  deps: Pick<PortalDeps, 'priority' | 'clock'>,
  { personId }: { readonly personId: PersonId },
  /** False for whoever looks at the page as this person: a look changes nothing. */
  { isOwn }: { readonly isOwn: boolean },
): Promise<boolean> {
  const desk = await deps.priority();
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const rights = await desk.priority.ofPerson(personId);
  if (rights.some((right) => isUsable(right, today))) return true;
  if (!isOwn || !rights.some(({ state }) => state === 'redeemed')) return false;
  // Nothing is written when what they waited for begins.
  const { PriorityChanged, settlePriority } = await import('@sinau/recognition/priority');
  await settlePriority(desk, { personId }).catch((refused: unknown) => {
    // Another page of theirs was quicker, and has settled it.
    if (!(refused instanceof PriorityChanged)) throw refused;
  });
  return (await desk.priority.ofPerson(personId)).some((right) => isUsable(right, today));
}

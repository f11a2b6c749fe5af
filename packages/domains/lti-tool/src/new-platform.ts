import type { Clock, Ids, Tenant } from '@sinau/kernel';
import { TooManyPlatforms } from './errors.ts';
import { type ForeignPlatform, type ForeignPlatformId, mostPlatforms } from './platform.ts';
import type { ForeignPlatformStore } from './ports.ts';

/** With an id that no other ever has. */
export function newPlatform(
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  told: Omit<ForeignPlatform, 'platformId' | 'createdAt' | 'updatedAt' | 'rev'>,
): ForeignPlatform {
  const at = clock.now().toISOString();
  return { ...told, platformId: ids.uuid() as ForeignPlatformId, createdAt: at, updatedAt: at, rev: 0 };
}

export async function refuseTooMany(
  { platforms }: { readonly platforms: Pick<ForeignPlatformStore, 'listOf'> },
  owner: Tenant,
): Promise<void> {
  if ((await platforms.listOf(owner)).length < mostPlatforms) return;
  throw new TooManyPlatforms(
    `There are at most ${mostPlatforms} learning systems. Remove one that is not used.`,
  );
}

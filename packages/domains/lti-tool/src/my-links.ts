import type { PersonId } from '@sinau/kernel';
import type { AccountLink } from './account-link.ts';
import type { AccountLinkStore, AttemptStore, ForeignPlatformStore } from './ports.ts';

export interface MyLink extends AccountLink {
  /** Absent: its owner has removed it. */
  readonly platformName?: string;
  readonly issuer?: string;
}

/** With which learning systems a person has linked their account. */
export async function listMyLinks(
  deps: {
    readonly links: Pick<AccountLinkStore, 'listOf'>;
    readonly platforms: Pick<ForeignPlatformStore, 'find'>;
  },
  personId: PersonId,
): Promise<readonly MyLink[]> {
  const links = await deps.links.listOf(personId);
  const ids = [...new Set(links.map(({ platformId }) => platformId))];
  const found = await Promise.all(ids.map((id) => deps.platforms.find(id)));
  const byId = new Map(found.flatMap((one) => (one ? [[one.platformId, one] as const] : [])));
  return links.map((link) => {
    const platform = byId.get(link.platformId);
    return { ...link, ...(platform && { platformName: platform.name, issuer: platform.issuer }) };
  });
}

/** From then on the account over there opens nothing of this person's, and nothing is sent about them. What they learned stays. */
export async function removeMyLink(
  deps: {
    readonly links: Pick<AccountLinkStore, 'remove'>;
    readonly attempts: Pick<AttemptStore, 'listOf' | 'remove'>;
  },
  link: Pick<AccountLink, 'platformId' | 'subject' | 'personId'>,
): Promise<void> {
  await deps.links.remove(link);
  const attempts = await deps.attempts.listOf(link.personId);
  const own = attempts.filter((one) => one.platformId === link.platformId && one.subject === link.subject);
  for (const attempt of own) await deps.attempts.remove(attempt);
}

import { organisationName } from '@sinau/identity';
import type { PersonPrincipal, Tenant } from '@sinau/kernel';
import { countUnread } from '@sinau/notifications';
import type { ViewerPort } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import type { SessionReader } from './session.ts';

export function createViewers(
  deps: Pick<PortalDeps, 'organisations' | 'notices'>,
  sessions: Pick<SessionReader, 'personOf'>,
): ViewerPort {
  const seen = new WeakMap<PersonPrincipal, ReturnType<ViewerPort['viewerOf']>>();
  const look = async (principal: PersonPrincipal) => {
    const [person, memberOf, unreadCount] = await Promise.all([
      sessions.personOf(principal),
      organisationName(deps, homeOf(principal)),
      countUnread(deps, { principal }),
    ]);
    return {
      name: principal.name,
      roles: principal.roles,
      timeZone: person?.timeZone ?? 'Asia/Jakarta',
      unreadCount,
      ...(principal.viewedBy && { viewedBy: principal.viewedBy }),
      ...(memberOf !== undefined && { memberOf }),
    };
  };
  return {
    // The frame of a page and the page itself ask in one request.
    viewerOf: (principal) => {
      const known = seen.get(principal) ?? look(principal);
      seen.set(principal, known);
      return known;
    },
  };
}

function homeOf({ agencyId, providerId }: PersonPrincipal): Tenant {
  if (agencyId) return { kind: 'agency', agencyId };
  return providerId ? { kind: 'provider', providerId } : { kind: 'platform' };
}

import type { Access, Tenant } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import type { Section } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { PersonVisit } from '../visit.ts';

/** Where in the portal clients are administered, and whose they may be. */
export interface ClientsPlace {
  /** e.g. `/agency/clients` */
  readonly path: string;
  readonly access: Access;
  readonly section: Section;
  menu(ui: Ui): Child;
  /** Tenants to choose from; absent: there is one's own. */
  readonly choice?: {
    /** Value and name, the first one shown when none is asked for. */
    options(visit: PersonVisit): Promise<readonly (readonly [string, string])[]>;
    tenantOf(member: string): Tenant;
    memberOf(tenant: Tenant): string;
  };
  /** Limits of single clients are set here. */
  readonly mayLimit: boolean;
}

export const clientHref = (place: ClientsPlace, clientId: string): string =>
  `${place.path}/${encodeURIComponent(clientId)}`;

/** The list that shows this tenant's clients. */
export function listHref(place: ClientsPlace, tenant: Tenant): string {
  if (!place.choice) return place.path;
  return `${place.path}?member=${encodeURIComponent(place.choice.memberOf(tenant))}`;
}

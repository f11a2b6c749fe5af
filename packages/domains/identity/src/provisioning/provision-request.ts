import type { AgencyId, EmploymentStatus, PersonId } from '@sinau/kernel';
import type { ClientId, UnitId } from '../ids.ts';
import type { PostFamily, PostLevel, TimeZone } from '../people/career.ts';

/** A machine of an agency that says who works there: its identity provider. */
export interface Provisioner {
  readonly clientId: ClientId;
  readonly agencyId: AgencyId;
}

/** What it says of somebody. What is left out stays as it is; `null` takes it away. */
export interface ProvisionRequest {
  readonly userName?: string;
  readonly externalId?: string | null;
  /** As it is shown, with titles. */
  readonly name?: string;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly email?: string;
  readonly isActive?: boolean;
  readonly timeZone?: TimeZone;
  /** NIP or NI PPPK. */
  readonly number?: string;
  readonly unitId?: UnitId | null;
  readonly supervisorId?: PersonId | null;
  readonly status?: EmploymentStatus;
  readonly contract?: { readonly from: string; readonly to: string };
  readonly post?: { readonly title: string; readonly family: PostFamily; readonly level?: PostLevel };
}

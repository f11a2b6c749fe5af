import type { PersonPrincipal, Role, Tenant } from '@sinau/kernel';
import type { HealthView } from './health.ts';

export interface AgencyRow {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: 'central' | 'regional';
  readonly createdAt: string;
}

export interface ProviderRow {
  readonly providerId: string;
  readonly name: string;
  readonly kind: 'university' | 'content-provider';
  readonly createdAt: string;
}

export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly maskedEmployeeNumber?: string;
  readonly roles: readonly Role[];
  readonly status: 'active' | 'invited' | 'disabled';
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly home: Tenant;
  readonly employeeNumber?: { readonly kind: 'NIP' | 'NI_PPPK'; readonly value: string };
}

export interface MailView {
  readonly mailId: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface OperatorPorts {
  agencies(person: PersonPrincipal): Promise<readonly AgencyRow[]>;
  createAgency(person: PersonPrincipal, agency: Pick<AgencyRow, 'name' | 'kind'>): Promise<void>;
  providers(person: PersonPrincipal): Promise<readonly ProviderRow[]>;
  createProvider(person: PersonPrincipal, provider: Pick<ProviderRow, 'name' | 'kind'>): Promise<void>;
  /** People of one tenant, by name. */
  people(
    person: PersonPrincipal,
    list: { readonly tenant: Tenant; readonly pageToken: string | undefined },
  ): Promise<{ readonly people: readonly PersonRow[]; readonly nextPageToken?: string }>;
  invite(person: PersonPrincipal, invitation: Invitation): Promise<void>;
  /** How the parts behind the doors are; what does not answer is told as such. */
  health(): Promise<HealthView>;
  /** Given on one machine only, where mail is kept instead of sent; newest first. */
  readonly outbox?: () => Promise<readonly MailView[]>;
}

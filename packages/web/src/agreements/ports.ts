import type { PersonPrincipal } from '@sinau/kernel';

export const shareable = ['name', 'email', 'employee-number', 'agency', 'unit', 'locale'] as const;
export type Shareable = (typeof shareable)[number];
export type Disclosed = Shareable | 'pseudonym';

export const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-task',
  'legitimate-interest',
] as const;

/** One version of an agreement. */
export interface AgreementView {
  readonly providerId: string;
  readonly agreementId: string;
  readonly version: number;
  readonly title: string;
  readonly purpose: string;
  readonly legalBasis: (typeof bases)[number];
  readonly attributes: readonly Shareable[];
  /** Absent: all agencies. */
  readonly agencies?: readonly { readonly agencyId: string; readonly name: string }[];
  readonly validFrom: string;
  /** The first moment that is no longer covered. */
  readonly validUntil: string;
  readonly standing: 'draft' | 'upcoming' | 'in-force' | 'expired' | 'ended' | 'revoked';
  readonly createdAt: string;
  readonly activatedAt?: string;
  readonly closedAt?: string;
  readonly closedBecause?: string;
  readonly rev: number;
}

export interface ProviderAgreements {
  readonly providerId: string;
  readonly name: string;
  /** Latest made first. */
  readonly versions: readonly AgreementView[];
}

/** What a form holds. */
export interface AgreementWords {
  readonly title: string;
  readonly purpose: string;
  readonly legalBasis: (typeof bases)[number];
  readonly attributes: readonly Shareable[];
  readonly agencyIds?: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface VersionKey {
  readonly providerId: string;
  readonly agreementId: string;
  readonly version: number;
}

/** What left by one way. */
export interface DisclosedBy {
  readonly channel: 'launch' | 'roster' | 'enrolment';
  readonly attribute: Disclosed;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

export interface SharingDecisionView {
  readonly stopped: boolean;
  readonly at: string;
  /** Absent: a machine of the agency. */
  readonly by?: string;
  readonly reason?: string;
}

/** How data of an agency's people go to one provider. */
export interface ProviderSharingView {
  readonly providerId: string;
  readonly name: string;
  /** In force for the agency's people; absent: the pseudonym alone. */
  readonly agreement?: AgreementView;
  readonly decision?: SharingDecisionView;
  readonly disclosed: readonly DisclosedBy[];
}

/** What has left of oneself. */
export interface OwnSharingView {
  readonly providerId: string;
  readonly name: string;
  readonly attributes: readonly {
    readonly attribute: Disclosed;
    readonly first: string;
    readonly last: string;
  }[];
}

export interface AgreementPorts {
  /** For operators: providers by name, with how many are in force or upcoming. */
  providers(
    person: PersonPrincipal,
  ): Promise<readonly { readonly providerId: string; readonly name: string; readonly active: number }[]>;
  agreementsOf(person: PersonPrincipal, providerId: string): Promise<ProviderAgreements>;
  /** Of the author's own provider, without drafts. */
  ownAgreements(person: PersonPrincipal): Promise<ProviderAgreements>;
  agreementOf(
    person: PersonPrincipal,
    key: VersionKey,
  ): Promise<AgreementView & { readonly provider: string }>;
  /** Agencies that may be named, by name. */
  agencies(): Promise<readonly { readonly agencyId: string; readonly name: string }[]>;
  draft(person: PersonPrincipal, providerId: string, words: AgreementWords): Promise<VersionKey>;
  revise(person: PersonPrincipal, key: VersionKey, words: AgreementWords): Promise<VersionKey>;
  change(
    person: PersonPrincipal,
    key: VersionKey & { readonly rev: number },
    words: AgreementWords,
  ): Promise<void>;
  remove(person: PersonPrincipal, key: VersionKey): Promise<void>;
  activate(person: PersonPrincipal, key: VersionKey, rev: number): Promise<void>;
  close(
    person: PersonPrincipal,
    key: VersionKey,
    end: { readonly as: 'ended' | 'revoked'; readonly reason: string },
  ): Promise<void>;
  revokeAll(person: PersonPrincipal, providerId: string, reason: string): Promise<void>;
  sharingOf(person: PersonPrincipal): Promise<readonly ProviderSharingView[]>;
  historyOf(
    person: PersonPrincipal,
    providerId: string,
  ): Promise<{ readonly name: string; readonly decisions: readonly SharingDecisionView[] }>;
  decide(
    person: PersonPrincipal,
    decision: { readonly providerId: string; readonly stopped: boolean; readonly reason?: string },
  ): Promise<void>;
}

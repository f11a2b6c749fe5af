import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';

/** What of a person may leave to a provider beside the pseudonym; nothing leaves that no agreement names. */
export const shareableAttributes = ['name', 'email', 'employee-number', 'agency', 'unit', 'locale'] as const;
export type ShareableAttribute = (typeof shareableAttributes)[number];

/** UU 27/2022, article 20(2). */
export const legalBases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-task',
  'legitimate-interest',
] as const;
export type LegalBasis = (typeof legalBases)[number];

/**
 * What decides at the moment something leaves. Times are ISO 8601 UTC with milliseconds, so that they compare as text;
 * `validUntil` itself is no longer covered.
 */
export interface Terms {
  readonly agreementId: string;
  /** From 1; a change after activation is another version. */
  readonly version: number;
  readonly attributes: readonly ShareableAttribute[];
  /** Absent: the people of all agencies. */
  readonly agencyIds?: readonly AgencyId[];
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Perjanjian data between the platform and a provider: one version of it. Once active, only its state changes. */
export interface Agreement extends Terms {
  readonly providerId: ProviderId;
  /** Number or name of the document that was signed. */
  readonly title: string;
  /** What the data are for, in words for the people they are about. */
  readonly purpose: string;
  readonly legalBasis: LegalBasis;
  /** `ended`: another version took its place, or an operator closed it. `revoked`: stopped in an emergency. */
  readonly state: 'draft' | 'active' | 'ended' | 'revoked';
  readonly createdAt: string;
  /** Absent: a machine of the platform. */
  readonly createdBy?: PersonId;
  readonly activatedAt?: string;
  readonly closedAt?: string;
  /** Why it was ended or revoked, in words. */
  readonly closedBecause?: string;
  /** Counts changes of this version; a write names the one it has read. */
  readonly rev: number;
}

/** As people see it: the clock decides, too. */
export type Standing = 'draft' | 'upcoming' | 'in-force' | 'expired' | 'ended' | 'revoked';

export function standingOf(agreement: Agreement, now: Date): Standing {
  const { state, validFrom, validUntil } = agreement;
  if (state !== 'active') return state;
  const at = now.toISOString();
  if (at < validFrom) return 'upcoming';
  return at < validUntil ? 'in-force' : 'expired';
}

export function termsOf(agreement: Terms): Terms {
  const { agreementId, version, attributes, agencyIds, validFrom, validUntil } = agreement;
  return { agreementId, version, attributes, ...(agencyIds && { agencyIds }), validFrom, validUntil };
}

/** The terms that hold for people of an agency at a moment; at most one does, as overlapping ones are refused. */
export function termsFor(
  all: readonly Terms[],
  { agencyId, now }: { readonly agencyId: AgencyId; readonly now: Date },
): Terms | undefined {
  const at = now.toISOString();
  return all.find(
    ({ agencyIds, validFrom, validUntil }) =>
      validFrom <= at && at < validUntil && (agencyIds?.includes(agencyId) ?? true),
  );
}

/** True when both could hold for one person at one moment. */
export function overlap(a: Terms, b: Terms): boolean {
  if (a.validUntil <= b.validFrom || b.validUntil <= a.validFrom) return false;
  const { agencyIds } = a;
  if (!agencyIds || !b.agencyIds) return true;
  return b.agencyIds.some((agencyId) => agencyIds.includes(agencyId));
}

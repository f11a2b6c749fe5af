import type { AgencyId } from '@sinau/kernel';

/** What an agency asks of records. */
export interface Policy {
  readonly agencyId: AgencyId;
  /** Forms that need an assignment letter (surat tugas). */
  readonly letterForms: readonly string[];
  /** Who verifies reports: administrators alone, or the supervisor as well. */
  readonly verifiers: 'agency' | 'either';
  readonly rev: number;
}

/** Training, courses and technical guidance: for these verifiers ask for a letter; of others it depends on the agency. */
export const defaultPolicy = (agencyId: AgencyId): Policy => ({
  agencyId,
  letterForms: ['KL01', 'KL02', 'KL03', 'KL04', 'KL05', 'KL08', 'KL09', 'KL10'],
  verifiers: 'either',
  rev: 0,
});

export const needsLetter = ({ letterForms }: Policy, { form }: { readonly form: string }): boolean =>
  letterForms.includes(form);

import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import type { Agreement } from '../agreement.ts';
import type { Profile, ProfilePort } from '../ports.ts';

/** An active agreement for all agencies, of one year. */
export function sampleAgreement(over: Partial<Agreement> = {}): Agreement {
  return {
    ...{ agreementId: 'a1', version: 1, providerId: 'p1' as ProviderId, title: 'PKS 12/2026' },
    ...{
      attributes: ['name', 'email'],
      purpose: 'Sertifikat memuat nama peserta.',
      legalBasis: 'public-task',
    },
    ...{ validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2027-01-01T00:00:00.000Z', state: 'active' },
    ...{ createdAt: '2026-01-01T00:00:00.000Z', rev: 1 },
    ...over,
  };
}

export function sampleProfile(personId: string, over: Partial<Profile> = {}): Profile {
  return {
    personId: personId as PersonId,
    name: 'Dr. Siti Rahma Dewi, M.T.',
    email: `${personId}@example.go.id`,
    employeeNumber: '199001012015032001',
    agencyId: 'agency-a' as AgencyId,
    unitId: 'u1',
    locale: 'id',
    ...over,
  };
}

export function memoryProfiles(profiles: readonly Profile[]): ProfilePort {
  return {
    profilesOf: async (ids) => profiles.filter(({ personId }) => ids.includes(personId)),
    agencyName: async (agencyId) => `Instansi ${agencyId}`,
    unitName: async (_, unitId) => `Unit ${unitId}`,
  };
}

import type { AgencyId, Jp, PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { Details, Unit } from '../details.ts';
import {
  addEvidence,
  addLearning,
  decideLearning,
  type LearningDecision,
  moveOwn,
  type OwnAction,
} from '../index.ts';
import type { ExternalLearning } from '../learning.ts';
import type { LearnerPlace, LearningStore } from '../ports.ts';
import { memoryEvidenceRoom } from './memory-evidence-room.ts';
import { memoryLearningStore } from './memory-learning-store.ts';
import { seminar } from './samples.ts';

export const bkn = 'bkn' as AgencyId;
export const pdf = new TextEncoder().encode('%PDF-1.7 sertifikat');

export function personOf(name: string, roles: readonly Role[], agencyId = bkn): PersonPrincipal {
  return { kind: 'person', personId: name as PersonId, name, roles, agencyId };
}
export const sri = personOf('sri', ['learner']);
export const budi = personOf('budi', ['learner', 'supervisor']);
export const agus = personOf('agus', ['learner', 'agency-admin']);

const units: Readonly<Record<string, Unit>> = {
  ...{ KL03: 'programme_jp', KL06: 'day', NKL01: 'session', NKL05: 'occurrence', PD01: 'semester' },
};

/** The domain in memory: Sri, her supervisor Budi, and Agus of personnel. */
export function learningWorld(learnings: LearningStore = memoryLearningStore()) {
  const clock = fixedClock('2026-03-10T02:00:00.000Z');
  const places = new Map<string, LearnerPlace>([
    ['sri', { agencyId: bkn, supervisorId: budi.personId, today: '2026-03-10' }],
    ['budi', { agencyId: bkn, today: '2026-03-10' }],
    ['agus', { agencyId: bkn, today: '2026-03-10' }],
  ]);
  const deps = {
    ...{ learnings, clock, ids: countedIds(), places, evidence: memoryEvidenceRoom() },
    learners: {
      placeOf: async (personId: PersonId) => places.get(personId),
      teamOf: async (supervisorId: PersonId) =>
        [...places].flatMap(([personId, place]) =>
          place.supervisorId === supervisorId ? [personId as PersonId] : [],
        ),
    },
    forms: {
      unitOf: async ({ form }: { readonly form: string }) => (form === 'XX99' ? 'unknown' : units[form]),
      countedOf: async () => undefined,
      worthOf: async ({ form, abroad }: { readonly form: string; readonly abroad: boolean }) =>
        form === 'KL06' ? jp(abroad ? 6 : 4) : form === 'NKL01' ? jp(2) : undefined,
    },
    certificates: {
      isOurs: async (number: string) => number.startsWith('SINAU-'),
      countedIn: async (_: PersonId, { number }: { readonly number: string }) =>
        number === 'UI/7' ? 2026 : undefined,
    },
  } as const;
  return {
    ...deps,
    add: (details: Partial<Details> = {}, way: 'planned' | 'attended' = 'attended', principal = sri) =>
      addLearning(deps, { principal, way, details: { ...seminar, ...details } }),
    prove: ({ learningId }: ExternalLearning, principal = sri) =>
      addEvidence(deps, { principal, learningId, kind: 'certificate', name: 'sertifikat.pdf', bytes: pdf }),
    own: ({ learningId, rev }: ExternalLearning, action: OwnAction, principal = sri) =>
      moveOwn(deps, { principal, learningId, rev, action }),
    decide: (
      { personId, learningId, rev }: ExternalLearning,
      principal: PersonPrincipal,
      decision: LearningDecision,
    ) => decideLearning(deps, { principal, personId, learningId, rev, decision }),
  };
}

export const jp = (hours: number): Jp => (hours * 100) as Jp;

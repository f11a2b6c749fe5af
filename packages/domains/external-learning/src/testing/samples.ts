import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import type { Details } from '../details.ts';
import type { ExternalLearning, LearningId, Line } from '../learning.ts';

/** Two days of a seminar with its certificate. */
export const seminar: Details = {
  ...{
    form: 'KL06',
    title: 'Seminar Nasional Arsip Digital',
    organiser: 'Universitas Contoh',
    abroad: false,
  },
  ...{ startsOn: '2026-03-02', endsOn: '2026-03-03', count: 2 },
  certificate: { number: '012/SEM/2026', issuer: 'Universitas Contoh' },
};

export const training: Details = {
  ...{ form: 'KL03', title: 'Pelatihan Teknis Arsip', organiser: 'Pusdiklat Contoh', abroad: false },
  ...{ startsOn: '2026-03-02', endsOn: '2026-03-06', stated: 4000 as Jp },
};

export function learningOf(more: Partial<ExternalLearning> = {}): ExternalLearning {
  return {
    ...{ learningId: 'l1' as LearningId, personId: 'sri' as PersonId, agencyId: 'bkn' as AgencyId },
    ...{ way: 'attended', state: 'draft', stage: 'report', details: seminar, evidence: [] },
    ...{ createdAt: '2026-03-04T01:00:00.000Z', lines: 1, rev: 0 },
    ...more,
  };
}

export const lineOf = ({ personId, lines, state }: ExternalLearning): Line => ({
  ...{ n: lines, action: 'add', to: state, at: '2026-03-04T01:00:00.000Z' },
  by: { kind: 'person', personId, as: 'learner' },
});

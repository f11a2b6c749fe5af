import type { DomainError } from '@sinau/kernel';
import type { EvaluationsPorts, OwnEvaluationView, TeamEvaluationView } from '../evaluations/ports.ts';

const course: OwnEvaluationView = {
  ...{ evaluationId: 'c-baru', kind: 'course', subjectId: 'selesai', supervisorAnswered: false, waits: true },
  title: { id: 'Mengelola <b>Data</b> Terbuka', en: 'Managing <b>open</b> data' },
  ...{ completedAt: '2026-11-20T02:00:00.000Z', score: 88, endOpenUntil: '2027-01-19T02:00:00.000Z' },
};
const said: Pick<OwnEvaluationView, 'reaction' | 'learning'> = {
  reaction: {
    ...{ relevance: 4, delivery: 3, organisation: 3, intention: 4 },
    comment: 'Contohnya <b>jelas</b>.\nWaktunya kurang.',
  },
  learning: { before: 2, after: 4 },
};

/** Just finished; asked three months later; all said and over. */
const own: Readonly<Record<string, OwnEvaluationView>> = {
  'c-baru': course,
  'e-diterapkan': {
    ...{ ...said, evaluationId: 'e-diterapkan', kind: 'event', subjectId: 'hadir', waits: true },
    ...{ title: { id: 'Seminar layanan publik' }, completedAt: '2026-08-20T02:00:00.000Z' },
    ...{ askedAt: '2026-11-18T00:00:00.000Z', appliedOpenUntil: '2027-01-17T00:00:00.000Z' },
    supervisorAnswered: true,
  },
  'c-lewat': {
    ...{ ...said, evaluationId: 'c-lewat', kind: 'course', subjectId: 'selesai', waits: false },
    ...{ title: { id: 'Etika pelayanan' }, completedAt: '2026-04-20T02:00:00.000Z' },
    ...{ askedAt: '2026-07-19T00:00:00.000Z', supervisorAnswered: false },
    applied: { applied: 2, obstacle: 'no-time', example: 'Membuat <b>daftar</b> periksa' },
  },
};

const team: Readonly<Record<string, TeamEvaluationView>> = {
  'c-baru': {
    ...{
      personId: 'p1',
      name: 'Budi <b>S</b>',
      evaluationId: 'c-baru',
      kind: 'course',
      subjectId: 'selesai',
    },
    ...{ title: course.title, completedAt: '2026-08-20T02:00:00.000Z' },
    openUntil: '2027-01-17T00:00:00.000Z',
  },
  'c-lewat': {
    ...{
      personId: 'p1',
      name: 'Budi <b>S</b>',
      evaluationId: 'c-lewat',
      kind: 'course',
      subjectId: 'selesai',
    },
    ...{ title: { id: 'Etika pelayanan' }, completedAt: '2026-04-20T02:00:00.000Z' },
    answer: { applied: 3, obstacle: 'none', example: 'Memimpin rapat' },
  },
};

export function createEvaluationFixtures(absent: () => DomainError): {
  readonly evaluations: EvaluationsPorts;
} {
  const find = <View>(all: Readonly<Record<string, View>>, id: string): View => {
    const found = all[id];
    if (!found) throw absent();
    return found;
  };
  return {
    evaluations: {
      listOf: async ({ personId }) => (personId === 'kosong' ? [] : Object.values(own)),
      evaluationOf: async (_person, evaluationId) => find(own, evaluationId),
      answerEnd: async (_person, evaluationId) => void find(own, evaluationId),
      answerApplied: async (_person, evaluationId) => void find(own, evaluationId),
      teamOf: async ({ personId }) => (personId === 'kosong' ? [] : Object.values(team)),
      teamEvaluationOf: async (_person, { evaluationId }) => find(team, evaluationId),
      answerAsSupervisor: async (_person, { evaluationId }) => void find(team, evaluationId),
    },
  };
}

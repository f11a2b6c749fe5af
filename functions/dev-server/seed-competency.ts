import type { CourseStore } from '@sinau/catalogue';
import {
  assess,
  declareOwn,
  describeTechnical,
  type Level,
  moveItem,
  nationalIds,
  proposeItem,
  setStandard,
  setTeaching,
  technicalId,
  walkAgencies,
} from '@sinau/competency';
import { addDays, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import { acting } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

export interface SeedCompetencyDeps {
  readonly parts: CompetencyParts;
  readonly courses: Pick<CourseStore, 'listOfProvider'>;
}

const groups = ['pelaksana', 'pengawas', 'administrator', 'ahli-pertama', 'ahli-muda', 'ahli-madya'] as const;
const asked: Readonly<Record<(typeof groups)[number], Level>> = {
  ...{ pelaksana: 1, pengawas: 2, administrator: 3, 'ahli-pertama': 2, 'ahli-muda': 3, 'ahli-madya': 4 },
};

/** Standards of an agency, a technical competency, assessments of its people, and a plan that waits for the supervisor. Once. */
export async function seedCompetency(deps: SeedCompetencyDeps, seeded: Seeded): Promise<void> {
  const { tenants, people } = seeded;
  const { parts } = deps;
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  if ((await parts.standards.standards(agencyId)).length > 0) return;
  const by: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  await setStandards(parts, agencyId);
  await assessPeople(parts, by);
  await planOf(parts, seeded);
  await teachSomething(deps, seeded);
  await walkAgencies(parts, { most: 1_000 });
}

async function setStandards(parts: CompetencyParts, agencyId: NonNullable<PersonPrincipal['agencyId']>) {
  const from = '2026-01-01';
  await describeTechnical(parts, {
    agencyId,
    request: {
      ...{ code: 'KEP.01', from, name: 'Pengelolaan data kepegawaian', field: 'Aparatur Negara/Kepegawaian' },
      ...{ levels: [], verified: false },
    },
  });
  for (const group of groups) {
    const level = asked[group];
    const requirements = nationalIds.map((competencyId) => ({ competencyId, level }));
    const technical = group.startsWith('ahli')
      ? [{ competencyId: technicalId('KEP.01'), level: 2 as const }]
      : [];
    await setStandard(parts, {
      agencyId,
      request: {
        ...{ post: { group }, from, criticality: group === 'ahli-muda' ? 2 : 1, verified: false },
        requirements: [...requirements, ...technical],
        legalBasis: 'Keputusan Contoh Nomor 7',
      },
    });
  }
}

/** Made up: every third competency of everybody is one level short, and some are not assessed. */
async function assessPeople(parts: CompetencyParts, by: PersonPrincipal): Promise<void> {
  const { agencyId } = by;
  if (!agencyId) return;
  const { personIds } = await parts.staff.peopleOf(agencyId, { limit: 100 });
  const at = { assessedOn: '2026-06-15', method: 'assessment-center' } as const;
  for (const [n, personId] of personIds.entries()) {
    const member = await parts.staff.find(personId);
    if (!member?.post || personId === by.personId) continue;
    const level =
      asked[groups.find((one) => one === member.post?.level || one === member.post?.family) ?? 'pelaksana'];
    for (const [index, competencyId] of nationalIds.entries()) {
      if ((n + index) % 7 === 6) continue;
      const held = (n + index) % 3 === 0 ? level - 1 : level;
      const request = { ...at, competencyId, level: held as Level, assessor: 'Pusat Penilaian Contoh' };
      await assess(parts, { principal: by, personId, request });
    }
  }
}

/** The seeded learner says what they think, agrees to what the supervisor has proposed, and proposes something else. */
async function planOf(parts: CompetencyParts, seeded: Seeded): Promise<void> {
  const learner = seeded.people.find(({ role }) => role === 'learner');
  const member = learner && (await parts.staff.find(learner.personId as PersonId));
  const [, , communication, , , , competencyId] = nationalIds;
  if (!member || communication === undefined || competencyId === undefined) return;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: member.personId, name: member.name, roles: ['learner'] },
    agencyId: member.agencyId,
  };
  await declareOwn(parts, {
    principal,
    word: { competencyId, level: 2, note: 'Sudah memimpin satu perubahan kecil.' },
  });
  const { personId } = member;
  const itemId = await proposeItem(parts, {
    ...{ principal: acting(seeded, 'supervisor'), personId },
    request: {
      ...{ competencyId: communication, form: 'KL07', title: 'Lokakarya menulis ringkas', targetLevel: 3 },
      dueOn: addDays(member.today, 60),
      evidence: 'Tiga telaahan satu halaman yang dipakai dalam rapat pimpinan.',
      commitment:
        'Saya menulis satu telaahan setiap bulan. Atasan membaca dan memberi umpan balik seminggu sesudahnya.',
    },
  });
  await moveItem(parts, { principal, personId, itemId, rev: 1, move: 'agree' });
  await proposeItem(parts, {
    ...{ principal, personId },
    request: {
      ...{ competencyId, form: 'NKL01', title: 'Coaching mengelola perubahan', targetLevel: 3 },
      dueOn: addDays(member.today, 120),
      evidence: 'Satu proses kerja unit diperbaiki bersama tim.',
      commitment:
        'Saya mengikuti coaching dua minggu sekali dan menerapkannya di unit. Atasan memberi waktu untuk itu.',
    },
  });
}

async function teachSomething({ parts, courses }: SeedCompetencyDeps, { tenants }: Seeded): Promise<void> {
  if (tenants.provider.kind !== 'provider') return;
  const { providerId } = tenants.provider;
  const [course] = (await courses.listOfProvider(providerId, { limit: 1 })).courses;
  const [integrity] = nationalIds;
  if (!course || integrity === undefined) return;
  const teaches = [{ competencyId: integrity, level: 3 as const }];
  await setTeaching(parts, { courseId: course.courseId, providerId, teaches, rev: 0 });
}

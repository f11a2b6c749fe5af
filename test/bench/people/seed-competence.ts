import {
  type CompetencyId,
  groupKey,
  type HeldLevel,
  type ItemId,
  type Level,
  nationalIds,
  type PositionStandard,
  recountPerson,
} from '@sinau/competency';
import { createCountStore, createPersonStore } from '@sinau/competency/dynamo';
import { type Person, serviceOf } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';

const today = '2026-11-28';

/** What everybody is asked for: the nine of the nation, and eleven technical ones. */
const asked: readonly CompetencyId[] = [
  ...nationalIds,
  ...Array.from({ length: 11 }, (_, n) => `T.KEU.${n}` as CompetencyId),
];

const standardOf = (agencyId: AgencyId): PositionStandard => ({
  ...{ agencyId, post: groupKey('pelaksana'), title: 'pelaksana', state: 'active', updatedAt: today, rev: 1 },
  editions: [
    {
      ...{ from: '2026-01-01', criticality: 2, verified: false },
      requirements: asked.map((competencyId) => ({ competencyId, level: 3 as Level })),
    },
  ],
});

/** Somebody beside their standard, by the domain's own counting. Most are assessed, a third of them below what is asked. */
export async function seedCompetence(
  stores: { readonly dynamo: Dynamo; readonly table: string },
  person: Person,
): Promise<void> {
  const { personId, name, home, unitId } = person;
  if (home.kind !== 'agency') return;
  const { agencyId } = home;
  const seed = [...personId].reduce((sum, letter) => (sum * 13 + letter.charCodeAt(0)) % 6_007, 5);
  const post = serviceOf(person, today).post ?? { title: 'Pengelola data', family: 'pelaksana' };
  const assessments = asked.flatMap((competencyId, n) =>
    (seed + n) % 8 === 0
      ? []
      : [
          {
            ...{ personId, competencyId, agencyId, method: 'competency-test' as const },
            ...{ level: ((seed + n) % 3 === 0 ? 2 : 3) as HeldLevel, assessedOn: '2026-06-01' },
            ...{ recordedBy: { id: 'x', name: 'X', as: 'agency' as const }, recordedAt: today, rev: 1 },
          },
        ],
  );
  await recountPerson(
    {
      counts: createCountStore(stores),
      staff: { find: async () => ({ personId, name, agencyId, today, post, ...(unitId && { unitId }) }) },
      standards: { standards: async () => [standardOf(agencyId)] },
      persons: { of: async () => ({ assessments, items: [] }) },
    },
    personId,
  );
  if (seed % 10 === 0) await plan(stores, { personId, agencyId });
}

/** One thing that was agreed and whose day is over, of every tenth. */
async function plan(
  stores: { readonly dynamo: Dynamo; readonly table: string },
  { personId, agencyId }: { readonly personId: Person['personId']; readonly agencyId: AgencyId },
): Promise<void> {
  const step = { side: 'office' as const, by: { id: 'x', name: 'X' }, at: '2026-03-01T01:00:00.000Z' };
  await createPersonStore(stores).saveItem({
    ...{ itemId: `plan-${personId}` as ItemId, personId, competencyId: nationalIds[0] as CompetencyId },
    ...{ form: 'NKL01', title: 'Coaching', targetLevel: 3, dueOn: '2026-06-30', proposedBy: 'learner' },
    ...{ state: 'agreed', place: { agencyId, hasSupervisor: true }, rev: 0 },
    steps: [
      { ...step, move: 'propose', to: 'proposed' },
      { ...step, move: 'agree', to: 'agreed' },
    ],
  });
}

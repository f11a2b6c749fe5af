import { localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { recordRating, type TalentDeps } from '@sinau/talent';
import type { Seeded } from './seed/index.ts';

/** Where two people of the seeded agency stand, found by its talent officer for the year before. The same once more changes nothing. */
export async function seedTalent(desk: TalentDeps, { tenants, people }: Seeded): Promise<void> {
  const officer = people.find(({ role }) => role === 'talent-officer');
  if (!officer || tenants.agency.kind !== 'agency') throw new Error('nobody looks after talent');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{
      kind: 'person',
      personId: officer.personId,
      name: officer.name,
      roles: ['talent-officer'],
      agencyId,
    },
  };
  const year = yearOf(localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta')) - 1;
  const found = { year, basis: `BA-07/TALENTA/${year + 1}`, foundOn: `${year}-12-31` };
  const [supervisor, learner] = ['supervisor', 'learner'].map((role) =>
    people.find((one) => one.role === role),
  );
  if (supervisor) {
    const request = { ...found, predicate: 'sangat-baik', potential: 'high' } as const;
    await recordRating(desk, { principal, personId: supervisor.personId, request });
  }
  if (learner) {
    const request = { ...found, predicate: 'baik', score: 7_250 } as const;
    await recordRating(desk, { principal, personId: learner.personId, request });
  }
}

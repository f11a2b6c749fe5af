import { type HabitDirectory, makePledge } from '@sinau/adoption';
import type { PeopleStore } from '@sinau/identity';
import type { AdoptionDesk } from '../shared/adoption-parts.ts';
import { acting, colleaguesNamed } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

/** What somebody of the seeded agency means to do and shows to their supervisor, and time that the supervisor gives to the team. Once. */
export async function seedHabits(
  desk: AdoptionDesk,
  people: Pick<PeopleStore, 'findByClaim'>,
  seeded: Seeded,
): Promise<void> {
  const bima = (await colleaguesNamed(people, ['bima'])).get('bima');
  if (!bima || (await desk.habits.pledgesOf(bima.personId)).length > 0) return;
  const { agencyId } = bima;
  const directory: Pick<HabitDirectory, 'personOf' | 'openCoursesOf'> = {
    personOf: async () => ({ agencyId, timeZone: 'Asia/Jakarta' }),
    openCoursesOf: async () => [],
  };
  const deps = { ...desk, directory };
  await makePledge(deps, {
    principal: bima,
    request: { kind: 'time', days: [3], minutes: 20, weeks: 4, share: 'supervisor' },
  });
  await makePledge(deps, {
    principal: acting(seeded, 'supervisor'),
    request: { kind: 'team-time', days: [5], minutes: 45, weeks: 8 },
  });
}

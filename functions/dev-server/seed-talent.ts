import type { PeopleStore } from '@sinau/identity';
import { localDateOf, yearOf } from '@sinau/kernel';
import { type Predicate, type RatingRequest, recordRating, type TalentDeps } from '@sinau/talent';
import { type Acting, acting, colleaguesNamed } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

type Found = readonly [predicate: Predicate, potential: 'low' | 'middle' | 'high' | number];

/** Made up: enough who were below what was expected for sums that tell of nobody. A number is a score in hundredths of a point. */
const found: Readonly<Record<string, Found>> = {
  agus: ['baik', 'high'],
  wulan: ['sangat-baik', 'high'],
  sri: ['baik', 7_250],
  bima: ['butuh-perbaikan', 'middle'],
  ratih: ['sangat-baik', 'high'],
  yoga: ['butuh-perbaikan', 'high'],
  lestari: ['baik', 'middle'],
  tuti: ['baik', 'middle'],
  hendra: ['baik', 'middle'],
  dewi: ['sangat-baik', 'middle'],
  rizky: ['kurang', 'middle'],
  made: ['baik', 'low'],
  putri: ['baik', 'middle'],
  bagus: ['sangat-baik', 'low'],
  nurul: ['baik', 'high'],
  fajar: ['butuh-perbaikan', 'middle'],
  kartika: ['baik', 'middle'],
  dimas: ['kurang', 'low'],
  sinta: ['baik', 8_400],
  galih: ['butuh-perbaikan', 'low'],
};

/** Where people of the seeded agency stand, found by its talent officer for the year before; one is left out. Whoever was rated already stays as they are. */
export async function seedTalent(
  desk: TalentDeps,
  people: Pick<PeopleStore, 'findByClaim'>,
  seeded: Seeded,
): Promise<void> {
  const principal = acting(seeded, 'talent-officer');
  const year = yearOf(localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta')) - 1;
  const known = await colleaguesNamed(people, Object.keys(found));
  for (const [name, one] of Object.entries(found)) {
    const person = known.get(name);
    if (person) await rate(desk, { principal, person, year, found: one });
  }
}

async function rate(
  desk: TalentDeps,
  of: {
    readonly principal: Acting;
    readonly person: Acting;
    readonly year: number;
    readonly found: Found;
  },
): Promise<void> {
  const { principal, person, year } = of;
  const { personId, agencyId } = person;
  if (await desk.talent.find({ personId, agencyId, year })) return;
  const [predicate, potential] = of.found;
  const request: RatingRequest = {
    ...{ year, basis: `BA-07/TALENTA/${year + 1}`, foundOn: `${year}-12-31`, predicate },
    ...(typeof potential === 'number' ? { score: potential } : { potential }),
  };
  await recordRating(desk, { principal, personId, request });
}

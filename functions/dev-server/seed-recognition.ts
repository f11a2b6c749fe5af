import type { PeopleStore } from '@sinau/identity';
import { localDateOf } from '@sinau/kernel';
import { decide, nominate, showTo, type Value } from '@sinau/recognition';
import { grantPriority, setPriorityStock } from '@sinau/recognition/priority';
import type { PriorityDesk } from '../shared/priority-parts.ts';
import type { RecognitionDesk } from '../shared/recognition-parts.ts';
import { type Acting, acting, colleaguesNamed, daysAgo } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

export interface RecognitionSeedDeps {
  readonly desk: RecognitionDesk;
  readonly priority: PriorityDesk;
  readonly people: Pick<PeopleStore, 'findByClaim'>;
}

/** Who proposes whom, for what, how many days ago; the last ones wait for the agency. */
const proposals: readonly (readonly [by: string, of: string, Value, days: number, behaviour: string])[] = [
  [
    ...(['lestari', 'bima', 'collaborative', 25] as const),
    'Ia menyiapkan dasbor loket bersama dua unit lain, dan menjelaskannya sampai semua dapat membacanya sendiri.',
  ],
  [
    ...(['lestari', 'yoga', 'service', 18] as const),
    'Ia menunggu sampai pukul 18.00 agar antrean warga yang datang dari jauh selesai dilayani hari itu.',
  ],
  [
    ...(['hendra', 'putri', 'accountable', 15] as const),
    'Ia menemukan selisih anggaran, melaporkannya sendiri, dan memperbaiki lembar kerjanya hari itu juga.',
  ],
  [
    ...(['bima', 'ratih', 'competent', 12] as const),
    'Ia membuka dasbornya untuk seluruh unit dan menulis cara membacanya dalam satu halaman.',
  ],
  [
    ...(['fajar', 'nurul', 'harmonious', 9] as const),
    'Ia mempertemukan dua tim yang berbeda pendapat tentang temuan, sampai keduanya sepakat pada satu jadwal.',
  ],
  [
    ...(['nurul', 'fajar', 'competent', 4] as const),
    'Ia menulis panduan singkat memeriksa kontrak, dan membahasnya dengan dua auditor baru.',
  ],
];
/** Of these the agency has not decided yet. */
const waiting = 1;

/** What people of the seeded agency are recognised for, one proposal that waits, and two priority seats. Once. */
export async function seedRecognition(deps: RecognitionSeedDeps, seeded: Seeded): Promise<void> {
  const { desk, priority } = deps;
  const admin = acting(seeded, 'agency-admin');
  const names = new Set([...proposals.map(([by]) => by), ...proposals.map(([, of]) => of)]);
  const known = await colleaguesNamed(deps.people, [...names]);
  const first = known.get(proposals[0]?.[1] ?? '');
  if (!first || (await desk.recognitions.book(first.personId)).recognitions.length > 0) return;
  const year = Number(localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta').slice(0, 4));
  for (const [n, proposal] of proposals.entries())
    await propose(desk, { known, admin, proposal, isDecided: n < proposals.length - waiting });
  await setPriorityStock(priority, { principal: admin, stock: 5 });
  for (const [name, ground] of [
    ['bima', 'performance'],
    ['putri', 'dedication'],
  ] as const) {
    const personId = known.get(name)?.personId;
    if (personId === undefined) continue;
    const minutesOn = `${year - 1}-12-15`;
    await grantPriority(priority, {
      ...{ principal: admin, personId },
      request: { ground, minutesNumber: `BA-12/TPK/${year - 1}`, minutesOn },
    });
  }
}

async function propose(
  desk: RecognitionDesk,
  of: {
    readonly known: ReadonlyMap<string, Acting>;
    readonly admin: Acting;
    readonly proposal: (typeof proposals)[number];
    readonly isDecided: boolean;
  },
): Promise<void> {
  const [by, whom, value, days, behaviour] = of.proposal;
  const [proposer, nominee] = [of.known.get(by), of.known.get(whom)];
  if (!proposer || !nominee) return;
  const then = { ...desk, clock: daysAgo(desk.clock, days) };
  const place = await nominate(then, {
    ...{ principal: proposer, personId: nominee.personId },
    nomination: { value, behaviour },
  });
  if (!of.isDecided) return;
  await decide(then, { principal: of.admin, place, decision: { to: 'granted' } });
  const { recognitionId } = place;
  await showTo(then, { principal: nominee, recognitionId, shownTo: 'unit' });
}

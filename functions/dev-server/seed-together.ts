import { confirmSession, invite, movePair, type SessionText, writeSession } from '@sinau/collaboration';
import {
  closeMeeting,
  confirmAttendance,
  foundCommunity,
  joinCommunity,
  planMeeting,
  recordMeeting,
} from '@sinau/collaboration/communities';
import type { PeopleStore } from '@sinau/identity';
import { addDays, localDateOf } from '@sinau/kernel';
import { momentOf } from '@sinau/programmes';
import type { CollaborationDesk } from '../shared/collaboration-parts.ts';
import { type Acting, colleaguesNamed, daysAgo } from './seed/acting.ts';

const zone = 'Asia/Jakarta';

/** People of the seeded agency who learn from each other: coaching with a session that both have signed, and a community that meets. Once. */
export async function seedTogether(
  desk: CollaborationDesk,
  people: Pick<PeopleStore, 'findByClaim'>,
): Promise<void> {
  const known = await colleaguesNamed(people, ['wulan', 'bima', 'yoga', 'lestari', 'putri']);
  const [wulan, bima] = [known.get('wulan'), known.get('bima')];
  if (!wulan || !bima || (await desk.pairs.ofPerson(bima.personId)).length > 0) return;
  await coach(desk, wulan, bima);
  const members = ['bima', 'yoga', 'lestari', 'putri'].flatMap((name) => known.get(name) ?? []);
  await meet(desk, wulan, members);
}

/** Days before today, with the time of day. */
const momentBefore = (desk: CollaborationDesk, days: number, time: string): string =>
  momentOf(`${addDays(localDateOf(desk.clock.now().getTime(), zone), -days)}T${time}`, zone);

async function coach(desk: CollaborationDesk, guide: Acting, learner: Acting): Promise<void> {
  const early = { ...desk, clock: daysAgo(desk.clock, 30) };
  const pairId = await invite(early, {
    ...{ principal: learner, partner: guide.personId, kind: 'coaching', as: 'learner' },
    goal: 'Menyusun dasbor layanan yang dipakai pimpinan setiap minggu.',
  });
  await movePair(early, { principal: guide, pairId, step: 'accept' });
  const text = (days: number, words: Pick<SessionText, 'topic' | 'result' | 'followUp'>): SessionText => ({
    ...{ startsAt: momentBefore(desk, days, '13:00'), endsAt: momentBefore(desk, days, '14:00') },
    ...{ ...words, showTopic: true },
  });
  const first = { ...desk, clock: daysAgo(desk.clock, 12) };
  const sessionId = await writeSession(first, {
    ...{ principal: learner, pairId },
    text: text(14, {
      topic: 'Memilih tiga ukuran layanan',
      result: 'Tiga ukuran dipilih, dengan sumber data masing-masing.',
      followUp: 'Mencoba menghitungnya dari data bulan lalu.',
    }),
  });
  await confirmSession(first, { principal: guide, place: { pairId, sessionId }, version: 1 });
  // Written by the one, and not signed by the other yet.
  await writeSession(desk, {
    ...{ principal: guide, pairId },
    text: text(2, {
      topic: 'Menghitung waktu tunggu',
      result: 'Waktu tunggu dihitung per loket.',
      followUp: 'Menunjukkannya kepada kepala loket.',
    }),
  });
}

async function meet(desk: CollaborationDesk, lead: Acting, members: readonly Acting[]): Promise<void> {
  const early = { ...desk, clock: daysAgo(desk.clock, 40) };
  const communityId = await foundCommunity(early, {
    principal: lead,
    terms: {
      name: 'Komunitas data layanan',
      about: 'Membaca data layanan bersama, sekali sebulan: dari angka ke perbaikan yang dapat dicoba besok.',
      ...{ values: ['kompeten', 'kolaboratif'], joining: 'open' },
    },
  });
  for (const principal of members) await joinCommunity(early, { principal, communityId });
  const meetingId = await planMeeting(early, {
    ...{ principal: lead, communityId },
    terms: {
      ...{ topic: 'Membaca hasil survei kepuasan', place: 'Ruang rapat Pusdatin' },
      ...{ startsAt: momentBefore(desk, 10, '13:00'), endsAt: momentBefore(desk, 10, '15:00') },
    },
  });
  const place = { communityId, meetingId };
  const after = { ...desk, clock: daysAgo(desk.clock, 9) };
  const everybody = [lead, ...members].map(({ personId }) => personId);
  await recordMeeting(after, {
    ...{ principal: lead, place, present: everybody, shown: [], taught: [lead.personId], recorded: 0 },
    minutes:
      'Membaca sembilan unsur survei bersama. Sikap petugas paling rendah; tiga orang mencoba formulir umpan balik di loket.',
  });
  for (const principal of [lead, ...members.slice(0, 3)])
    await confirmAttendance(after, { principal, place, present: true });
  await closeMeeting(after, { principal: lead, place });
  await planMeeting(desk, {
    ...{ principal: lead, communityId },
    terms: {
      ...{ topic: 'Mencoba formulir umpan balik', place: 'Ruang rapat Pusdatin' },
      ...{ startsAt: momentBefore(desk, -10, '13:00'), endsAt: momentBefore(desk, -10, '15:00') },
    },
  });
}

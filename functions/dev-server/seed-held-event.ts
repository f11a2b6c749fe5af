import { answerEnd, eventEvaluationId, followCompletion } from '@sinau/evaluation';
import type { PeopleStore } from '@sinau/identity';
import { addDays, localDateOf } from '@sinau/kernel';
import {
  closeAttendance,
  type EventId,
  makeEvent,
  markAttendance,
  momentOf,
  publishEvent,
  register,
  type SessionId,
} from '@sinau/programmes';
import type { EvaluationDesk } from '../shared/evaluation-parts.ts';
import type { EventDesk } from '../shared/event-parts.ts';
import { type Acting, acting, colleaguesNamed, daysAgo } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';

export interface HeldEventDeps {
  readonly desk: EventDesk;
  readonly evaluations: EvaluationDesk;
  readonly completions: Parameters<typeof followCompletion>[0]['completions'];
  readonly people: Pick<PeopleStore, 'findByClaim'>;
}

const zone = 'Asia/Jakarta';
export const heldTitle = 'Lokakarya maklumat pelayanan';
/** How long ago it was; registration had been open for ten days. */
const heldBefore = 20;

/** Enough for sums that are told in public. */
const came = [
  ...(['bima', 'ratih', 'yoga', 'lestari', 'hendra', 'dewi'] as const),
  ...(['putri', 'nurul', 'fajar', 'kartika', 'sinta', 'galih'] as const),
];
const stayedAway = ['made', 'ayu'] as const;

/** Relevance, delivery, organisation, intention, before and after, made up; the first who came say nothing yet. */
const said = [
  [4, 4, 3, 4, 2, 4],
  [4, 3, 3, 3, 2, 3],
  [3, 4, 2, 4, 3, 4],
  [4, 4, 3, 4, 2, 4],
  [3, 3, 2, 3, 3, 4],
  [4, 4, 4, 4, 1, 3],
  [4, 3, 3, 4, 2, 4],
  [3, 4, 2, 3, 2, 3],
] as const;
const comment =
  'Latihan menulis maklumat paling berguna. Ruangannya terlalu sempit untuk bekerja berkelompok.';

/**
 * A workshop that the seeded agency held three weeks ago: who registered and who came, with attendance closed, so that JP, certificates and
 * evaluations follow, and what most of them said of it. Once. Undefined: it is there already.
 */
export async function seedHeldEvent(deps: HeldEventDeps, seeded: Seeded): Promise<EventId | undefined> {
  const { desk } = deps;
  const admin = acting(seeded, 'agency-admin');
  const owner = { kind: 'agency', agencyId: admin.agencyId } as const;
  const { events } = await desk.events.listOf(owner, { limit: 20 });
  if (events.some(({ title }) => title === heldTitle)) return undefined;
  const known = await colleaguesNamed(deps.people, [...came, ...stayedAway]);
  const eventId = await announce(desk, admin);
  const soon = { ...desk, clock: daysAgo(desk.clock, heldBefore + 5) };
  for (const principal of known.values()) await register(soon, { principal, eventId, despite: true });
  const present = came.flatMap((name) => known.get(name) ?? []);
  const sessionId = 'hari-1' as SessionId;
  await markAttendance(
    { ...desk, clock: daysAgo(desk.clock, heldBefore - 1) },
    {
      ...{ principal: admin, eventId, reason: 'Daftar hadir di kertas' },
      markings: present.map(({ personId }) => ({ personId, sessionId, present: true })),
    },
  );
  await closeAttendance(
    { ...desk, clock: daysAgo(desk.clock, heldBefore - 1) },
    { principal: admin, eventId },
  );
  await evaluate(deps, { eventId, present: present.slice(-said.length) });
  return eventId;
}

async function announce(desk: EventDesk, principal: Acting): Promise<EventId> {
  const day = addDays(localDateOf(desk.clock.now().getTime(), zone), -heldBefore);
  const early = { ...desk, clock: daysAgo(desk.clock, heldBefore + 10) };
  const at = (time: string) => momentOf(`${day}T${time}`, zone);
  const { eventId } = await makeEvent(early, {
    principal,
    terms: {
      ...{ title: heldTitle, form: 'KL07', mode: 'in-person', abroad: false, zone },
      about: 'Menulis dan menempelkan maklumat yang dimengerti warga, dengan contoh dari loket sendiri.',
      sessions: [
        {
          sessionId: 'hari-1' as SessionId,
          place: 'Aula lantai 2',
          ...{ startsAt: at('08:00'), endsAt: at('15:00') },
        },
      ],
      speakers: [{ name: 'Ir. Bagas Contoh', post: 'Dosen' }],
      ...{ capacity: 20, audience: 'agency', unitIds: [], approval: 'none', confirmHours: 24, links: [] },
      opensAt: momentOf(`${addDays(day, -10)}T08:00`, zone),
      closesAt: at('08:00'),
    },
  });
  await publishEvent(early, { principal, eventId });
  return eventId;
}

async function evaluate(
  { evaluations, completions }: HeldEventDeps,
  { eventId, present }: { readonly eventId: EventId; readonly present: readonly Acting[] },
): Promise<void> {
  const evaluationId = eventEvaluationId(eventId);
  for (const [n, principal] of present.entries()) {
    await followCompletion({ ...evaluations, completions }, { personId: principal.personId, evaluationId });
    const [relevance, delivery, organisation, intention, before, after] = said[n] ?? said[0];
    const words = n === 0 ? { comment } : {};
    await answerEnd(evaluations, {
      ...{ principal, evaluationId },
      answer: {
        reaction: { relevance, delivery, organisation, intention, ...words },
        learning: { before, after },
      },
    });
  }
}

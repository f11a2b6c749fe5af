import type { EnrolmentId, Registration } from '@sinau/enrolment';
import {
  answerEnd,
  courseEvaluationId,
  eventEvaluationId,
  followCompletion,
  runTurns,
} from '@sinau/evaluation';
import { evaluationOf } from '@sinau/evaluation/testing';
import type { Person } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import type { SessionId } from '@sinau/programmes';
import { eventOf, memoryProgrammeStores, seatAt } from '@sinau/programmes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { completionsOf } from '../shared/evaluation-completions.ts';
import { portalWorld } from './testing/portal-world.ts';

const day = 86_400_000;
const registration = '00000000-0000-4000-8000-0000000000aa';
const evaluationId = courseEvaluationId(registration);
const reaction = { relevance: '4', delivery: '3', organisation: '3', intention: '4' };

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  role: 'learner' | 'supervisor' | 'agency-admin' | 'provider-author',
  tenant: keyof typeof world.tenants = 'agencyA',
) {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** As the follower of the table's stream does it. */
async function complete({ personId }: Person): Promise<void> {
  const { deps } = world;
  const at = deps.clock.now().toISOString();
  await deps.enrolments.move({
    after: {
      ...{ enrolmentId: 'e1' as EnrolmentId, registration: registration as Registration, personId },
      ...{ courseId: 'c1', version: 1, state: 'completed', enrolledAt: at, completedAt: at },
    },
  });
  const completions = completionsOf({ ...deps, ...memoryProgrammeStores() });
  await followCompletion({ ...(await deps.evaluations()), completions }, { personId, evaluationId });
}

describe('what a course was to its learner', () => {
  it('is asked on home and course page until it is said, and stays to be changed', async () => {
    const sri = await signedIn('learner');
    expect(await sri.page('/evaluations')).toContain('Belum ada yang dievaluasi');
    await complete(sri.person);
    expect(await sri.page('/')).toContain(`href="/evaluations/${evaluationId}"`);
    expect(await sri.page('/courses/c1')).toContain('Isi evaluasi');
    const saved = await sri.post(`/evaluations/${evaluationId}/end`, { ...reaction, comment: 'Jelas' });
    expect(saved.headers.get('location')).toBe(`/evaluations/${evaluationId}?notice=saved`);
    expect(await sri.page('/')).not.toContain(`/evaluations/${evaluationId}`);
    expect(await sri.page('/courses/c1')).toContain('Lihat evaluasi Anda');
    expect(await sri.page(`/evaluations/${evaluationId}`)).toMatch(/name="relevance" value="4" checked/);
  });

  it('is asked again after three months, of the supervisor as well, who see nothing of each other', async () => {
    const boss = await signedIn('supervisor');
    const sri = await signedIn('learner');
    await complete(sri.person);
    expect(await boss.page('/team/evaluations')).toContain('Belum ada yang ditanyakan');
    world.clock.advance(91 * day);
    const round = {
      ...(await world.deps.evaluations()),
      supervisors: { supervisorOf: async () => boss.person.personId },
      teller: { tellLearner: async () => {}, tellSupervisor: async () => {} },
    };
    await runTurns(round, { limit: 10 });
    const [again, chief] = [world.browser(), world.browser()];
    await again.signIn(sri.person.email);
    await chief.signIn(boss.person.email);
    const applied = { applied: '2', obstacle: 'no-means', example: 'Templat laporan' };
    const path = `/team/evaluations/${sri.person.personId}/${evaluationId}`;
    expect((await again.post(`/evaluations/${evaluationId}/applied`, applied)).status).toBe(303);
    expect((await chief.post(path, { ...applied, applied: '3', example: 'Rapat' })).status).toBe(303);
    const hers = await (await again.ask(`/evaluations/${evaluationId}`)).text();
    expect(hers).toContain('Atasan Anda sudah menjawab');
    expect(hers).not.toContain('Rapat');
    const theirs = await (await chief.ask(path)).text();
    expect(theirs).not.toContain('Templat laporan');
    expect(theirs).toMatch(/name="applied" value="3" checked/);
    expect((await again.ask(path)).status).toBe(403);
    const other = await signedIn('supervisor');
    expect((await other.ask(path)).status).toBe(404);
  });
});

it('of an event is asked on its page, of who was there', async () => {
  const sri = await signedIn('learner');
  const { events, seats } = await world.deps.events();
  const { agencyA } = world.tenants;
  if (agencyA.kind !== 'agency') throw new Error('agencies are agencies');
  const now = world.clock.now().getTime();
  const time = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  const session = { sessionId: 's1' as SessionId, startsAt: time(-4), endsAt: time(-1), place: 'Aula' };
  const event = eventOf({ owner: agencyA, sessions: [session], closesAt: time(-5), closedAt: time(-1) });
  await events.save(event);
  const { personId } = sri.person;
  const { agencyId } = agencyA;
  const mark = {
    sessionId: session.sessionId,
    present: true,
    at: time(-2),
    way: 'staff',
    by: personId,
  } as const;
  await seats.step(undefined, seatAt({ eventId: event.eventId, personId, agencyId, marks: [mark] }));
  const path = `/events/${event.eventId}`;
  expect(await sri.page(path)).not.toContain('Isi evaluasi');
  const desk = await world.deps.evaluations();
  const completions = completionsOf({ ...world.deps, events, seats });
  const evaluationId = eventEvaluationId(event.eventId);
  await followCompletion({ ...desk, completions }, { personId, evaluationId });
  expect(await sri.page(path)).toContain(`href="/evaluations/${evaluationId}"`);
  await sri.post(`/evaluations/${evaluationId}/end`, { before: '1', after: '4', comment: '' });
  expect(await sri.page(path)).toContain('Lihat evaluasi Anda');
});

describe('results of evaluations', () => {
  /** So many of agency A have completed a course of provider A and say what it was. */
  async function answered(people: number, courseId = 'c1', title = 'Keamanan') {
    const { agencyA, providerA } = world.tenants;
    if (agencyA.kind !== 'agency' || providerA.kind !== 'provider') throw new Error('tenants are tenants');
    const desk = await world.deps.evaluations();
    for (let n = 0; n < people; n += 1) {
      const personId = `${courseId}-${n}` as PersonId;
      const evaluation = evaluationOf({
        ...{ personId, evaluationId: courseEvaluationId(`${courseId}-${n}`), agencyId: agencyA.agencyId },
        ...{ subject: { kind: 'course', id: courseId }, owner: providerA, title: { id: title } },
        completedAt: world.clock.now().toISOString(),
        year: world.clock.now().getUTCFullYear(),
      });
      await desk.evaluations.step(undefined, evaluation);
      const principal = { kind: 'person', personId, name: 'P', roles: [] } as const;
      world.clock.advance(1);
      const now = () => {
        world.clock.advance(1);
        return world.clock.now();
      };
      await answerEnd(
        { ...desk, clock: { now } },
        {
          ...{ principal, evaluationId: evaluation.evaluationId },
          answer: {
            reaction: {
              relevance: 4,
              delivery: 3,
              organisation: 3,
              intention: 2,
              comment: `Saran <b>${n}</b>`,
            },
          },
        },
      );
    }
  }

  it('are shown to the agency of the people and the provider of the course, from five answers up', async () => {
    const admin = await signedIn('agency-admin');
    const author = await signedIn('provider-author', 'providerA');
    expect(await admin.page('/agency/evaluations')).toContain('Belum ada yang diselesaikan');
    expect(await author.page('/studio/courses/c1/evaluations')).toContain('Belum ada yang menyelesaikannya');
    await answered(4);
    const few = await admin.page('/agency/evaluations/courses/c1');
    expect(few).toContain('Belum ada lima jawaban');
    expect(few).not.toContain('Saran');
    await answered(5);
    const pages = [
      await admin.page('/agency/evaluations/courses/c1'),
      await author.page('/studio/courses/c1/evaluations'),
    ];
    for (const html of pages) {
      expect(html).toContain('Saran &lt;b&gt;0&lt;/b&gt;');
      expect(html).not.toContain('c1-0');
    }
    expect(await admin.page('/agency/evaluations')).toContain('href="/agency/evaluations/courses/c1?year=');
    for (const tenant of ['agencyB', 'providerB'] as const) {
      const role = tenant === 'agencyB' ? 'agency-admin' : 'provider-author';
      const path = tenant === 'agencyB' ? '/agency/evaluations/courses/c1' : '/studio/courses/c1/evaluations';
      const other = await signedIn(role, tenant);
      expect((await other.ask(path)).status).toBe(404);
    }
    expect((await admin.ask('/agency/evaluations/courses/tidak-ada')).status).toBe(404);
  });

  it('can be downloaded, and no cell is ever run', async () => {
    const admin = await signedIn('agency-admin');
    await answered(5, 'c1', '=HYPERLINK("http://x")');
    await answered(2, 'c2', 'Kecil');
    const file = await admin.ask('/agency/evaluations/file?format=csv');
    expect(file.headers.get('content-disposition')).toContain('sinau-evaluasi.csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^Kursus;"'=HYPERLINK/);
    expect(lines[1]).toContain(';5;5;4;3;3;2;');
    expect(lines[2]).toMatch(/^Kursus;Kecil;[^;]*;\d{4};2;;;;;;;/);
    const workbook = await admin.ask('/agency/evaluations/file?format=xlsx');
    expect(new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { courseEvaluationId, followCompletion, runTurns } from '@sinau/evaluation';
import type { Person } from '@sinau/identity';
import { memoryProgrammeStores } from '@sinau/programmes/testing';
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

async function signedIn(role: 'learner' | 'supervisor') {
  const person = await world.invite(world.tenants.agencyA, [role]);
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

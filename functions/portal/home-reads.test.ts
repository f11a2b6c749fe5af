import type { Enrolment } from '@sinau/enrolment';
import { expect, it } from 'vitest';
import { createPortalApp } from './app.ts';
import type { PortalDeps } from './deps.ts';
import { origin, portalWorld } from './testing/portal-world.ts';

/** Every question to a store, by the name of the port and of the question. */
function counting(deps: PortalDeps, asked: string[]): PortalDeps {
  const watched = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          asked.push(`${name}.${String(key)}`);
          return value.apply(target, given);
        };
      },
    });
  const { enrolments, courses, registrations, organisations, people, notices, content } = deps;
  const own = { enrolments, courses, registrations, organisations, people, notices, content };
  const stores = Object.entries(own).map(([name, port]) => [name, watched(name, port)]);
  return {
    ...deps,
    ...Object.fromEntries(stores),
    credit: async () => {
      const { credit, standings } = await deps.credit();
      return { credit: watched('credit', credit), standings: watched('standings', standings) };
    },
    plans: async () => watched('plans', await deps.plans()),
  };
}

it('the home page asks a handful of questions, and none about what somebody has finished', async () => {
  const world = await portalWorld();
  const person = await world.invite(world.tenants.agencyA, ['learner']);
  const browser = world.browser();
  await browser.signIn(person.email);
  await browser.post('/courses/c1/enrol');
  const readsWith = async (finished: number) => {
    const asked: string[] = [];
    const { enrolments } = world.deps;
    const past = Array.from({ length: finished }, (_, n) => ({
      ...{ courseId: `past-${n}`, state: 'completed', personId: person.personId },
      ...{ enrolledAt: '2026-01-01T00:00:00.000Z', registration: `r${n}` },
    })) as unknown as Enrolment[];
    const listCurrent: typeof enrolments.listCurrent = async (id) => [
      ...(await enrolments.listCurrent(id)),
      ...past,
    ];
    const app = createPortalApp(
      counting({ ...world.deps, enrolments: { ...enrolments, listCurrent } }, asked),
    );
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, accept: 'text/html' };
    const answer = await app.hono.request(`${origin}/`, { headers });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('/learn/1')]);
    return asked.toSorted();
  };
  const few = await readsWith(0);
  expect(await readsWith(40)).toEqual(few);
  // Session, viewer and lists; four for the course that is not finished; where they work, for whom they can ask. Week and rhythm share what they ask.
  expect(few.length).toBeLessThanOrEqual(16);
  for (const question of ['enrolments.listCurrent', 'plans.sessionsOf'])
    expect(few.filter((one) => one === question)).toHaveLength(1);
});

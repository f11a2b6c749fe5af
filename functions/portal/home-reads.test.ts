import type { Enrolment } from '@sinau/enrolment';
import type { UnitId } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
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
    adoption: async () => {
      const { champions, habits, boards, ...desk } = await deps.adoption();
      const seen = {
        champions: watched('champions', champions),
        habits: watched('habits', habits),
        boards: watched('boards', boards),
      };
      return { ...desk, ...seen };
    },
  };
}

type World = Awaited<ReturnType<typeof portalWorld>>;

/** The text of the home page, and what was asked for it. */
async function homeOf(deps: PortalDeps, { cookies }: ReturnType<World['browser']>) {
  const asked: string[] = [];
  const app = createPortalApp(counting(deps, asked));
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await app.hono.request(`${origin}/`, { headers: { cookie, accept: 'text/html' } });
  expect(answer.status).toBe(200);
  return { text: await answer.text(), asked: asked.toSorted() };
}

it('the home page asks a handful of questions, and none about what somebody has finished', async () => {
  const world = await portalWorld();
  const person = await world.invite(world.tenants.agencyA, ['learner']);
  const browser = world.browser();
  await browser.signIn(person.email);
  await browser.post('/courses/c1/enrol');
  const readsWith = async (finished: number) => {
    const { enrolments } = world.deps;
    const past = Array.from({ length: finished }, (_, n) => ({
      ...{ courseId: `past-${n}`, state: 'completed', personId: person.personId },
      ...{ enrolledAt: '2026-01-01T00:00:00.000Z', registration: `r${n}` },
    })) as unknown as Enrolment[];
    const listCurrent: typeof enrolments.listCurrent = async (id) => [
      ...(await enrolments.listCurrent(id)),
      ...past,
    ];
    const { text, asked } = await homeOf(
      { ...world.deps, enrolments: { ...enrolments, listCurrent } },
      browser,
    );
    expect(text).toContain('/learn/1');
    return asked;
  };
  const few = await readsWith(0);
  expect(await readsWith(40)).toEqual(few);
  // Session, viewer and lists; four for the course that is not finished; where they work, for whom they can ask. Week and rhythm share what they ask.
  expect(few.length).toBeLessThanOrEqual(17);
  for (const question of ['enrolments.listCurrent', 'plans.sessionsOf'])
    expect(few.filter((one) => one === question)).toHaveLength(1);
});

it('the home page looks up one of twenty who help the unit, and each unit once', async () => {
  const world = await portalWorld();
  const home = world.tenants.agencyA;
  if (home.kind !== 'agency') throw new Error('it is one');
  const { agencyId } = home;
  const { organisations, people } = world.deps;
  const days = { createdAt: '2026-01-01T00:00:00.000Z', validFrom: '2026-01-01', past: [] };
  const [bureau, part] = ['u-bureau' as UnitId, 'u-part' as UnitId];
  await organisations.putUnit({ agencyId, unitId: bureau, name: 'Biro Umum', ...days }, 0);
  await organisations.putUnit({ agencyId, unitId: part, name: 'Bagian Arsip', parentId: bureau, ...days }, 1);
  const invited = async (name: string) => {
    const person = await world.invite(home, ['learner'], { name });
    const known = await people.find(person.personId);
    if (known) await people.replace(known, { ...known, unitId: part });
    return person;
  };
  const reader = await invited('Sri Contoh');
  const browser = world.browser();
  await browser.signIn(reader.email);
  const { champions } = await world.deps.adoption();
  const at = '2026-02-01T00:00:00.000Z';
  const helping = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const { personId } = await invited('Wulan Contoh');
      const asked = { namedBy: 'adi' as PersonId, namedAt: at, since: at, showsEmail: false, rev: 0 };
      const role = { personId, agencyId, unitId: bureau, state: 'active', ...asked } as const;
      expect(await champions.save(role)).toBe('saved');
    }
  };
  await helping(1);
  const one = await homeOf(world.deps, browser);
  expect(one.text).toContain('Tanya agen perubahan: Wulan Contoh, Biro Umum');
  await helping(19);
  const twenty = await homeOf(world.deps, browser);
  expect(twenty.text).toContain('Tanya agen perubahan: Wulan Contoh, Biro Umum');
  expect(twenty.asked).toEqual(one.asked);
  const timesOf = (question: string) => twenty.asked.filter((asked) => asked === question).length;
  expect([timesOf('organisations.findUnit'), timesOf('champions.find')]).toEqual([2, 1]);
});

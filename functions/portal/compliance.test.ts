import { type Duty, recountPerson } from '@sinau/compliance';
import type { Person } from '@sinau/identity';
import type { Jp } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { workforceOf } from '../shared/compliance-parts.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(tenant: 'agencyA' | 'agencyB') {
  const person = await world.invite(world.tenants[tenant], ['agency-admin']);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** As the announcer does when something about somebody changes. */
async function count({ personId, home }: Person, recognised: number, duties: readonly Duty[] = []) {
  if (home.kind !== 'agency') throw new Error('of no agency');
  const { people, clock } = world.deps;
  const year = clock.now().getUTCFullYear();
  const { compliance } = await world.deps.compliance();
  await recountPerson(
    {
      ...{ compliance, clock, workforce: workforceOf({ people, clock }) },
      credits: {
        yearsOf: async () => [{ year, status: 'PNS', recognised: recognised as Jp, minimum: 2000 as Jp }],
      },
      duties: { dutiesOf: async () => duties },
    },
    personId,
  );
}

const linkIn = (html: string, label: string) =>
  new RegExp(`href="([^"]+)"[^>]*aria-label="${label}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('how an agency stands', () => {
  it('shows numbers of the ledger, and each opens the people behind it', async () => {
    const admin = await signedIn('agencyA');
    const [ani, budi] = await Promise.all(
      ['Ani Contoh', 'Budi Contoh'].map((name) => world.invite(world.tenants.agencyA, ['learner'], { name })),
    );
    if (!ani || !budi || ani.home.kind !== 'agency') throw new Error('nobody was invited');
    const { agencyId } = ani.home;
    const duty = { agencyId, obligationId: 'o1', period: 'once', courseId: 'c1', dueOn: '2020-01-31' };
    const overAt = '2020-01-31T17:00:00.000Z';
    await count(ani, 2000);
    await count(budi, 1950, [{ ...duty, overAt, state: 'started' }]);
    const html = await admin.page('/agency');
    expect(html).toContain('1 dari 2 pegawai yang punya minimum');
    const all = await admin.page(linkIn(html, 'Pegawai yang dihitung: 2'));
    for (const words of ['2 dalam daftar ini', 'Ani Contoh', 'Budi Contoh']) expect(all).toContain(words);
    expect(await admin.page(linkIn(html, 'Tanpa unit, Pegawai: 2'))).toContain('Budi Contoh');
    const met = await admin.page(linkIn(html, 'Memenuhi minimum'));
    expect(met).toContain('Ani Contoh');
    expect(met).not.toContain('Budi Contoh');
    expect(await admin.page('/agency/numbers/people?standing=below')).toContain('19,5 JP');
    expect(await admin.page(linkIn(html, 'Mulai: 1'))).toContain('Budi Contoh');
    const overdue = await admin.page(linkIn(html, 'Lewat tenggat: 1'));
    expect(overdue).toContain('1 dalam daftar ini');
    expect(overdue).toContain('31 Januari 2020');
  });

  it('opens the duties of a unit with those below it, and of nobody else', async () => {
    const admin = await signedIn('agencyA');
    const [ani, budi] = await Promise.all(
      ['Ani Contoh', 'Budi Contoh'].map((name) => world.invite(world.tenants.agencyA, ['learner'], { name })),
    );
    if (!ani || !budi || ani.home.kind !== 'agency') throw new Error('nobody was invited');
    const { agencyId } = ani.home;
    const duty = { agencyId, obligationId: 'o1', period: 'once', courseId: 'c1', state: 'started' } as const;
    await count(ani, 0, [duty]);
    await count(budi, 0, [duty]);
    const html = await admin.page('/agency');
    // Two are too few to be compared.
    const list = await admin.page(linkIn(html, 'Tanpa unit, Diwajibkan'));
    expect(list).toContain('2 dalam daftar ini');
    expect(list).toContain('Ani Contoh');
    expect((await admin.ask('/agency/numbers/duties?step=required&unit=unit-lain')).status).toBe(404);
  });

  it('C3: tells another agency nothing, whatever unit or page it names', async () => {
    const [admin, other] = [await signedIn('agencyA'), await signedIn('agencyB')];
    await count(admin.person, 0);
    expect(await other.page('/agency')).toContain('Belum ada pegawai yang dihitung');
    expect(await other.page('/agency/numbers/people?standing=below')).not.toContain(admin.person.name);
    expect((await other.ask('/agency?unit=unit-lain')).status).toBe(404);
  });
});

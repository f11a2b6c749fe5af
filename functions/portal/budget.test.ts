import { recountPerson } from '@sinau/compliance';
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
  const send = async (path: string, fields: Record<string, string>) => {
    const response = await browser.post(path, fields);
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      text: await response.text(),
    };
  };
  return { ...browser, send, page: async (path: string) => (await browser.ask(path)).text() };
}

const grounds = { reason: 'Honor narasumber', evidence: 'SPK-12/2026' };
const hrefIn = (html: string, part: string) =>
  new RegExp(`href="([^"]*${part}[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('budget of an agency', () => {
  it('goes from a line over money that is bound by hand to what was spent, and each number opens its list', async () => {
    const admin = await signedIn('agencyA');
    const year = String(world.deps.clock.now().getUTCFullYear());
    const order = {
      year,
      code: 'DL.1',
      title: 'Diklat teknis',
      source: 'apbd',
      account: '',
      ceiling: '1.000.000',
    };
    const opened = await admin.send('/agency/budget/new', order);
    expect(opened.to).toBe(`/agency/budget/lines/${year}.DL.1?notice=created`);
    expect((await admin.send('/agency/budget/new', order)).text).toContain(
      'Sudah ada mata anggaran dengan kode ini',
    );
    const line = `/agency/budget/lines/${year}.DL.1`;
    const form = /name="form" value="([^"]+)"/.exec(await admin.page(`${line}/book`))?.[1] ?? '';
    const booking = { form, kind: 'reserved', amount: '600.000', people: '', jp: '', ...grounds };
    for (const _ of [1, 2])
      expect((await admin.send(`${line}/book`, booking)).to).toBe(`${line}?notice=saved`);
    expect(await admin.page('/agency/budget')).toContain('Rp600.000');
    const other = { ...booking, form: '8f0f6a0e-0d3f-4d38-9a3f-0b1a1c6a7f10', amount: '400.001' };
    expect((await admin.send(`${line}/book`, other)).text).toContain('tidak punya sisa sebanyak itu');
    const list = await admin.page(hrefIn(await admin.page(line), 'state=reserved'));
    expect(list).toContain('Honor narasumber');
    const step = hrefIn(list, `${form}`);
    const paid = { from: 'reserved', to: 'spent', amount: '500.000', people: '10', jp: '40', ...grounds };
    expect((await admin.send(step, paid)).to).toBe(`${line}?notice=saved`);
    expect((await admin.send(step, paid)).text).toContain('sudah dilakukan');
    const overview = await admin.page('/agency/budget');
    // 500,000 for ten people and 40 JP.
    expect(overview).toContain('Rp50.000');
    expect(overview).toContain('Rp12.500');
    expect(overview).toContain('50%');
    expect(await admin.page(`${line}/bookings?state=spent`)).toContain('10 orang, 40 JP');
    const low = await admin.send(`${line}/ceiling`, { rev: '1', ceiling: '499.999', ...grounds });
    expect(low.text).toContain('Pagu tidak dapat lebih rendah');
    expect((await admin.send(`${line}/state`, { rev: '1', state: 'closed', ...grounds })).status).toBe(303);
    expect(await admin.page(line)).toContain('Ditutup');
  });

  it('C2: is answered as if there were none to another agency', async () => {
    const [admin, stranger] = [await signedIn('agencyA'), await signedIn('agencyB')];
    const order = { year: '2026', code: 'X', title: 'Diklat', source: 'apbn', account: '', ceiling: '5' };
    await admin.send('/agency/budget/new', order);
    for (const part of ['', '/bookings', '/change', '/book'])
      expect((await stranger.ask(`/agency/budget/lines/2026.X${part}`)).status).toBe(404);
    expect(
      (
        await stranger.send('/agency/budget/lines/2026.X/terms', {
          rev: '1',
          title: 'Rebut',
          source: 'apbn',
          account: '',
        })
      ).status,
    ).toBe(404);
    expect(await stranger.page('/agency/budget?year=2026')).toContain('Belum ada mata anggaran');
  });

  it('sends its lines as a workbook', async () => {
    const admin = await signedIn('agencyA');
    const order = { year: '2026', code: 'X', title: '=1+1', source: 'apbn', account: '', ceiling: '5' };
    await admin.send('/agency/budget/new', order);
    const response = await admin.ask('/agency/budget/lines.xlsx?year=2026');
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="sinau-anggaran-2026.xlsx"',
    );
    const head = new Uint8Array(await response.arrayBuffer()).subarray(0, 2);
    expect([...head]).toEqual([0x50, 0x4b]);
    expect(await admin.page('/agency/budget/lines.csv?year=2026')).toContain(`;X;'=1+1;`);
  });

  it('tells indicators from what is counted of people, once there are five', async () => {
    const admin = await signedIn('agencyA');
    const year = world.deps.clock.now().getUTCFullYear();
    const count = async (person: Person, recognised: number) => {
      const { people, clock } = world.deps;
      const { compliance } = await world.deps.compliance();
      await recountPerson(
        {
          ...{
            compliance,
            clock,
            workforce: workforceOf({ people, clock }),
            duties: { dutiesOf: async () => [] },
          },
          credits: {
            yearsOf: async () => [{ year, status: 'PNS', recognised: recognised as Jp, minimum: 2000 as Jp }],
          },
        },
        person.personId,
      );
    };
    for (let n = 0; n < 4; n += 1)
      await count(await world.invite(world.tenants.agencyA, ['learner'], { name: `Pegawai ${n}` }), 2_500);
    expect(await admin.page('/agency/budget/indicators')).not.toContain('4 ÷ 4');
    await count(await world.invite(world.tenants.agencyA, ['learner'], { name: 'Pegawai 5' }), 1_000);
    const html = await admin.page('/agency/budget/indicators');
    expect(html).toContain('4 ÷ 5');
    expect(html).toContain('80%');
    const met = await admin.page(hrefIn(html, 'standing=met'));
    expect(met).toContain('Pegawai 0');
    expect(met).not.toContain('Pegawai 5');
  });
});

import { answerRequestSchema, elementCodes, giveAnswer, openForm, type ServicePlace } from '@sinau/feedback';
import { themeTemplate } from '@sinau/feedback/themes';
import { csvFile } from '@sinau/rostering/table';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableFile } from '../shared/table-file.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let place: ServicePlace;
let admin: Awaited<ReturnType<typeof signedIn>>;
beforeEach(async () => {
  world = await portalWorld();
  admin = await signedIn('agencyA');
  const added = await admin.post('/agency/citizens/new', { name: '=KTP', unit: 'Dukcapil', about: '' });
  const serviceId = (added.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? '';
  const { agencyA } = world.tenants;
  place = { agencyId: agencyA.kind === 'agency' ? agencyA.agencyId : '', serviceId } as ServicePlace;
});

async function signedIn(at: 'agencyA' | 'agencyB') {
  const person = await world.invite(world.tenants[at], ['agency-admin'], {});
  const browser = world.browser();
  await browser.signIn(person.email);
  return browser;
}

/** A survey of today with so many answers. */
async function survey(answers: number): Promise<void> {
  const today = world.deps.clock.now().toISOString().slice(0, 10);
  const plan = { from: today, to: today, served: '', swapped: 'no' };
  await admin.post(`/agency/citizens/${place.serviceId}/surveys`, plan);
  const desk = await world.deps.citizens();
  for (let n = 0; n < answers; n += 1) {
    const { form } = await openForm(desk, place);
    const scores = Object.fromEntries(elementCodes.map((code) => [code, n === 0 ? 1 : 3]));
    const request = answerRequestSchema.parse({ form, scores });
    await giveAnswer(desk, { place, request, sender: `s-${n}` });
  }
  await admin.post(`/agency/citizens/${place.serviceId}/surveys/${today}/end`, {});
}

async function rowsOf(browser: { ask(href: string): Promise<Response> }, href: string) {
  const answer = await browser.ask(href);
  expect(answer.status).toBe(200);
  const table = await tableFile.read(new Uint8Array(await answer.arrayBuffer()));
  return table.outcome === 'read' ? table.table.rows.map(({ cells }) => cells) : table.finding.problem;
}

describe('what everybody may have of surveys and totals', () => {
  it('results come as a file, added up, to the agency and to everybody alike', async () => {
    await survey(10);
    const everybody = world.browser();
    for (const format of ['xlsx', 'csv']) {
      const file = await rowsOf(
        everybody,
        `/services/${place.agencyId}/${place.serviceId}/results?format=${format}`,
      );
      expect(file).toHaveLength(9);
      const [first] = file;
      expect([first?.[0], first?.[3]]).toEqual(['=KTP', 'U1']);
      expect((first as readonly string[]).slice(5).map((cell) => cell.replace(',', '.'))).toEqual([
        ...['10', '1', '0', '9', '0', '2.8', '70', 'C'],
      ]);
      const own = await rowsOf(admin, `/agency/citizens/${place.serviceId}/results?format=${format}`);
      expect(own).toEqual(file);
    }
  });

  it('F1: a name that looks like a formula is text in a file', async () => {
    await survey(10);
    const href = `/services/${place.agencyId}/${place.serviceId}/results?format=csv`;
    const text = await (await world.browser().ask(href)).text();
    expect(text.split('\r\n')[1]?.startsWith("'=KTP;")).toBe(true);
    expect(text).not.toMatch(/(^|;|\n)=/);
  });

  it('less than ten answers are in no file', async () => {
    await survey(9);
    for (const href of [
      `/services/${place.agencyId}/${place.serviceId}`,
      `/agency/citizens/${place.serviceId}`,
    ]) {
      expect(await rowsOf(admin, `${href}/results?format=csv`)).toBe('file-empty');
    }
    const other = await signedIn('agencyB');
    expect((await other.ask(`/agency/citizens/${place.serviceId}/results`)).status).toBe(404);
  });

  it('complaints are told in sums, and small themes of none', async () => {
    const [heads = []] = themeTemplate;
    const year = world.deps.clock.now().toISOString().slice(0, 4);
    const rows = [
      [year, '=KTP', 'Antrean lama', 'Loket', '24', '20', ''],
      [year, '=KTP', 'Satpam malam', 'Loket', '3', '1', ''],
    ];
    const body = new FormData();
    body.set('file', new File([csvFile([heads, ...rows])], 'aduan.csv'));
    const sent = await admin.ask('/agency/citizens/themes', { method: 'POST', body });
    await admin.post(`${sent.headers.get('location')}/take`, {});
    const everybody = world.browser();
    for (const href of [`/services/${place.agencyId}`, `/services/${place.agencyId}/${place.serviceId}`]) {
      const page = await (await everybody.ask(href)).text();
      expect(page).toContain('Antrean lama');
      expect(page).not.toContain('Satpam malam');
      const data = await (await everybody.ask(href, { headers: { accept: 'application/json' } })).text();
      expect(data).toContain('"count":24');
      expect(data).not.toMatch(/Satpam|"count":27|"rev"/);
    }
  });

  it('what staff have learned is told in sums of ten people and more, with the moment, and nobody’s name', async () => {
    const { realised } = await world.deps.annualPlan();
    const year = Number(world.deps.clock.now().toISOString().slice(0, 4));
    const learn = async (learningId: string, people: number) => {
      for (let n = 0; n < people; n += 1) {
        const row = { agencyId: place.agencyId, year, kind: 'course', learningId, personId: `orang-${n}` };
        await realised.replace(undefined, { ...row, jp: 400, rev: 0 } as never);
      }
    };
    interface Told {
      readonly training: { readonly asOf: string; readonly years: readonly unknown[] };
    }
    const told = async (from = world.browser()) => {
      const href = `/services/${place.agencyId}`;
      const data = await from.ask(href, { headers: { accept: 'application/json' } });
      return [await (await from.ask(href)).text(), (await data.json()) as Told] as const;
    };
    const [empty, nothing] = await told();
    expect(empty).toContain('Belum ada yang dapat ditampilkan');
    expect(nothing.training).toEqual({ asOf: expect.any(String), years: [{ year, topics: [] }] });
    await learn('c1', 12);
    // As it was told a moment ago: nobody sees one person come.
    expect((await told())[1].training).toEqual(nothing.training);
    world.clock.advance(3_600_000);
    const [page, { training }] = await told();
    expect(training.years).toEqual([{ year, topics: [{ topic: 'other', times: 10 }] }]);
    expect(Date.parse(training.asOf)).toBeGreaterThan(Date.parse(nothing.training.asOf));
    expect(page).toMatch(/Hasil pelatihan pegawai[\s\S]*<time[\s\S]*Lainnya[\s\S]*10/);
    expect(page).toContain('tampil bila pasti dari 10 orang atau lebih');
    for (const word of ['orang-1', 'Kursus &lt;script&gt;', '"12"']) {
      expect(page + JSON.stringify(training)).not.toContain(word);
    }
  });
});

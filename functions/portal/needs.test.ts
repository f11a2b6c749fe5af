import { addDays, localDateOf } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

async function desk() {
  const world = await portalWorld();
  const signedIn = async (
    role: 'agency-admin' | 'appointing-official' | 'learner',
    tenant = world.tenants.agencyA,
  ) => {
    const person = await world.invite(tenant, [role]);
    const browser = world.browser();
    await browser.signIn(person.email);
    const page = async (path: string) => (await browser.ask(path)).text();
    return { ...browser, person, page };
  };
  const today = localDateOf(world.deps.clock.now().getTime(), 'Asia/Jakarta');
  return { world, signedIn, today, year: Number(today.slice(0, 4)) };
}

it('a rule of the register becomes a signal, is changed, closed with a reason and opened again', async () => {
  const { world, signedIn, today, year } = await desk();
  const admin = await signedIn('agency-admin');
  const rules = '/agency/annual-plan/rules';
  expect(await admin.page(rules)).toContain('Belum ada peraturan');
  const fields = {
    ...{ title: 'Satu <Data>', number: 'Perpres 39/2019', inForceFrom: today, subject: 'data', rev: '0' },
    ...{ asks: '', posts: 'pelaksana' },
  };
  const wrong = await admin.post(`${rules}/new`, { ...fields, inForceFrom: '', number: 'x' });
  expect(wrong.status).toBe(422);
  const said = await wrong.text();
  for (const field of ['error-inForceFrom', 'error-number']) expect(said).toContain(`id="${field}"`);
  const unknown = await admin.post(`${rules}/new`, { ...fields, unitIds: 'u-lain' });
  expect(unknown.status).toBe(422);
  expect((await admin.post(`${rules}/new`, fields)).headers.get('location')).toBe(`${rules}?notice=saved`);
  const list = await admin.page(rules);
  expect(list).toContain('Satu &lt;Data&gt;');
  const [, one = ''] = /href="(\/agency\/annual-plan\/rules\/[0-9a-f-]{8,})"/.exec(list) ?? [];
  const inbox = await admin.page(`/agency/annual-plan/${year}/signals`);
  expect(inbox).toContain('Perpres 39/2019, berlaku sejak');
  expect(inbox).toContain('Yang terkena: Pelaksana.');
  expect(inbox).toContain(`href="${one}"`);
  expect(await admin.page(`/agency/annual-plan/${year - 1}/signals`)).not.toContain('Perpres 39/2019');
  const short = await admin.post(`${one}/state`, { act: 'close', rev: '1', reason: 'ya' });
  expect(short.status).toBe(422);
  const kept = await short.text();
  expect(kept).toContain('id="error-reason"');
  expect(kept).toContain('value="Perpres 39/2019"');
  await admin.post(`${one}/state`, { act: 'close', rev: '1', reason: 'Semua sudah dilatih' });
  expect(await admin.page(`/agency/annual-plan/${year}/signals`)).not.toContain('Perpres 39/2019');
  expect(await admin.page(rules)).toContain('Semua sudah dilatih');
  await admin.post(`${one}/state`, { act: 'reopen', rev: '2' });
  expect(await admin.page(`/agency/annual-plan/${year}/signals`)).toContain('Perpres 39/2019');
  const late = await admin.post(one, { ...fields, rev: '1' });
  expect(await late.text()).toContain('baru saja berubah');
  const other = await signedIn('agency-admin', world.tenants.agencyB);
  expect(await other.page(rules)).toContain('Belum ada peraturan');
  expect((await other.post(one, { ...fields, rev: '3' })).status).toBe(404);
  expect((await (await signedIn('appointing-official')).ask(rules)).status).toBe(403);
  expect((await (await signedIn('learner')).ask(rules)).status).toBe(403);
});

it('performance is told in sums by unit, with which of them is a signal and by which rule, and of nobody', async () => {
  const { world, signedIn, today, year } = await desk();
  const admin = await signedIn('agency-admin');
  const page = '/agency/annual-plan/performance';
  expect(await admin.page(page)).toContain('Belum ada yang dapat ditampilkan');
  if (admin.person.home.kind !== 'agency') throw new Error('of no agency');
  const { standings } = await world.deps.annualPlan();
  const counted: Parameters<typeof standings.save>[0] = {
    ...{ agencyId: admin.person.home.agencyId, seenAt: `${today}T02:00:00.000Z`, seen: [] },
    told: {
      ...{ year: year - 1, countedAt: `${addDays(today, -1)}T02:00:00.000Z` },
      groups: [
        { by: 'agency', id: 'all', rated: 90, below: 12 },
        { by: 'unit', id: 'lama', rated: 40, below: 7 },
        { by: 'post', id: 'pelaksana', rated: 90, below: 8 },
      ],
    },
  };
  expect(await standings.save(counted, undefined)).toBe('saved');
  const told = await admin.page(page);
  for (const text of ['unit yang sudah tidak ada', '18%', 'Bukan ketentuan peraturan.', 'Pelaksana']) {
    expect(told).toContain(text);
  }
  const inbox = await admin.page(`/agency/annual-plan/${year}/signals`);
  expect(inbox).toContain('7 dari 40 pegawai yang dinilai di bawah ekspektasi');
  expect(inbox).not.toContain('8 dari 90');
  expect(inbox).toContain(`href="${page}"`);
  const other = await signedIn('agency-admin', world.tenants.agencyB);
  expect(await other.page(page)).toContain('Belum ada yang dapat ditampilkan');
  expect((await (await signedIn('learner')).ask(page)).status).toBe(403);
});

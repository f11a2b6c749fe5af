import { addDays, localDateOf } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

it('bands are shown with where they come from, set from a day on, and taken back before it is over', async () => {
  const world = await portalWorld();
  const signedIn = async (role: 'agency-admin' | 'learner', tenant = world.tenants.agencyA) => {
    const person = await world.invite(tenant, [role]);
    const browser = world.browser();
    await browser.signIn(person.email);
    return { ...browser, page: async (path: string) => (await browser.ask(path)).text() };
  };
  const admin = await signedIn('agency-admin');
  const path = '/agency/competency/bands';
  expect(await admin.page('/agency/competency')).toContain(`href="${path}"`);
  const first = await admin.page(path);
  for (const text of ['Optimal: 90% atau lebih', 'Masih Memenuhi Syarat: 68% sampai di bawah 80%']) {
    expect(first).toContain(text);
  }
  expect(first).toContain('Bawaan: menurut praktik instansi');
  expect(first).toContain('Belum dicocokkan dengan peraturan');
  const today = localDateOf(world.deps.clock.now().getTime(), 'Asia/Jakarta');
  const fields = {
    ...{ rev: '0', 'mapping-from': today, 'mapping-high': '87,5', 'mapping-middle': '70' },
    ...{ 'mapping-legalBasis': 'Perka <1>/2026', 'mapping-verified': 'yes' },
  };
  const wrong: readonly (readonly [Record<string, string>, string])[] = [
    [{ 'mapping-from': addDays(today, -1) }, 'from'],
    [{ 'mapping-high': '101' }, 'high'],
    [{ 'mapping-high': 'tinggi' }, 'high'],
    [{ 'mapping-middle': '87.5' }, 'middle'],
    [{ 'mapping-legalBasis': 'x' }, 'legalBasis'],
    [{ 'mapping-legalBasis': '' }, 'legalBasis'],
  ];
  for (const [over, name] of wrong) {
    const answer = await admin.post(`${path}/mapping`, { ...fields, ...over });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`id="error-mapping-${name}"`);
  }
  const saved = await admin.post(`${path}/mapping`, fields);
  expect(saved.headers.get('location')).toBe(`${path}?notice=saved`);
  const own = await admin.page(path);
  expect(own).toContain('Optimal: 87,5% atau lebih');
  expect(own).toContain('Perka &lt;1&gt;/2026');
  expect(own).toContain('Memenuhi Syarat: 80% atau lebih');
  const late = await admin.post(`${path}/mapping`, fields);
  expect(await late.text()).toContain('baru saja');
  const other = await signedIn('agency-admin', world.tenants.agencyB);
  expect(await other.page(path)).toContain('Optimal: 90% atau lebih');
  // A basis alone is no word of anybody who has read it there.
  const history = /Riwayat: Pemetaan[\s\S]*?<\/table>/;
  expect(history.exec(own)?.[0]).toContain('Sudah dicocokkan dengan dasarnya');
  const { 'mapping-verified': _, ...unread } = { ...fields, rev: '1' };
  expect((await admin.post(`${path}/mapping`, unread)).status).toBe(303);
  const [shown = ''] = history.exec(await admin.page(path)) ?? [];
  expect(shown).toContain('Perka &lt;1&gt;/2026');
  expect(shown).toContain('Belum dicocokkan dengan peraturan');
  expect(shown).not.toContain('Sudah dicocokkan');
  await admin.post(`${path}/mapping/withdraw`, { rev: '2' });
  expect(await admin.page(path)).toContain('Optimal: 90% atau lebih');
  expect((await admin.post(`${path}/lain`, fields)).status).toBe(303);
  expect((await (await signedIn('learner')).ask(path)).status).toBe(403);
});

import { expect, it } from 'vitest';
import { createFixturePortal } from '../../testing/fixture-portal.ts';
import { createFixturePorts } from '../../testing/fixture-ports.ts';
import { everyRole } from '../../testing/fixtures.ts';
import type { OutcomesPorts, RunView } from './ports.ts';

const base = '/studio/connections/connection-moodle/reconciliation';

function portal() {
  const ordered: unknown[] = [];
  const repair: OutcomesPorts['repair'] = async (_person, _connectionId, request) => {
    ordered.push(request);
    return 'order-waiting';
  };
  const outcomes = { ...createFixturePorts({}).outcomes, repair };
  const { hono } = createFixturePortal({ principal: everyRole, ports: { outcomes } });
  const get = async (path: string) => (await hono.request(path)).text();
  const post = (fields: readonly (readonly [string, string])[]) =>
    hono.request(`${base}/repair`, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
    });
  return { ordered, get, post };
}

const chosen = [
  ['mismatch', 'm-2'],
  ['mismatch', 'm-1'],
] as const;

it('nothing is chosen before a person does, and each action says what follows from it', async () => {
  const page = await portal().get(base);
  expect(page).toContain('name="action" value="end-there"');
  expect(page).not.toMatch(/<input[^>]*\bchecked\b/);
  expect(page).toContain('Pendaftarannya di penyelenggara diakhiri.');
});

it('says apart whether nothing differs, nothing could be compared, or nobody has compared', async () => {
  const run = {
    startedAt: '2026-11-28T03:00:00.000Z',
    state: 'done',
    mismatches: 0,
    isAsking: false,
  } as const;
  const pageAfter = async (runs: readonly RunView[]) => {
    const reconciliation: OutcomesPorts['reconciliation'] = async () => ({
      ...{ runs, orders: [], mismatches: [] },
    });
    const outcomes = { ...createFixturePorts({}).outcomes, reconciliation };
    const { hono } = createFixturePortal({ principal: everyRole, ports: { outcomes } });
    return (await hono.request(base)).text();
  };
  expect(await pageAfter([{ ...run, courses: 2, learners: 9 }])).toContain('Tidak ada perbedaan');
  const nothing = await pageAfter([{ ...run, courses: 0, learners: 0 }]);
  expect(nothing).toContain('Belum ada yang dapat dibandingkan');
  expect(nothing).not.toContain('Tidak ada perbedaan');
  expect(await pageAfter([])).toContain('Belum pernah dibandingkan');
});

it('says why a course could not be compared, and of the provider’s own learners how many they are', async () => {
  const page = await portal().get(base);
  expect(page).toContain('Kursus tidak dapat dibandingkan');
  expect(page).toContain('name="mismatch" value="m-6"');
  const [list, others] = page.split('Peserta lain di sana</h2>');
  expect(list).not.toContain('value="m-7"');
  expect(others).toContain('1.240');
  expect(others).not.toContain('value="m-7"');
});

it('a tool is compared below its own page, in words that say no more than what it has sent', async () => {
  const { hono } = createFixturePortal({ principal: everyRole, ports: {} });
  const at = '/studio/tools/tool-1/reconciliation';
  const page = await (await hono.request(at)).text();
  expect(page).toContain('Hasil tanpa pendaftaran');
  expect(page).not.toContain('Terdaftar di sana, tidak di sini');
  expect(page).toContain(`action="${at}/repair"`);
  expect(page).not.toContain('/studio/connections/tool-1');
  const started = await hono.request(`${at}/start`, { method: 'POST', body: new URLSearchParams() });
  expect(started.headers.get('location')).toContain(at);
  const order = await (await hono.request(`${at}/repairs/order-waiting`)).text();
  expect(order).toContain(`href="${at}"`);
  expect((await hono.request('/studio/tools/absent/reconciliation')).status).toBe(404);
});

it('what somebody has ordered already is not offered again', async () => {
  const page = await portal().get(base);
  expect(page).toContain('name="mismatch" value="m-1"');
  expect(page).not.toContain('name="mismatch" value="m-3"');
});

it('ending at the provider is asked about once more, with what is chosen', async () => {
  const { ordered, post } = portal();
  const question = await post([...chosen, ['action', 'end-there']]);
  const page = await question.text();
  expect(page).toContain('Akhiri 2 pendaftaran di penyelenggara?');
  expect(page).toContain('name="mismatch" value="m-2"');
  expect(ordered).toEqual([]);
  const done = await post([...chosen, ['action', 'end-there'], ['confirmed', 'yes']]);
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toBe(`${base}/repairs/order-waiting`);
  expect(ordered).toEqual([{ mismatchIds: ['m-2', 'm-1'], action: 'end-there' }]);
});

it('taking completions back is asked about once more, with the reason and what follows', async () => {
  const { ordered, post } = portal();
  const wanted = [...chosen, ['action', 'take-back'], ['note', 'Nilai dikoreksi']] as const;
  const page = await (await post(wanted)).text();
  expect(page).toContain('Tarik 2 kelulusan?');
  expect(page).toContain('sertifikat ditarik');
  expect(page).toContain('name="note" value="Nilai dikoreksi"');
  expect(ordered).toEqual([]);
  expect((await post([...wanted, ['confirmed', 'yes']])).status).toBe(303);
  expect(ordered).toMatchObject([{ action: 'take-back', note: 'Nilai dikoreksi' }]);
});

it('what was decided is opened again with one click', async () => {
  const { ordered, post, get } = portal();
  expect(await get(base)).toContain('name="action" value="reopen"');
  await post([
    ['action', 'reopen'],
    ['mismatch', 'm-5'],
  ]);
  expect(ordered).toEqual([{ mismatchIds: ['m-5'], action: 'reopen' }]);
});

it('without a choice, or without what the action needs, nothing is ordered', async () => {
  const { ordered, post } = portal();
  for (const fields of [
    [['action', 'take-over']],
    chosen,
    [...chosen, ['action', 'ignore']],
    [...chosen, ['action', 'keep-ours']],
    [...chosen, ['action', 'take-back']],
    [...chosen, ['action', 'map-learner']],
  ] as const)
    expect((await post(fields)).status).toBe(422);
  expect(ordered).toEqual([]);
});

it('an order says how far it is, and why a line failed', async () => {
  const page = await portal().get(`${base}/repairs/order-waiting`);
  expect(page).toContain('4 dari 6 sudah diproses, 2 tidak berhasil');
  expect(page).toContain('http-equiv="refresh"');
  const over = await portal().get(`${base}/repairs/order-done`);
  expect(over).not.toContain('http-equiv="refresh"');
});

import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addForum,
  commitmentRequestSchema,
  forumRequestSchema,
  type LearningPlans,
  setCommitment,
} from './forums/index.ts';
import { setPromise } from './promises.ts';
import { readPublicThemes, readPublicTotals } from './public-totals.ts';
import { listPublicServices } from './read-service.ts';
import type { Service } from './service.ts';
import { addService, openOrClose } from './services.ts';
import { memoryFeedbackStores, memoryForumStore, memoryThemeStores } from './testing/index.ts';
import { takeThemeList, themeTemplate, tryThemeList } from './themes/index.ts';
import { publicThemes } from './themes/public-themes.ts';

const bkn = 'bkn' as AgencyId;
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'], agencyId: bkn },
};

type Asked = Parameters<LearningPlans['answering']>[1];

/** Every commitment that has to be learned for was learned for by eleven. */
const heldFor = (asked: Asked) =>
  new Map(asked.map(({ commitmentId }) => [commitmentId, { year: 2026, people: 11 }]));

function worldOf() {
  const clock = fixedClock('2026-11-10T01:00:00.000Z');
  return {
    ...{ services: memoryFeedbackStores().services, forums: memoryForumStore(), ...memoryThemeStores() },
    ...{ clock, ids: countedIds() },
    learning: { answering: async (_agencyId: AgencyId, asked: Asked) => heldFor(asked) },
  };
}

describe('what everybody may know of an agency', () => {
  let deps: ReturnType<typeof worldOf>;
  let [ktp, akta]: readonly Service[] = [];
  beforeEach(async () => {
    deps = worldOf();
    ktp = await addService(deps, { principal: rina, request: { name: 'KTP elektronik' } });
    akta = await addService(deps, { principal: rina, request: { name: 'Akta kelahiran' } });
  });
  async function complaints(rows: readonly (readonly [string, string, string, number, number])[]) {
    const cells = rows.map(([period, service, theme, count, handled]) => [
      ...[period, service, theme, 'Loket', String(count), String(handled), ''],
    ]);
    const table = {
      heads: themeTemplate[0] ?? [],
      rows: cells.map((one, n) => ({ row: n + 2, cells: one })),
    };
    deps.clock.advance(1_000);
    const tried = await tryThemeList(deps, { principal: rina, name: 'a.csv', table });
    if (tried.outcome !== 'tried' || tried.list.counts.refused > 0) throw new Error(JSON.stringify(tried));
    await takeThemeList(deps, { principal: rina, listId: tried.list.listId });
  }
  const totals = async () => {
    const services = await listPublicServices(deps, bkn);
    return readPublicTotals(deps, { agencyId: bkn, services });
  };

  it('hides themes with less than ten complaints, and leaves them out of the sum', async () => {
    await complaints([
      ...([['2026-09', 'KTP elektronik', 'Antrean', 12, 9]] as const),
      ['2026-10', 'KTP elektronik', 'Antrean', 8, 8],
      ['2026-10', 'KTP elektronik', 'Satpam malam', 3, 1],
    ]);
    expect(ktp && (await readPublicThemes(deps, ktp))).toEqual({
      ...{ year: 2026, count: 20, handled: 17 },
      themes: [{ theme: 'Antrean', count: 20, handled: 17 }],
    });
  });

  it('tells small themes together once they are ten, and nothing of a service with fewer', async () => {
    await complaints([
      ['2026-10', 'KTP elektronik', 'Parkir', 6, 1],
      ['2026-10', 'KTP elektronik', 'Toilet', 5, 2],
      ['2026-10', 'Akta kelahiran', 'Biaya', 9, 9],
    ]);
    expect(ktp && (await readPublicThemes(deps, ktp))).toEqual({
      ...{ year: 2026, count: 11, handled: 3, themes: [], others: { count: 11, handled: 3 } },
    });
    expect(akta && (await readPublicThemes(deps, akta))).toBeUndefined();
    expect((await totals()).complaints).toMatchObject({ count: 11 });
  });

  it('adds services without telling what one of them hides', async () => {
    await complaints([
      ['2026-10', 'KTP elektronik', 'Antrean', 12, 9],
      ['2026-10', 'Akta kelahiran', 'antrean', 3, 3],
    ]);
    expect((await totals()).complaints).toEqual({
      ...{ year: 2026, count: 12, handled: 9, themes: [{ theme: 'Antrean', count: 12, handled: 9 }] },
    });
  });

  it('tells of the year before while this one has nothing to tell', async () => {
    await complaints([['2025-10', 'KTP elektronik', 'Antrean', 12, 9]]);
    expect((await totals()).complaints?.year).toBe(2025);
    await complaints([['2026-10', 'KTP elektronik', 'Antrean', 15, 9]]);
    expect((await totals()).complaints).toMatchObject({ year: 2026, count: 15 });
  });

  it('no theme with less than ten can be reckoned from what is told', () => {
    const row = fc.record({ theme: fc.constantFrom('a1', 'b2', 'c3', 'd4', 'e5'), count: fc.nat(25) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const told = publicThemes(
          2026,
          rows.map((one) => ({ ...one, handled: 0 }) as never),
        );
        const sumOf = (theme: string) =>
          rows.filter((one) => one.theme === theme).reduce((sum, { count }) => sum + count, 0);
        const shown = told?.themes ?? [];
        for (const { theme, count } of shown) expect(count).toBe(sumOf(theme));
        expect(shown.every(({ count }) => count >= 10)).toBe(true);
        const rest = (told?.count ?? 0) - shown.reduce((sum, { count }) => sum + count, 0);
        expect(rest === 0 || rest >= 10).toBe(true);
      }),
    );
  });

  it('counts forums and commitments, and shows what was done beside what was said', async () => {
    const at = { principal: rina, serviceId: ktp?.serviceId ?? ('' as never) };
    const promise = { said: 'Antre lama', action: 'Loket ketiga', state: 'kept' as const };
    await setPromise(deps, { ...at, request: promise });
    await setPromise(deps, { ...at, request: { ...promise, action: 'Kursi baru', state: 'planned' } });
    const request = (heldOn: string) =>
      forumRequestSchema.parse({ title: 'Forum', serviceIds: [at.serviceId], heldOn, place: 'Aula' });
    for (const day of ['2025-05-05', '2026-12-12']) {
      await addForum(deps, { principal: rina, request: request(day) });
    }
    const { forumId } = await addForum(deps, { principal: rina, request: request('2026-11-03') });
    const words = { said: 'Sulit dihubungi', text: 'Nomor layanan', unit: 'Dukcapil', due: '2026-11-09' };
    const outcome = 'Nomor layanan dibuka';
    deps.clock.advance(60_000);
    for (const [rev, more] of [
      { state: 'open' },
      { state: 'kept', outcome, proof: 'https://contoh.go.id/a' },
      { state: 'dropped', outcome: 'Anggaran dialihkan' },
      { state: 'open', due: '2026-12-31' },
    ].entries()) {
      const given = commitmentRequestSchema.parse({ ...words, ...more });
      await setCommitment(deps, { principal: rina, forumId, rev: rev + 1, request: given });
    }
    const told = await totals();
    expect(told.forums).toEqual({ held: 1, ahead: 1 });
    expect(told.commitments).toEqual({ kept: 1, open: 2, overdue: 1, dropped: 1 });
    expect(told.done.map(({ said, did, proof }) => [said, did, proof])).toEqual([
      ['Sulit dihubungi', outcome, 'https://contoh.go.id/a'],
      ['Antre lama', 'Loket ketiga', undefined],
    ]);
    await openOrClose(deps, { ...at, state: 'closed' });
    expect(await totals()).toMatchObject({ forums: { held: 0, ahead: 0 }, done: [] });
  });

  it('shows what was learned for an open commitment as done, and says of it nothing that was not', async () => {
    const request = forumRequestSchema.parse({
      ...{ title: 'Forum', serviceIds: [ktp?.serviceId], heldOn: '2026-11-03', place: 'Aula' },
    });
    const { forumId } = await addForum(deps, { principal: rina, request });
    const words = { said: 'Petugas ketus', text: 'Petugas dilatih', unit: 'Dukcapil', due: '2026-12-31' };
    const learned = { ...words, state: 'open', topic: 'Komunikasi ramah' };
    const dropped = { ...learned, said: 'Parkir sempit', state: 'dropped', outcome: 'Anggaran dialihkan' };
    for (const [rev, given] of [learned, { ...words, state: 'open' }, dropped].entries()) {
      const parsed = commitmentRequestSchema.parse(given);
      await setCommitment(deps, { principal: rina, forumId, rev: rev + 1, request: parsed });
    }
    const { done, commitments } = await totals();
    expect(commitments).toMatchObject({ kept: 0, open: 2, dropped: 1 });
    expect(done).toMatchObject([
      { said: 'Petugas ketus', learning: { topic: 'Komunikasi ramah', state: 'held', people: 11 } },
    ]);
    expect(done[0]).not.toHaveProperty('did');
  });
});

import type { AgencyId, ClientPrincipal, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addService } from '../services.ts';
import { memoryFeedbackStores, memoryThemeStores } from '../testing/index.ts';
import {
  listThemeLists,
  readThemeList,
  readThemes,
  refusedRows,
  takeThemeList,
  themeTemplate,
  tryThemeList,
  undoThemeList,
} from './index.ts';

const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['learner', 'agency-admin'] },
  agencyId: 'bkn' as AgencyId,
};
const elsewhere: PersonPrincipal = { ...rina, agencyId: 'lan' as AgencyId };
const machine: ClientPrincipal = {
  ...{ kind: 'client', clientId: 'c', name: 'Sistem aduan', scopes: ['feedback/write'] },
  tenant: { kind: 'agency', agencyId: 'bkn' as AgencyId },
};
const heads = themeTemplate[0] ?? [];
const year = { from: '2026-01-01', to: '2026-12-31' };

describe('complaint themes', () => {
  let deps: ReturnType<typeof memoryThemeStores> &
    Pick<ReturnType<typeof memoryFeedbackStores>, 'services'> & {
      readonly clock: ReturnType<typeof fixedClock>;
      readonly ids: ReturnType<typeof countedIds>;
    };
  let serviceId: Awaited<ReturnType<typeof addService>>['serviceId'];
  beforeEach(async () => {
    const { services } = memoryFeedbackStores();
    deps = {
      ...{ ...memoryThemeStores(), services },
      ...{ clock: fixedClock('2026-11-10T01:00:00.000Z'), ids: countedIds() },
    };
    ({ serviceId } = await addService(deps, { principal: rina, request: { name: 'KTP elektronik' } }));
  });
  const row = (...over: readonly (string | undefined)[]) =>
    ['2026-10', 'KTP elektronik', 'Antrean lama', 'SP4N-LAPOR', '24', '20', '4,5'].map(
      (cell, n) => over[n] ?? cell,
    );
  async function attempt(
    rows: readonly (readonly string[])[],
    given: {
      readonly heads?: readonly string[];
      readonly principal?: PersonPrincipal | ClientPrincipal;
    } = {},
  ) {
    const table = { heads: given.heads ?? heads, rows: rows.map((cells, n) => ({ row: n + 2, cells })) };
    deps.clock.advance(1_000);
    return tryThemeList(deps, { principal: given.principal ?? rina, name: 'pengaduan.csv', table });
  }
  async function sent(rows: readonly (readonly string[])[], principal?: ClientPrincipal) {
    const done = await attempt(rows, { ...(principal && { principal }) });
    if (done.outcome !== 'tried') throw new Error(JSON.stringify(done));
    return done;
  }
  async function taken(rows: readonly (readonly string[])[]) {
    const { list } = await sent(rows);
    return takeThemeList(deps, { principal: rina, listId: list.listId });
  }
  const problems = async (rows: readonly (readonly string[])[]) =>
    (await sent(rows)).rows.map(({ finding }) => finding && [finding.problem, finding.column]);
  const standing = async () =>
    (await readThemes(deps, { agencyId: 'bkn' as AgencyId, serviceId, ...year })).map(
      ({ period, theme, count, handled }) => [period, theme, count, handled],
    );

  it('are tried without a trace, taken once, and the same list again changes nothing', async () => {
    const rows = [row(), row('Triwulan III 2026', undefined, 'Sikap petugas', 'Loket', '1.250', '11,0', '')];
    const { list } = await sent(rows);
    expect(list).toMatchObject({ state: 'tried', counts: { created: 2, refused: 0 }, by: 'Rina' });
    expect(await standing()).toEqual([]);
    await takeThemeList(deps, { principal: rina, listId: list.listId });
    const numbers = [
      ['2026-Q3', 'Sikap petugas', 1250, 11],
      ['2026-10', 'Antrean lama', 24, 20],
    ];
    expect(await standing()).toEqual(numbers);
    expect(await takeThemeList(deps, { principal: rina, listId: list.listId })).toMatchObject({
      state: 'taken',
    });
    expect((await taken(rows)).counts).toEqual({ created: 0, changed: 0, skipped: 2, refused: 0 });
    expect(await standing()).toEqual(numbers);
  });

  it('replaces the same row after showing what stood there, and puts it back when the list is undone', async () => {
    await taken([row()]);
    const { list, rows } = await sent([
      row(undefined, 'KTP ELEKTRONIK', 'antrean  lama', undefined, '30'),
      row('2026-09'),
    ]);
    expect(rows[0]).toMatchObject({ outcome: 'changed', before: { count: 24 }, next: { count: 30 } });
    await takeThemeList(deps, { principal: rina, listId: list.listId });
    expect((await standing()).map(([, , count]) => count)).toEqual([24, 30]);
    const undone = await undoThemeList(deps, { principal: rina, listId: list.listId });
    expect(undone).toMatchObject({ state: 'undone', undoneAt: '2026-11-10T01:00:02.000Z' });
    expect(await standing()).toEqual([['2026-10', 'Antrean lama', 24, 20]]);
    expect(await undoThemeList(deps, { principal: rina, listId: list.listId })).toEqual(undone);
  });

  it('are undone from the newest list on, so that what comes back was there before', async () => {
    const first = await taken([row()]);
    const second = await taken([row(undefined, undefined, undefined, undefined, '30')]);
    const undo = (listId: string) => undoThemeList(deps, { principal: rina, listId });
    await expect(undo(first.listId)).rejects.toMatchObject({ code: 'feedback.list-replaced' });
    expect((await standing()).map(([, , count]) => count)).toEqual([30]);
    await undo(second.listId);
    await undo(first.listId);
    expect(await standing()).toEqual([]);
    await expect(takeThemeList(deps, { principal: rina, listId: first.listId })).rejects.toMatchObject({
      code: 'feedback.list-fixed',
    });
  });

  it('refuse a row whose numbers changed after it was shown', async () => {
    const early = await sent([row(undefined, undefined, undefined, undefined, '30'), row('2026-09')]);
    await taken([row(undefined, undefined, undefined, undefined, '40')]);
    const late = await takeThemeList(deps, { principal: rina, listId: early.list.listId });
    expect(late.counts).toEqual({ created: 1, changed: 0, skipped: 0, refused: 1 });
    expect((await standing()).map(([, , count]) => count)).toEqual([24, 40]);
    const { rows = [] } = await readThemeList(deps, { principal: rina, listId: late.listId });
    expect(refusedRows(rows, 'id')[1]).toEqual([
      ...['2026-10', 'KTP elektronik', 'Antrean lama', 'lapor', '30', '20', '4.5', '2'],
      'Angkanya berubah sesudah daftar diperiksa. Kirim daftarnya sekali lagi.',
    ]);
  });

  it('go on with a list whose taking was interrupted', async () => {
    const { list, rows } = await sent([row(), row('2026-09')]);
    // As a worker leaves it that died after the first row.
    await deps.themeLists.save({ ...list, state: 'taking' });
    if (rows[0]?.next) await deps.themes.save(rows[0].next);
    const done = await takeThemeList(deps, { principal: rina, listId: list.listId });
    expect(done.counts).toEqual({ created: 2, changed: 0, skipped: 0, refused: 0 });
    expect(await standing()).toHaveLength(2);
  });

  it('decide about one list of an agency at a time', async () => {
    const { list } = await sent([row()]);
    await deps.themeLists.hold('bkn' as AgencyId, 'lain', deps.clock.now());
    const take = () => takeThemeList(deps, { principal: rina, listId: list.listId });
    await expect(take()).rejects.toMatchObject({ code: 'feedback.list-busy' });
    deps.clock.advance(121_000);
    expect(await take()).toMatchObject({ state: 'taken' });
  });

  it('are taken once by two clicks, and the second lets nobody in', async () => {
    const { list } = await sent([row(), row('2026-09')]);
    const other = await sent([row(undefined, undefined, 'Biaya')]);
    const take = (listId: string) => takeThemeList(deps, { principal: rina, listId });
    const outcomes = await Promise.allSettled([
      take(list.listId),
      take(list.listId),
      take(other.list.listId),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const outcome of outcomes.slice(1)) {
      expect(outcome).toMatchObject({ reason: { code: 'feedback.list-busy' } });
    }
    expect(await standing()).toHaveLength(2);
    await take(other.list.listId);
    expect(await standing()).toHaveLength(3);
  });

  it('stand as the lists that count have them, after any history of taking and undoing', async () => {
    const cell = fc.record({ key: fc.nat(2), count: fc.integer({ min: 1, max: 3 }) });
    const step = fc.oneof(
      fc.record({ take: fc.uniqueArray(cell, { selector: ({ key }) => key, minLength: 1, maxLength: 3 }) }),
      fc.record({ undo: fc.nat(7) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        deps = { ...deps, ...memoryThemeStores() };
        // Of each theme the lists that brought it, and what they say; the last one stands.
        const model = new Map<number, { readonly listId: string; readonly count: number }[]>();
        const taken: string[] = [];
        for (const one of steps) {
          if ('take' in one) {
            const { list } = await sent(
              one.take.map(({ key, count }) =>
                row(undefined, undefined, `Tema ${key}`, undefined, `${count + 20}`),
              ),
            );
            await takeThemeList(deps, { principal: rina, listId: list.listId });
            taken.push(list.listId);
            for (const { key, count } of one.take) {
              const stack = model.get(key) ?? [];
              if (stack.at(-1)?.count !== count) stack.push({ listId: list.listId, count });
              model.set(key, stack);
            }
            continue;
          }
          const listId = taken[one.undo];
          if (listId === undefined) continue;
          const stacks = [...model.values()].filter((stack) => stack.some((kept) => kept.listId === listId));
          const isLast = stacks.every((stack) => stack.at(-1)?.listId === listId);
          const undone = undoThemeList(deps, { principal: rina, listId }).then(
            () => true,
            () => false,
          );
          expect(await undone).toBe(isLast);
          if (isLast) for (const stack of stacks) stack.pop();
        }
        const expected = [...model].flatMap(([key, stack]) => {
          const last = stack.at(-1);
          return last ? [[`Tema ${key}`, last.count + 20]] : [];
        });
        const now = (await standing()).map(([, theme, count]) => [theme, count]);
        expect(now.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Nama Pelapor'],
    ['NIK'],
    ['N I K'],
    ['N\u200BIK'],
    ['No. KTP'],
    ['NIP Petugas'],
    ['NoHP'],
    ['Telepon'],
    ['E-mail'],
    ['ALAMAT'],
    ['Nama'],
    ['nama_warga'],
    ['Tanggal Lahir'],
    ['Reporter name'],
  ])('refuse a file with the column %s, and keep nothing of it', async (head) => {
    const done = await attempt([[...row(), 'Budi']], { heads: [...heads, head] });
    expect(done).toEqual({ outcome: 'identities', heads: [head] });
    expect(await listThemeLists(deps, { principal: rina, limit: 5 })).toEqual([]);
  });

  it.each([['Nama Layanan'], ['Nama Tema'], ['No'], ['Keterangan'], ['Unit'], ['Nomor urut'], ['Kecamatan']])(
    'take a file with the column %s, and do not keep it',
    async (head) => {
      const done = await attempt([[...row(), 'x']], { heads: [...heads, head] });
      expect(done).toMatchObject({ outcome: 'tried', list: { ignored: [head] } });
    },
  );

  it.each([
    ['Antrean 3201011505900001', 'identity-nik'],
    ['Petugas 19900517 201503 1 999', 'identity-nip'],
    ['telp 0812-3456-7890', 'identity-phone'],
    ['+62 812 3456 7890', 'identity-phone'],
    ['budi@contoh.go.id', 'identity-email'],
    ['1.99005E+17', 'identity-nip'],
    ['3.20101E+15', 'identity-nik'],
    // Full-width digits.
    ['３２０１０１１５０５９００００１', 'identity-nik'],
    // What nobody sees between the digits and in the address, and lines of a word processor.
    ['Petugas 1990\u200B0517\u2060201503\u200E1999', 'identity-nip'],
    ['b\u200Budi@\u200Bcontoh.go.id', 'identity-email'],
    ['telp 0812\u20133456\u20117890', 'identity-phone'],
  ])('refuse the row with %s in its theme, and keep neither number nor address', async (theme, problem) => {
    const { list, rows } = await sent([row(undefined, undefined, theme), row()]);
    expect(rows.map(({ outcome, finding }) => [outcome, finding?.problem, finding?.column])).toEqual([
      ['refused', problem, 'theme'],
      ['created', undefined, undefined],
    ]);
    const kept = JSON.stringify([
      list,
      rows,
      await readThemeList(deps, { principal: rina, listId: list.listId }),
    ]);
    for (const trace of [/3201011505900001/, /201503/, /3456/, /udi@/, /３２０１/, /1\.99005E/]) {
      expect(kept).not.toMatch(trace);
    }
  });

  it('look at columns that are not kept as well, and let dates and means through', async () => {
    const cells = ['3201011505900001', '2026-10-01 14:30', '12,333333333333', '01/10/2026 08.15', 'aman'];
    const done = await attempt(
      cells.map((cell, n) => [...row(`2026-0${n + 1}`), cell]),
      { heads: [...heads, 'Catatan'] },
    );
    expect(done.outcome === 'tried' && done.rows.map(({ finding }) => finding?.problem)).toEqual([
      'identity-nik',
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('say of every wrong row what is wrong, and take the others', async () => {
    const rows = [
      ...[row(), row(), row('Oktober 26'), row('2026-12'), row('')],
      ...[row(undefined, 'SIM'), row(undefined, undefined, '?'), row(undefined, undefined, 'x'.repeat(81))],
      ...[
        row('2026-09', undefined, undefined, 'Merpati'),
        row('2026-09', undefined, undefined, undefined, '-1'),
      ],
      row('2026-09', undefined, undefined, undefined, '5', '6'),
      row('2026-09', undefined, undefined, undefined, undefined, undefined, 'lama'),
      row('Triwulan 4 2026'),
    ];
    expect(await problems(rows)).toEqual([
      ...[undefined, ['twice', undefined], ['wrong-period', 'period'], ['future-period', 'period']],
      ...[
        ['missing', 'period'],
        ['unknown-service', 'service'],
        ['wrong-theme', 'theme'],
      ],
      ...[
        ['wrong-theme', 'theme'],
        ['wrong-channel', 'channel'],
        ['wrong-number', 'count'],
      ],
      ...[
        ['handled-above-count', 'handled'],
        ['wrong-days', 'days'],
        ['period-overlaps', 'period'],
      ],
    ]);
  });

  it('refuse numbers of a quarter in which a month has its own already', async () => {
    await taken([row()]);
    expect(await problems([row('2026-Q4'), row('2026-Q3'), row('2026-Q4', undefined, 'Tema lain')])).toEqual([
      ['period-overlaps', 'period'],
      ...[undefined, undefined],
    ]);
  });

  it.each([
    ['10/2026', '2026-10'],
    ['Oktober 2026', '2026-10'],
    ['okt 2026', '2026-10'],
    // As a spreadsheet keeps it.
    ['2026-10-01', '2026-10'],
    ['01/10/2026', '2026-10'],
    ['TW III 2026', '2026-Q3'],
    ['2026-Q3', '2026-Q3'],
    ['Semester I 2026', '2026-S1'],
    ['2026', '2026'],
  ])('read the period %s as %s', async (text, period) => {
    const { rows } = await sent([row(text)]);
    expect(rows[0]?.next?.period).toBe(period);
  });

  it('are read as their template is written, and say which columns a file lacks', async () => {
    const done = await sent(themeTemplate.slice(1));
    expect(done.rows.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    expect(await attempt([row()], { heads: ['Layanan', 'Tema', 'Kanal', 'Jumlah'] })).toEqual({
      outcome: 'missing',
      heads: ['Periode', 'Ditangani'],
    });
    expect(await attempt(Array.from({ length: 501 }, () => row()))).toEqual({
      outcome: 'too-many',
      most: 500,
    });
  });

  it('are sums over channels, by period and the most frequent first', async () => {
    await taken([
      ...[row(), row(undefined, undefined, undefined, 'Loket', '6', '1'), row('2026-09')],
      row(undefined, undefined, 'Biaya', undefined, '40', '2'),
    ]);
    expect(await standing()).toEqual([
      ['2026-09', 'Antrean lama', 24, 20],
      ['2026-10', 'Biaya', 40, 2],
      ['2026-10', 'Antrean lama', 30, 21],
    ]);
  });

  it('are those of one agency, also for its machines', async () => {
    const { list } = await sent([row()], machine);
    expect(list.by).toBe('Sistem aduan');
    await expect(readThemeList(deps, { principal: elsewhere, listId: list.listId })).rejects.toMatchObject({
      code: 'feedback.not-found',
    });
    expect(await listThemeLists(deps, { principal: elsewhere, limit: 5 })).toEqual([]);
    const learner: PersonPrincipal = { ...rina, roles: ['learner'] };
    await expect(attempt([row()], { principal: learner })).rejects.toMatchObject({
      code: 'feedback.not-found',
    });
    const provider: ClientPrincipal = { ...machine, tenant: { kind: 'platform' } };
    await expect(attempt([row()], { principal: provider })).rejects.toMatchObject({
      code: 'feedback.not-found',
    });
    const theirs = await attempt([row()], { principal: elsewhere });
    expect(theirs.outcome === 'tried' && theirs.rows[0]?.finding?.problem).toBe('unknown-service');
  });

  it('end in an outcome for each row, whatever they hold, and no long number is ever kept', async () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 10, maxLength: 18 });
    const number = digits.map((parts) => parts.join(''));
    const cell = fc.oneof(fc.string({ maxLength: 12 }), number, fc.constantFrom(...row()));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }), async (rows) => {
        const done = await sent(rows);
        expect(done.rows).toHaveLength(rows.length);
        expect(JSON.stringify(done.rows.map(({ cells, next }) => [cells, next?.theme]))).not.toMatch(
          /\d{10}/,
        );
      }),
      { numRuns: 120 },
    );
  });
});

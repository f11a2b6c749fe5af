import { type AgencyId, csvRecord, type Jp, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { readTextTable } from '@sinau/rostering/table';
import { describe, expect, it } from 'vitest';
import {
  type HistoryDesk,
  type ImportJob,
  listResults,
  refusedRows,
  resultsCsv,
  runHistoryImport,
  startImport,
  uploadImport,
} from './index.ts';
import { memoryImportStore } from './testing/index.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'agus' as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId: 'a1' as AgencyId,
};
const head =
  'Tanggal Mulai;Tanggal Selesai;Kode Jenis Pengembangan;Nama Kegiatan;Penyelenggara Kegiatan;Total Jam Pelajaran;NIP Peserta;Nomor Sertifikat\n';
const sri = '199005172015032001';
const elsewhere = '198503122009011004';
const line = (title: string, { nip = sri, certificate = '', jp = '8' } = {}) =>
  `03/02/2026;04/02/2026;KL06;${title};Universitas Contoh;${jp};${nip};${certificate}\n`;

/** What was learned is a set of what rows say; each is recorded once. */
function world() {
  const known = new Map<string, string>();
  const trouble: { after?: number } = {};
  let taken = 0;
  const claimsOf: Awaited<ReturnType<HistoryDesk['open']>>['claimsOf'] = ({
    learner,
    title,
    certificate,
  }) => [`${learner} ${title}`, ...(certificate === undefined ? [] : [`${learner} ${certificate}`])];
  const history: HistoryDesk = {
    mayImport: async () => true,
    open: async () => ({
      claimsOf,
      async take(row, { isTrial }) {
        if (row.learner === elsewhere)
          return { outcome: 'refused', problem: 'person-unknown', column: 'learner' };
        if (!isTrial) {
          taken += 1;
          if (trouble.after !== undefined && taken > trouble.after) throw new Error('killed');
        }
        const held = claimsOf(row).find((claim) => known.has(claim));
        const learningId = held && known.get(held);
        const personId = row.learner as PersonId;
        if (learningId !== undefined)
          return { outcome: 'skipped', problem: 'recorded', personId, learningId };
        if (isTrial) return { outcome: 'created' };
        const made = `r${known.size}`;
        for (const claim of claimsOf(row)) known.set(claim, made);
        return { outcome: 'created', personId, learningId: made, counted: 800 as Jp };
      },
    }),
  };
  const clock = fixedClock('2026-03-02T01:00:00.000Z');
  const deps = {
    ...{ imports: memoryImportStore('history'), history, clock, ids: countedIds() },
    files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
    queue: { send: async () => undefined },
  };
  const upload = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const done = await uploadImport(deps, { principal, name: '', bytes });
    if (done.outcome === 'refused') throw new Error(JSON.stringify(done));
    return done.job;
  };
  const run = ({ importId }: ImportJob) =>
    runHistoryImport(deps, { importId, deadlineMs: clock.now().getTime() + 1_000 });
  const take = async (text: string) => {
    const job = await upload(text);
    await run(job);
    await startImport(deps, { principal, importId: job.importId });
    await run(job);
    return (await deps.imports.find(job.importId)) as ImportJob;
  };
  const outcomes = ['created', 'changed', 'skipped', 'refused'] as const;
  const told = async ({ importId }: ImportJob) =>
    (await listResults(deps, { principal, importId, outcomes, limit: 999 })).results.map(
      ({ row, outcome, problem }) => [row, outcome, problem],
    );
  const refused = ({ importId }: ImportJob) => refusedRows(deps, { principal, importId, locale: 'id' });
  return { deps, known, trouble, upload, run, take, told, refused };
}

describe('a list of what people have learned elsewhere', () => {
  it('R12: is tried, taken row by row with a reason for each that is not, and skipped the second time', async () => {
    const at = world();
    const text = [head, line('Arsip'), line('Arsip'), line('Etika', { certificate: '7/A' })];
    const rows = [line('Etika (ulang)', { certificate: '7/A' }), line('Gizi', { nip: elsewhere })];
    const list = [...text, ...rows, line('Bakti', { jp: '0' })].join('');
    const job = await at.upload(list);
    expect(job).toMatchObject({ name: 'riwayat', rows: 6 });
    await at.run(job);
    const expected = [
      [2, 'created', undefined],
      [3, 'skipped', 'row-twice'],
      [4, 'created', undefined],
      [5, 'skipped', 'row-twice'],
      [6, 'refused', 'person-unknown'],
      [7, 'refused', 'jp-wrong'],
    ];
    expect([await at.told(job), at.known.size]).toEqual([expected, 0]);
    const first = await at.take(list);
    expect(await at.told(first)).toEqual(expected);
    expect(first).toMatchObject({ state: 'done', run: { created: 2, changed: 0, skipped: 2, refused: 2 } });
    expect((await at.take(list)).run).toEqual({ created: 0, changed: 0, skipped: 4, refused: 2 });
  });

  it('records the second of two rows where the first is refused', async () => {
    const at = world();
    // Of one certificate; the first row names somebody else by mistake.
    const list =
      head + line('Arsip', { nip: elsewhere, certificate: '7' }) + line('Arsip', { certificate: '7' });
    expect(await at.told(await at.take(list))).toEqual([
      [2, 'refused', 'person-unknown'],
      [3, 'created', undefined],
    ]);
  });

  it('goes on after a crash in the middle of a portion, and tells what was recorded before it', async () => {
    const at = world();
    const job = await at.upload(head + Array.from({ length: 250 }, (_, n) => line(`Acara ${n}`)).join(''));
    await at.run(job);
    await startImport(at.deps, { principal, importId: job.importId });
    at.trouble.after = 217;
    await expect(at.run(job)).rejects.toThrow('killed');
    delete at.trouble.after;
    await at.run(job);
    expect(await at.deps.imports.find(job.importId)).toMatchObject({
      ...{ state: 'done', run: { created: 250, skipped: 0 } },
    });
    expect(at.known.size).toBe(250);
  });

  it('F1: gives back refused rows as they were sent with their reasons, to be mended and sent again', async () => {
    const at = world();
    const formula = '=HYPERLINK("x")';
    const job = await at.take(
      head + line('Arsip') + line(`"${formula.replaceAll('"', '""')}"`, { jp: 'lima' }),
    );
    const [heads, ...rows] = await at.refused(job);
    expect(heads?.slice(-3)).toEqual(['Baris asal', 'Alasan', 'Cara memperbaiki']);
    expect(rows).toEqual([
      [
        ...['03/02/2026', '04/02/2026', 'KL06', formula, 'Universitas Contoh', 'lima', sri, ''],
        ...['3', expect.stringContaining('bilangan dari 1'), expect.stringContaining('tanpa satuan')],
      ],
    ]);
    // Sent once more as it came, it has the same columns again, not some more.
    const again = await at.take([heads ?? [], ...rows].map((row) => csvRecord(row, ';')).join(''));
    expect((await at.refused(again))[0]).toEqual(heads);
    expect(await at.refused(await at.take(head + line('Etika'))).catch(({ code }) => code)).toBe(
      'staffing.not-found',
    );
  });

  it('says with every row where its record is', async () => {
    const at = world();
    const { importId } = await at.take(head + line('Arsip'));
    const input = { principal, importId, locale: 'id' } as const;
    let text = '';
    for await (const piece of resultsCsv(at.deps, {
      ...input,
      linkOf: ({ learningId }) => `/x/${learningId}`,
    })) {
      text += piece;
    }
    expect(text.split('\r\n')[1]).toBe('2;Arsip;••••••••••••••2001;dicatat;;;;8;/x/r0');
  });
});

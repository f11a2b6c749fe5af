import type { PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { readTextTable, type TableKind } from '@sinau/rostering/table';
import { describe, expect, it } from 'vitest';
import { createFileAdapter } from '../adapters/table/file-adapter.ts';
import type { Connection, ConnectionId } from '../connection.ts';
import type { ResultEvent } from '../results/index.ts';
import { memoryConnectionStore, memoryTableStore, sampleConnection } from '../testing/index.ts';
import {
  confirmTable,
  discardTable,
  listTables,
  mapTable,
  previewTable,
  type TablePreview,
  takeResultRows,
  uploadTable,
} from './index.ts';

const author = (providerId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'rina' as never, name: 'Rina', roles: ['provider-author'] },
  providerId: providerId as ProviderId,
});
const principal = author('provider-a');

async function world() {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind: 'file' };
  await connections.create(connection);
  const told: string[] = [];
  const events: ResultEvent[] = [];
  const clock = fixedClock();
  const deps = {
    ...{ connections, tables: memoryTableStore(), clock, ids: countedIds(), digest: nodeDigest },
    files: { read: async (bytes: Uint8Array) => readTextTable(bytes) },
    followUp: {
      compare: async () => void told.push('compare'),
      readCatalogue: async () => void told.push('catalogue'),
      takeResults: async (__: Connection, { tableId }: { readonly tableId: string }) =>
        void told.push(`results ${tableId}`),
    },
    inbox: {
      take: async (event: ResultEvent) => {
        events.push(event);
        return 'taken' as const;
      },
    },
    names: {
      subjectOf: async (__: ProviderId, { value }: { readonly value: string }) =>
        value === '198503122009011004' ? 'pseudonym-1' : undefined,
    },
  };
  const { connectionId } = connection;
  const at = { principal, connectionId };
  const upload = async (kind: TableKind, text: string) => {
    const done = await uploadTable(deps, {
      ...{ ...at, kind, name: 'C:\\berkas\\Tabel.csv', bytes: new TextEncoder().encode(text) },
    });
    if (done.outcome === 'refused') throw new Error(done.finding.problem);
    return done.preview;
  };
  const of = ({ slot, table }: TablePreview) => ({ ...at, kind: slot.kind, tableId: table.tableId });
  return { deps, told, events, at, upload, of, connections, connection, clock };
}

const courses = 'ID kursus,Judul,JP\n1,Etika,4\n2,Data,6\n';
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
};

describe('a table of a provider', () => {
  it('does nothing before it is confirmed, and is what the provider says from then on', async () => {
    const { deps, told, upload, of, at, connection } = await world();
    const adapter = createFileAdapter(deps.tables, connection.connectionId);
    const preview = await upload('catalogue', courses);
    expect(preview).toMatchObject({
      table: { name: 'Tabel.csv', rows: 2, mapping: { externalId: 0, title: 1, jp: 2 } },
      check: { good: 2, bad: 0 },
      sample: [{ row: 2, cells: ['1', 'Etika', '4'] }, { row: 3 }],
      isUsable: true,
    });
    await expect(all(adapter.readCourses())).rejects.toMatchObject({ reason: 'function-missing' });
    expect(told).toEqual([]);
    await confirmTable(deps, of(preview));
    expect(told).toEqual(['catalogue']);
    expect((await all(adapter.readCourses())).map(({ title }) => title)).toEqual(['Etika', 'Data']);
    const [slot] = await listTables(deps, at);
    expect(slot?.current).toMatchObject({ name: 'Tabel.csv', confirmedBy: 'rina' });
    await expect(confirmTable(deps, of(preview))).rejects.toMatchObject({ code: 'connectors.no-table' });
  });

  it('with a wrong row is no catalogue, since what is left out would count as withdrawn', async () => {
    const { deps, told, upload, of } = await world();
    const preview = await upload('catalogue', `${courses}3,,1\n`);
    expect(preview).toMatchObject({ check: { good: 2, bad: 1 }, isUsable: false });
    expect(preview.check.findings).toEqual([{ problem: 'cell-missing', row: 4, column: 'title' }]);
    await expect(confirmTable(deps, of(preview))).rejects.toMatchObject({
      ...{ code: 'connectors.table-not-usable', rows: 1 },
    });
    expect(told).toEqual([]);
  });

  it('is mapped as people say, and the next one is mapped alike wherever its columns stand', async () => {
    const { deps, upload, of } = await world();
    const preview = await upload('catalogue', 'Nomor,Nama panjang,JP\n1,Etika,4\n');
    expect(preview.check.findings.map(({ problem }) => problem)).toEqual([
      'column-missing',
      'column-missing',
    ]);
    const mapped = await mapTable(deps, { ...of(preview), mapping: { externalId: 0, title: 1, jp: 2 } });
    expect(mapped.isUsable).toBe(true);
    expect((await previewTable(deps, of(preview))).table.mapping).toEqual({ externalId: 0, title: 1, jp: 2 });
    const next = await upload('catalogue', 'JP,Nama panjang,Catatan,Nomor\n4,Etika,,1\n');
    expect(next.table.mapping).toEqual({ jp: 0, title: 1, externalId: 3 });
    const wrong = mapTable(deps, { ...of(next), mapping: { title: 9 } });
    await expect(wrong).rejects.toMatchObject({ code: 'connectors.changed-meanwhile' });
  });

  it('is replaced by the next upload and thrown away on demand; nobody confirms what they have not seen', async () => {
    const { deps, upload, of, connection } = await world();
    const first = await upload('catalogue', courses);
    const second = await upload('catalogue', courses);
    const lost = { code: 'connectors.no-table' };
    await expect(confirmTable(deps, of(first))).rejects.toMatchObject(lost);
    expect(await deps.tables.readTable(connection.connectionId, first.table.tableId)).toBeUndefined();
    await discardTable(deps, of(second));
    await expect(previewTable(deps, of(second))).rejects.toMatchObject(lost);
  });

  it('C2: is refused to other providers, and by connections that ask for their data', async () => {
    const { deps, upload, of, connections } = await world();
    const preview = await upload('catalogue', courses);
    const foreign = { ...of(preview), principal: author('provider-b') };
    const absent = { code: 'connectors.not-found' };
    await expect(previewTable(deps, foreign)).rejects.toMatchObject(absent);
    await expect(confirmTable(deps, foreign)).rejects.toMatchObject(absent);
    const connectionId = '00000000-0000-4000-8000-00000000c009' as ConnectionId;
    await connections.create(sampleConnection({ connectionId }));
    const moodle = listTables(deps, { principal, connectionId });
    await expect(moodle).rejects.toMatchObject({ code: 'connectors.takes-no-tables' });
  });
});

describe('results of a table', () => {
  const head = 'Peserta,ID kursus,Tanggal,Nilai,Status\n';
  const rows = `${head}198503122009011004,1,2026-06-30,85,lulus\n,1,2026-06-30,1\n199001012015031001,1,2026-06-30,70\n`;
  const take = (
    of: Awaited<ReturnType<typeof world>>,
    preview: TablePreview,
    { from = 0, atMost = 100 } = {},
  ) =>
    takeResultRows(of.deps, {
      connectionId: of.connection.connectionId,
      ...{ tableId: preview.table.tableId, mapping: preview.table.mapping, from, atMost },
    });

  it('of enrolments are compared at once, and are whole only where a person says so', async () => {
    const at = await world();
    const table = 'Peserta,ID kursus,Status\ns-1,1,aktif\n';
    for (const isWhole of [undefined, true]) {
      const preview = await at.upload('enrolments', table);
      await confirmTable(at.deps, { ...at.of(preview), ...(isWhole && { isWhole }) });
      const slot = await at.deps.tables.findSlot(at.connection.connectionId, 'enrolments');
      expect(slot?.current?.isWhole).toBe(isWhole);
    }
    expect(at.told).toEqual(['compare', 'compare']);
    const adapter = createFileAdapter(at.deps.tables, at.connection.connectionId);
    expect(await adapter.rosterSent?.('1')).toEqual({ at: expect.any(String), isWhole: true });
    // It names no such course.
    expect(await adapter.rosterSent?.('2')).toBeUndefined();
  });

  it('R12: are taken row by row behind the confirmation; the wrong ones are told and stop nobody', async () => {
    const at = await world();
    const preview = await at.upload('results', rows);
    expect(preview).toMatchObject({ check: { rows: 3, good: 2, bad: 1 }, isUsable: true });
    expect(await take(at, preview)).toBeUndefined();
    expect(at.events).toEqual([]);
    await confirmTable(at.deps, at.of(preview));
    expect(at.told).toEqual([`results ${preview.table.tableId}`]);
    expect(await take(at, preview, { atMost: 2 })).toBe(2);
    expect(await take(at, preview, { from: 2 })).toBeUndefined();
    expect(at.events.map(({ result, about }) => [result.kind, about])).toEqual([
      ['score', expect.objectContaining({ externalCourseId: '1', subject: 'pseudonym-1' })],
      ['completion', expect.objectContaining({ subject: 'pseudonym-1' })],
      [
        'score',
        expect.objectContaining({ externalLearnerId: expect.stringMatching(/^NIP …1001 \(\w{6}\)$/) }),
      ],
    ]);
  });

  it('hold no NIP and no address, and the same row is the same saying whenever it comes again', async () => {
    const at = await world();
    const preview = await at.upload('results', rows);
    await confirmTable(at.deps, at.of(preview));
    await take(at, preview);
    const again = await at.upload('results', rows);
    await confirmTable(at.deps, at.of(again));
    await take(at, again);
    expect(JSON.stringify(at.events.map(({ sent: _, ...event }) => event))).not.toMatch(/\d{18}/);
    const ids = at.events.map(({ eventId }) => eventId);
    expect(ids.slice(0, 3)).toEqual(ids.slice(3));
    expect(new Set(ids).size).toBe(3);
  });

  it('come with their row as the table has it, and without names of people whom the provider may not know', async () => {
    const at = await world();
    const table =
      'Peserta,Nama,ID kursus,Tanggal,Nilai\n198503122009011004,Sri Contoh,1,2026-06-30,85\n199001012015031001,Budi Contoh,1,2026-06-30,70\n';
    const preview = await at.upload('results', table);
    await confirmTable(at.deps, at.of(preview));
    await take(at, preview);
    const [known, unknown] = at.events.map(({ sent }) => ({ ...sent, ...JSON.parse(sent.text) }));
    expect(known).toMatchObject({
      ...{ contentType: 'application/json', where: expect.stringMatching(/^.+, 2$/), row: 2 },
      cells: [
        ...[
          ['Peserta', '198503122009011004'],
          ['Nama', 'Sri Contoh'],
          ['ID kursus', '1'],
        ],
        ...[
          ['Tanggal', '2026-06-30'],
          ['Nilai', '85'],
        ],
      ],
    });
    expect(unknown.cells).toEqual([
      ...[
        ['Peserta', expect.stringMatching(/^NIP …1001 \(\w{6}\)$/)],
        ['Nama', '…'],
        ['ID kursus', '1'],
      ],
      ...[
        ['Tanggal', '2026-06-30'],
        ['Nilai', '70'],
      ],
    ]);
  });

  it('that were thrown away are not taken', async () => {
    const at = await world();
    const preview = await at.upload('results', rows);
    await discardTable(at.deps, at.of(preview));
    expect(await take(at, preview)).toBeUndefined();
    expect(at.events).toEqual([]);
  });
});

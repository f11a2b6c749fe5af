import { csvRecord, type PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { workbookParts } from '@sinau/rostering/table';
import { createPackageAdapter } from '../../adapters/one-roster-package/package-adapter.ts';
import { readPackageFile } from '../../adapters/one-roster-package/read-package-file.ts';
import { createFileAdapter } from '../../adapters/table/file-adapter.ts';
import { readTable } from '../../adapters/table/read-table.ts';
import { writeWorkbook } from '../../adapters/table/write-workbook.ts';
import type { Connection, ConnectionKind } from '../../connection.ts';
import { sendPackage } from '../../packages/send-package.ts';
import { confirmTable } from '../../tables/confirm-table.ts';
import { uploadTable } from '../../tables/upload-table.ts';
import { memoryConnectionStore } from '../memory-connection-store.ts';
import { memoryPackageStore } from '../packages/memory-package-store.ts';
import { packageBytes, samplePackage } from '../packages/sample-package.ts';
import { sampleConnection } from '../sample-connection.ts';
import { memoryTableStore } from '../tables/memory-table-store.ts';
import type { Connector, FakeProvider, Impossible } from './situation.ts';

const impossible: Impossible = {
  outage: 'nobody is asked: the last file that was taken lies here',
  'wrong secret': 'people of the provider upload it, signed in here',
};

/** Connectors to which the provider brings a file; each change is a new one, and a file that is refused changes nothing. */
export const files: readonly Connector[] = [
  { name: 'OneRoster CSV package', start: startPackages, impossible },
  { name: 'table as CSV', start: (count) => startTables(count, csvOf), impossible },
  { name: 'table as XLSX', start: (count) => startTables(count, workbookOf), impossible },
];

interface Row {
  readonly n: number;
  title: string;
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ n: index + 1, title: `Mata kuliah ${index + 1}` }));

/** What the provider does over there: it edits its list and sends it. */
function listed(
  count: number,
  given: {
    readonly send: (rows: readonly Row[], how: { readonly isHalf: boolean }) => Promise<boolean>;
  } & Pick<FakeProvider, 'adapter' | 'idOf'>,
): FakeProvider {
  const { send, adapter, idOf } = given;
  let rows = rowsOf(count);
  const sent = async (isHalf = false) => {
    const taken = await send(rows, { isHalf });
    if (taken === isHalf) throw new Error(isHalf ? 'half a file was taken' : 'a file was refused');
  };
  return {
    ...{ adapter, idOf },
    async rename(n, title) {
      rows = rows.map((row) => (row.n === n ? { n, title } : row));
      await sent();
    },
    async withdraw(n) {
      rows = rows.filter((row) => row.n !== n);
      await sent();
    },
    halve: () => sent(true),
    heal: () => sent(),
    // It comes a second time; rows that stand in it twice are a mistake that is refused.
    repeat: async () => {
      if (await send([...rows, ...rows], { isHalf: false })) throw new Error('a list with twins was taken');
      await sent();
    },
    close: async () => undefined,
  };
}

/**
 * Ends within a row of a table of text. One that ends between two rows cannot be told from a shorter list: it is taken, and the run withdraws
 * nothing then, since implausibly much is missing (`sync.test.ts`).
 */
const half = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(0, Math.max(bytes.length >> 1, bytes.indexOf(0x3b, bytes.length >> 1) - 1));

async function deskOf(kind: ConnectionKind) {
  const connections = memoryConnectionStore();
  const { moodle: _, sealedSecrets: __, baseUrl: ___, ...bare } = sampleConnection();
  const connection: Connection = { ...bare, kind };
  await connections.create(connection);
  const { connectionId, providerId } = connection;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: 'rina' as never, name: 'Rina', roles: ['provider-author'], providerId },
  };
  const deps = { connections, clock: fixedClock(), ids: countedIds(), digest: nodeDigest };
  return { deps, at: { principal, connectionId }, connectionId };
}

async function startPackages(count: number): Promise<FakeProvider> {
  const { deps, at, connectionId } = await deskOf('oneroster-csv');
  const packages = memoryPackageStore();
  const nothing = async () => undefined;
  const sending = {
    ...{ ...deps, packages, packageFiles: { read: readPackageFile } },
    packageFollowUp: { readCatalogue: nothing, takeResults: nothing, compare: nothing },
  };
  const { classes: [head = '', ...lines] = [], ...rest } = samplePackage(count);
  const send = async (rows: readonly Row[], { isHalf }: { readonly isHalf: boolean }) => {
    const told = rows.map(({ n, title }) => (lines[n - 1] ?? '').replace(`Kelas ${n},`, `${title},`));
    const bytes = packageBytes({ ...rest, classes: [head, ...told] });
    const outcome = await sendPackage(sending, {
      ...{ ...at, name: 'ganjil.zip', bytes: isHalf ? half(bytes) : bytes },
    });
    return outcome.outcome === 'taken';
  };
  await send(rowsOf(count), { isHalf: false });
  return listed(count, {
    ...{ send, idOf: (n) => `class-${n}` },
    adapter: () => createPackageAdapter(packages, connectionId),
  });
}

type Write = (cells: readonly (readonly string[])[]) => Uint8Array | Promise<Uint8Array>;
const workbookOf: Write = (cells) => writeWorkbook(workbookParts('Katalog', cells));
const csvOf: Write = (cells) => Buffer.from(cells.map((row) => csvRecord(row, ';')).join(''));

async function startTables(count: number, write: Write): Promise<FakeProvider> {
  const { deps, at, connectionId } = await deskOf('file');
  const tables = memoryTableStore();
  const nothing = async () => undefined;
  const taking = {
    ...{ ...deps, tables, files: { read: readTable } },
    followUp: { readCatalogue: nothing, takeResults: nothing, compare: nothing },
  };
  const send = async (rows: readonly Row[], { isHalf }: { readonly isHalf: boolean }) => {
    const cells = rows.map(({ n, title }) => [`MK${n}`, title, '4']);
    const bytes = await write([['ID kursus', 'Judul', 'JP'], ...cells]);
    const name = 'katalog.xlsx';
    const of = { ...at, kind: 'catalogue' } as const;
    const uploaded = await uploadTable(taking, { ...of, name, bytes: isHalf ? half(bytes) : bytes });
    if (uploaded.outcome === 'refused' || !uploaded.preview.isUsable) return false;
    await confirmTable(taking, { ...of, tableId: uploaded.preview.table.tableId });
    return true;
  };
  await send(rowsOf(count), { isHalf: false });
  return listed(count, {
    ...{ send, idOf: (n) => `MK${n}`, adapter: () => createFileAdapter(tables, connectionId) },
  });
}

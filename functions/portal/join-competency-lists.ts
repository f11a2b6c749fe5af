import { headOf, type ListKind, listTemplate, mostListRows, takeList } from '@sinau/competency/lists';
import { employeeNumberClaim } from '@sinau/identity';
import {
  InvalidInput,
  type LanguageMap,
  localDateOf,
  type PersonPrincipal,
  parseStrictJson,
} from '@sinau/kernel';
import { brokenCell, csvFile, longCell, type Table, wordsOf } from '@sinau/rostering/table';
import type { CompetencyListPorts, ListView } from '@sinau/web';
import * as z from 'zod';
import { tableFile } from '../shared/table-file.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'competency' | 'people'>;

const cells = z.array(z.string().max(4_000)).max(100);
const tableSchema = z.strictObject({
  heads: cells,
  rows: z.array(z.strictObject({ row: z.int().min(1).max(1_000_000), cells })).max(mostListRows),
});

/** Lists of an agency: tried, and taken while somebody waits. */
export function joinCompetencyLists(deps: Deps, maxBytes: number): CompetencyListPorts {
  return {
    maxBytes,
    template: async (kind) => csvFile(listTemplate(kind)),
    async try(principal, kind, bytes) {
      if (kind === 'dictionary' && isJson(bytes)) {
        const { clock } = await deps.competency();
        const { tableOfPackage } = await import('@sinau/competency/exchange');
        const today = localDateOf(clock.now().getTime(), 'Asia/Jakarta');
        const reading = tableOfPackage(jsonOf(new TextDecoder().decode(bytes)), { today });
        if (reading.outcome === 'refused') return { outcome: 'unreadable', message: noPackage(reading.at) };
        return viewOf(deps, { principal, kind, table: reading.table, isTrial: true });
      }
      const reading = await tableFile.read(bytes);
      if (reading.outcome === 'refused') {
        const { message, mend } = wordsOf(reading.finding);
        return {
          outcome: 'unreadable',
          message: { id: `${message.id} ${mend.id}`, en: `${message.en} ${mend.en}` },
        };
      }
      return viewOf(deps, { principal, kind, table: reading.table, isTrial: true });
    },
    take: async (principal, kind, text) =>
      viewOf(deps, { principal, kind, table: tableIn(text), isTrial: false }),
    refused: async (principal, kind, text) => {
      const table = tableIn(text);
      const cells = new Map(table.rows.map((row) => [row.row, row.cells.map(plainCell)]));
      const view = await viewOf(deps, { principal, kind, table, isTrial: true });
      if (view.outcome !== 'read') throw new InvalidInput(changedText);
      return {
        heads: table.heads,
        rows: view.rows
          .filter(({ outcome }) => outcome === 'refused')
          .map(({ outcome: _, about: __, ...row }) => ({ ...row, cells: cells.get(row.row) ?? [] })),
      };
    },
    sheet: async (given, how) => (await import('../shared/sheet-file.ts')).sheetFile(given, how),
  };
}

/** No table begins so; of one that does, the first cell would be one sign. */
const isJson = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 100)));

const noPackage = (at: string): LanguageMap => ({
  id: `Berkas JSON ini bukan CFPackage menurut CASE 1.1: bagian ${at} belum sesuai. Ekspor ulang dari sistem asalnya.`,
  en: `This JSON file is no CFPackage of CASE 1.1: the part at ${at} is not as it should be. Export it anew from where it comes from.`,
});

const changedText = 'The list is not as it was tried. Send the file again.';

function tableIn(text: string): Table {
  const table = tableSchema.safeParse(jsonOf(text));
  if (!table.success) throw new InvalidInput(changedText);
  return table.data;
}

/** A cell that held nothing that could be read holds nothing in the file either. */
const plainCell = (cell: string): string => (cell === brokenCell || cell === longCell ? '' : cell);

/** As the page of the trial has kept it; whatever else is sent is looked at by the schema. */
function jsonOf(text: string): unknown {
  const read = parseStrictJson(text);
  return read.ok ? read.value : undefined;
}

async function viewOf(
  deps: Deps,
  call: {
    readonly principal: PersonPrincipal;
    readonly kind: ListKind;
    readonly table: Table;
    readonly isTrial: boolean;
  },
): Promise<ListView> {
  const { kind, table, isTrial } = call;
  const parts = {
    ...(await deps.competency()),
    personWith: async (number: string) =>
      (await deps.people.findByClaim(employeeNumberClaim(number)))?.personId,
  };
  const taken = await takeList(parts, call);
  if (taken.outcome === 'refused') {
    return 'missing' in taken
      ? { outcome: 'missing', heads: taken.missing }
      : { outcome: 'too-many', most: mostListRows };
  }
  return {
    ...{ outcome: 'read', applied: !isTrial },
    rows: taken.rows.map(({ column, ...row }) => ({
      ...row,
      ...(column !== undefined && { column: headOf(kind, column) }),
    })),
    ...((isTrial || taken.rows.some(({ outcome }) => outcome === 'refused')) && {
      text: JSON.stringify(table),
    }),
  };
}

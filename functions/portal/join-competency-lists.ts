import { headOf, type ListKind, listTemplate, mostListRows, takeList } from '@sinau/competency/lists';
import { employeeNumberClaim } from '@sinau/identity';
import {
  InvalidInput,
  type LanguageMap,
  localDateOf,
  type PersonPrincipal,
  parseStrictJson,
} from '@sinau/kernel';
import { csvFile, type Table } from '@sinau/rostering/table';
import type { CompetencyListPorts, ListView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { changedListText, plainCell, tableOfFile, triedTable } from './tried-table.ts';

type Deps = Pick<PortalDeps, 'competency' | 'people'>;

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
      const reading = await tableOfFile(bytes);
      if (reading.outcome === 'unreadable') return reading;
      return viewOf(deps, { principal, kind, table: reading.table, isTrial: true });
    },
    take: async (principal, kind, text) =>
      viewOf(deps, { principal, kind, table: triedTable(text, mostListRows), isTrial: false }),
    refused: async (principal, kind, text) => {
      const table = triedTable(text, mostListRows);
      const cells = new Map(table.rows.map((row) => [row.row, row.cells.map(plainCell)]));
      const view = await viewOf(deps, { principal, kind, table, isTrial: true });
      if (view.outcome !== 'read') throw new InvalidInput(changedListText);
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

import {
  confirmTable,
  discardTable,
  listTables,
  mapTable,
  previewTable,
  type TablePreview,
  type TableSlot,
  uploadTable,
} from '@sinau/connectors/tables';
import {
  csvTemplate,
  mostFindings,
  tableColumns,
  tableLimits,
  wordsOf,
  workbookTemplate,
} from '@sinau/rostering/table';
import type { TablePreviewView, TableSlotView, TablesPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** Tables of connections for the pages of authors; whose they are comes from the session alone. */
export function joinTables({ tables }: Pick<PortalDeps, 'tables'>): TablesPorts {
  return {
    maxBytes: tableLimits.file,
    template: async (kind, format) =>
      format === 'csv'
        ? new TextEncoder().encode(csvTemplate(kind))
        : (await import('@sinau/connectors/adapters')).writeWorkbook(workbookTemplate(kind)),
    slotsOf: async (principal, connectionId) =>
      (await listTables(await tables(), { principal, connectionId })).map(slotView),
    upload: async (principal, connectionId, file) => {
      const done = await uploadTable(await tables(), { principal, connectionId, ...file });
      if (done.outcome === 'refused') return { outcome: 'refused', ...wordsOf(done.finding) };
      return { outcome: 'uploaded', tableId: done.preview.table.tableId };
    },
    preview: async (principal, at) => previewView(await previewTable(await tables(), { principal, ...at })),
    map: async (principal, at, mapping) =>
      void (await mapTable(await tables(), { principal, ...at, mapping })),
    confirm: async (principal, at) => void (await confirmTable(await tables(), { principal, ...at })),
    discard: async (principal, at) => discardTable(await tables(), { principal, ...at }),
  };
}

function slotView({ kind, pending, current }: TableSlot): TableSlotView {
  return {
    kind,
    ...(pending && {
      pending: { tableId: pending.tableId, name: pending.name, rows: pending.rows, at: pending.uploadedAt },
    }),
    ...(current && { current: { name: current.name, rows: current.rows, at: current.confirmedAt } }),
  };
}

function previewView({ slot, table, check, sample, isUsable }: TablePreview): TablePreviewView {
  const { kind } = slot;
  const headOf = new Map(tableColumns(kind).map(([column, { head }]) => [column, head]));
  return {
    ...{ kind, tableId: table.tableId, name: table.name, heads: table.heads, sample, isUsable },
    ...{ rows: check.rows, good: check.good, bad: check.bad },
    isCut: check.findings.length >= mostFindings,
    columns: tableColumns(kind).map(([column, { head, required }]) => ({
      ...{ column, head, isRequired: required === true },
      ...(table.mapping[column] !== undefined && { at: table.mapping[column] }),
    })),
    findings: check.findings.map(({ row, column, ...finding }) => ({
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column: headOf.get(column) ?? column }),
      ...wordsOf(finding),
    })),
  };
}

import { writeWorkbook } from '@sinau/connectors/adapters';
import {
  confirmTable,
  discardTable,
  listTables,
  mapTable,
  previewTable,
  type TablePreview,
  type TableSlot,
  type UploadedTable,
  uploadTable,
} from '@sinau/connectors/tables';
import {
  csvTemplate,
  type TableFinding,
  type TableKind,
  tableColumns,
  wordsOf,
  workbookTemplate,
} from '@sinau/rostering/table';
import type { TableDesk } from '../shared/table-parts.ts';

type Input<Work extends (deps: never, input: never) => unknown> = Parameters<Work>[1];

export const templateOf = async (kind: TableKind, format: 'csv' | 'xlsx') =>
  format === 'csv' ? csvTemplate(kind) : writeWorkbook(workbookTemplate(kind));

export const listOf = async (desk: TableDesk, input: Input<typeof listTables>) => ({
  tables: (await listTables(desk, input)).map(slotView),
});

export async function uploaded(desk: TableDesk, input: Input<typeof uploadTable>) {
  const done = await uploadTable(desk, input);
  return done.outcome === 'uploaded'
    ? { status: 201 as const, body: previewView(done.preview) }
    : { status: 422 as const, body: { outcome: 'refused', finding: findingView(done.finding) } };
}

export const previewed = async (desk: TableDesk, input: Input<typeof previewTable>) =>
  previewView(await previewTable(desk, input));

export const mapped = async (desk: TableDesk, input: Input<typeof mapTable>) =>
  previewView(await mapTable(desk, input));

export const confirmed = async (desk: TableDesk, input: Input<typeof confirmTable>) =>
  slotView((await confirmTable(desk, input)).slot);

export const discarded = (desk: TableDesk, input: Input<typeof discardTable>) => discardTable(desk, input);

const slotView = ({ kind, pending, current }: TableSlot) => ({
  kind,
  ...(pending && { pending: tableView(pending) }),
  ...(current && { current: { ...tableView(current), confirmedAt: current.confirmedAt } }),
});

const tableView = ({ tableId, name, rows, heads, mapping, uploadedAt }: UploadedTable) => ({
  ...{ tableId, name, rows, heads, mapping, uploadedAt },
});

const previewView = ({ slot, table, check, sample, isUsable }: TablePreview) => ({
  ...{ kind: slot.kind, ...tableView(table), isUsable },
  columns: tableColumns(slot.kind).map(([column, { head, required }]) => ({
    ...{ column, head, required: required === true },
  })),
  ...{ good: check.good, bad: check.bad, findings: check.findings.map(findingView), sample },
});

const findingView = (finding: TableFinding) => ({ ...finding, ...wordsOf(finding) });

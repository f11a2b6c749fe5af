import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { NoTabPage } from '../connections/pages.ts';
import type { ConnectionsPorts } from '../connections/ports.ts';
import { connectionIdIn, hasTab, tabHref } from '../connections/tabs.ts';
import { plainText } from '../layout/text.tsx';
import { onlyFile } from '../only-field.ts';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { TablePage, TablesPage } from './pages.ts';
import { type TableAt, type TableKindName, type TablesPorts, tableKindNames } from './ports.ts';

export interface TableDesk {
  readonly ports: TablesPorts;
  readonly connections: Pick<ConnectionsPorts, 'connectionOf'>;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function showAll(
  visit: PersonVisit,
  { ports, connections }: TableDesk,
  failure?: { readonly kind: TableKindName; readonly text: string },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const connectionId = connectionIdIn(visit);
  const connection = await connections.connectionOf(person, connectionId);
  if (!hasTab(connection.kind, 'tables')) {
    return answerPage(context, <NoTabPage ui={ui} connection={connection} tab="tables" />, 404);
  }
  const slots = await ports.slotsOf(person, connectionId);
  const page = (
    <TablesPage ui={ui} connection={connection} slots={slots} notice={notice} {...(failure && { failure })} />
  );
  return answerPage(context, page, failure ? 422 : 200);
}

export async function sendTemplate({ context }: PersonVisit, { ports }: TableDesk): Promise<Response> {
  const kind = tableKindNames.find((name) => name === context.req.query('kind')) ?? 'catalogue';
  const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
  return context.body(await ports.template(kind, format), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="sinau-${kind}.${format}"`,
  });
}

/** Where whoever changes the language on a refused upload comes back to. */
export async function goBack(visit: PersonVisit): Promise<Response> {
  return goTo(visit.context, tabHref(connectionIdIn(visit), 'tables'));
}

export async function upload(visit: PersonVisit, desk: TableDesk): Promise<Response> {
  const { context, ui, person } = visit;
  const { ports } = desk;
  const words = ui.t.tables;
  const [kind, connectionId] = [kindIn(visit), connectionIdIn(visit)];
  const file = await onlyFile(visit, 'file');
  // Browsers send a nameless one where nobody has chosen any.
  if (!file || file.name === '') return showAll(visit, desk, { kind, text: words.fileMissing });
  if (file.size > ports.maxBytes) return showAll(visit, desk, { kind, text: words.fileLarge });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = await ports.upload(person, connectionId, { kind, name: file.name, bytes });
  if (done.outcome === 'uploaded') {
    return goTo(context, `${tabHref(connectionId, 'tables')}/${kind}/${done.tableId}`);
  }
  const text = [done.message, done.mend].map((map) => plainText(ui, map)).join(' ');
  return showAll(visit, desk, { kind, text });
}

export async function showTable(visit: PersonVisit, { ports, connections }: TableDesk): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const at = atOf(visit);
  const connection = await connections.connectionOf(person, at.connectionId);
  const preview = await ports.preview(person, at);
  return answerPage(context, <TablePage ui={ui} connection={connection} preview={preview} notice={notice} />);
}

export async function map(visit: PersonVisit, { ports }: TableDesk): Promise<Response> {
  const at = atOf(visit);
  await ports.map(visit.person, at, await mappingIn(visit));
  return goTo(visit.context, hrefOfTable(at), 'saved');
}

const wholeForm = z.object({ whole: z.literal('yes').optional() });

export async function confirm(visit: PersonVisit, { ports }: TableDesk): Promise<Response> {
  const at = atOf(visit);
  const read = await readForm(visit.context, wholeForm, { other: visit.ui.t.shell.fieldWrong });
  await ports.confirm(visit.person, { ...at, isWhole: read.ok && read.data.whole === 'yes' });
  return goTo(visit.context, tabHref(at.connectionId, 'tables'), 'saved');
}

export async function discard(visit: PersonVisit, { ports }: TableDesk): Promise<Response> {
  const at = atOf(visit);
  await ports.discard(visit.person, at);
  return goTo(visit.context, tabHref(at.connectionId, 'tables'), 'deleted');
}

const hrefOfTable = ({ connectionId, kind, tableId }: TableAt) =>
  `${tabHref(connectionId, 'tables')}/${kind}/${encodeURIComponent(tableId)}`;

const kindIn = ({ context }: PersonVisit): TableKindName => {
  const kind = tableKindNames.find((name) => name === context.req.param('kind'));
  if (!kind) throw new InvalidInput('There is no such table.');
  return kind;
};

const atOf = (visit: PersonVisit): TableAt => ({
  connectionId: connectionIdIn(visit),
  kind: kindIn(visit),
  tableId: visit.context.req.param('tableId') ?? '',
});

/** Columns by our names; the domain knows which there are. */
async function mappingIn(visit: PersonVisit): Promise<Readonly<Record<string, number>>> {
  const mapping: Record<string, number> = {};
  for (const [name, value] of Object.entries(await formIn(visit))) {
    if (value === '') continue;
    if (typeof value !== 'string' || !/^\d{1,3}$/.test(value)) throw new InvalidInput('A column is none.');
    mapping[name] = Number(value);
  }
  return mapping;
}

const formIn = ({ context }: PersonVisit) =>
  context.req.parseBody().catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });

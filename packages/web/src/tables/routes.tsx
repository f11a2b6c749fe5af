import { InvalidInput } from '@sinau/kernel';
import { NoTabPage } from '../connections/pages.ts';
import type { ConnectionsPorts } from '../connections/ports.ts';
import { connectionIdIn } from '../connections/routes.tsx';
import { connectionAccess, connectionsPath, hasTab, tabHref } from '../connections/tabs.ts';
import { plainText } from '../layout/text.tsx';
import { answerPage, goTo, type PersonVisit, type Portal } from '../visit.ts';
import { TablePage, TablesPage } from './pages.ts';
import { type TableAt, type TableKindName, type TablesPorts, tableKindNames } from './ports.ts';

const access = connectionAccess;
const path = `${connectionsPath}/:connectionId/tables`;
const one = `${path}/:kind`;
const table = `${one}/:tableId`;

interface At {
  readonly portal: Portal;
  readonly ports: TablesPorts;
  readonly connections: Pick<ConnectionsPorts, 'connectionOf'>;
}

/** Tables that a provider sends in place of an interface: uploaded, looked at, confirmed. */
export function registerTables(
  portal: Portal,
  ports: TablesPorts,
  connections: Pick<ConnectionsPorts, 'connectionOf'>,
): void {
  const at = { portal, ports, connections };
  registerList(at);
  registerOne(at);
}

function registerList(at: At): void {
  const { portal, ports } = at;
  portal.person({ method: 'GET', path, access }, (visit) => showAll(at, visit));
  portal.person({ method: 'GET', path: `${path}/template`, access }, async ({ context }) => {
    const kind = tableKindNames.find((name) => name === context.req.query('kind')) ?? 'catalogue';
    const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
    return context.body(await ports.template(kind, format), 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="sinau-${kind}.${format}"`,
    });
  });
  // Where whoever changes the language on a refused upload comes back to.
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    goTo(visit.context, tabHref(connectionIdIn(visit), 'tables')),
  );
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  portal.person({ method: 'POST', path: one, access, maxBodyBytes, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const words = ui.t.tables;
    const [kind, connectionId] = [kindIn(visit), connectionIdIn(visit)];
    const file = await fileIn(visit);
    // Browsers send a nameless one where nobody has chosen any.
    if (!file || file.name === '') return showAll(at, visit, { kind, text: words.fileMissing });
    if (file.size > ports.maxBytes) return showAll(at, visit, { kind, text: words.fileLarge });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const done = await ports.upload(person, connectionId, { kind, name: file.name, bytes });
    if (done.outcome === 'uploaded') {
      return goTo(context, `${tabHref(connectionId, 'tables')}/${kind}/${done.tableId}`);
    }
    const text = [done.message, done.mend].map((map) => plainText(ui, map)).join(' ');
    return showAll(at, visit, { kind, text });
  });
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function showAll(
  { ports, connections }: At,
  visit: PersonVisit,
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

function registerOne({ portal, ports, connections }: At): void {
  portal.person({ method: 'GET', path: table, access }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const at = atOf(visit);
    const connection = await connections.connectionOf(person, at.connectionId);
    const preview = await ports.preview(person, at);
    return answerPage(
      context,
      <TablePage ui={ui} connection={connection} preview={preview} notice={notice} />,
    );
  });
  portal.person({ method: 'POST', path: `${table}/map`, access }, async (visit) => {
    const at = atOf(visit);
    await ports.map(visit.person, at, await mappingIn(visit));
    return goTo(visit.context, hrefOfTable(at), 'saved');
  });
  portal.person({ method: 'POST', path: `${table}/confirm`, access }, async (visit) => {
    const at = atOf(visit);
    await ports.confirm(visit.person, at);
    return goTo(visit.context, tabHref(at.connectionId, 'tables'), 'saved');
  });
  portal.person({ method: 'POST', path: `${table}/discard`, access }, async (visit) => {
    const at = atOf(visit);
    await ports.discard(visit.person, at);
    return goTo(visit.context, tabHref(at.connectionId, 'tables'), 'deleted');
  });
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

/** The only field of the form; any other is refused as a whole (case D1). */
async function fileIn(visit: PersonVisit): Promise<File | undefined> {
  const body = await formIn(visit);
  if (Object.keys(body).some((name) => name !== 'file')) {
    throw new InvalidInput('The form has a field that is not known.');
  }
  const { file } = body;
  return file instanceof File ? file : undefined;
}

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

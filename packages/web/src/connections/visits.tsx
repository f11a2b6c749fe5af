import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import {
  ConnectionKindPage,
  ConnectionListPage,
  ConnectionPage,
  ConnectionSecretPage,
  ConnectionSettingsPage,
  NewConnectionPage,
  OperatorConnectionsPage,
  RemoveConnectionPage,
  RotateSecretPage,
} from './pages.ts';
import type { ConnectionKindName, ConnectionsPorts } from './ports.ts';
import { formOf, freshForm, readSettings } from './read-settings.ts';
import { connectionHref, connectionIdIn, connectionsPath, isAsked, isSending, tabHref } from './tabs.ts';

export async function showConnections({ context, ui, person, notice }: PersonVisit, ports: ConnectionsPorts) {
  const connections = await ports.connectionsOf(person);
  return answerPage(context, <ConnectionListPage ui={ui} connections={connections} notice={notice} />);
}

export async function showKinds({ context, ui }: PersonVisit): Promise<Response> {
  return answerPage(context, <ConnectionKindPage ui={ui} />);
}

/** Of every provider, for operators. */
export async function showAll({ context, ui, person }: PersonVisit, ports: ConnectionsPorts) {
  return answerPage(context, <OperatorConnectionsPage ui={ui} connections={await ports.all(person)} />);
}

export async function showNew(visit: PersonVisit, ports: ConnectionsPorts, kind: ConnectionKindName) {
  const { context, ui, person } = visit;
  const beside = await besideOf(ports, person, kind);
  return answerPage(context, <NewConnectionPage {...{ ui, kind, ...beside }} form={freshForm} />);
}

export async function create(
  visit: PersonVisit,
  ports: ConnectionsPorts,
  kind: ConnectionKindName,
): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readSettings(visit, { kind, aim: 'create' });
  const done = await withSettings(visit, read, ({ rev: _, ...given }) =>
    ports.create(person, { ...given, kind }),
  );
  if (!done.ok) {
    const beside = await besideOf(ports, person, kind);
    const page = <NewConnectionPage {...{ ui, kind, ...beside }} form={done.form} />;
    return answerPage(context, page, 422);
  }
  const { connectionId, secret } = done.value;
  if (secret !== undefined) {
    const connection = await ports.connectionOf(person, connectionId);
    return answerPage(context, <ConnectionSecretPage ui={ui} connection={connection} secret={secret} />);
  }
  if (!isAsked(kind)) return goTo(context, connectionHref(connectionId), 'created');
  return showOne(visit, ports, { connectionId, isTested: true });
}

/** What a form offers: other connections, which only one kind asks for, and tools, of which those with a catalogue do. */
async function besideOf(ports: ConnectionsPorts, person: PersonVisit['person'], kind: ConnectionKindName) {
  if (isSending(kind)) return kind === 'xapi' ? { others: await ports.connectionsOf(person) } : {};
  return { tools: await ports.startToolsOf(person) };
}

type Read = Awaited<ReturnType<typeof readSettings>>;

async function withSettings<Value>(
  visit: PersonVisit,
  read: Read,
  run: (settings: Extract<Read, { readonly ok: true }>['settings']) => Promise<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly form: FormState }> {
  if (!read.ok) return { ok: false, form: read.form };
  const done = await attempt(visit, read.form, () => run(read.settings));
  if (done.ok) return done;
  const { tokenNeeded: secret, startWrong: start } = visit.ui.t.connections;
  return { ok: false, form: withWords(visit.ui, done.form, { secret, start }) };
}

export async function showOne(
  visit: PersonVisit,
  ports: ConnectionsPorts,
  shown: {
    readonly connectionId?: string;
    readonly isTested?: boolean;
    readonly replayed?: Awaited<ReturnType<ConnectionsPorts['replay']>>;
  } = {},
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { connectionId = connectionIdIn(visit), replayed } = shown;
  const test = shown.isTested ? await ports.test(person, connectionId) : undefined;
  const page = context.req.method === 'GET' ? context.req.query('page') : undefined;
  const [connection, letters] = await Promise.all([
    ports.connectionOf(person, connectionId),
    ports.lettersOf(person, connectionId, page),
  ]);
  return answerPage(
    context,
    <ConnectionPage
      ui={ui}
      connection={connection}
      notice={notice}
      test={test}
      letters={letters}
      isFirst={page === undefined}
      replayed={replayed}
    />,
  );
}

export async function showSettings(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const connection = await ports.connectionOf(person, connectionIdIn(visit));
  const form = formOf(connection);
  const beside = await besideOf(ports, person, connection.kind);
  return answerPage(context, <ConnectionSettingsPage {...{ ui, connection, form, notice, ...beside }} />);
}

export async function change(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const connection = await ports.connectionOf(person, connectionIdIn(visit));
  const { connectionId, kind } = connection;
  const read = await readSettings(visit, { kind, aim: 'change' });
  const done = await withSettings(visit, read, (given) => ports.change(person, connectionId, given));
  if (done.ok) return goTo(context, tabHref(connectionId, 'settings'), 'saved');
  const beside = await besideOf(ports, person, kind);
  return answerPage(
    context,
    <ConnectionSettingsPage {...{ ui, connection, ...beside }} form={done.form} />,
    422,
  );
}

export async function askRotation(
  visit: PersonVisit,
  ports: ConnectionsPorts,
  form: FormState = emptyForm,
): Promise<Response> {
  const connection = await ports.connectionOf(visit.person, connectionIdIn(visit));
  const page = <RotateSecretPage ui={visit.ui} connection={connection} form={form} failure={form.failure} />;
  return answerPage(visit.context, page, form === emptyForm ? 200 : 422);
}

const secretForm = z.object({ secret: z.string().trim().max(1_000).default('') });

export async function rotate(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const connectionId = connectionIdIn(visit);
  const read = await readForm(context, secretForm, { other: ui.t.shell.fieldWrong });
  const bare = { ...read.form, values: { secret: '' } };
  if (!read.ok) return askRotation(visit, ports, bare);
  const given = read.data.secret === '' ? undefined : read.data.secret;
  const done = await attempt(visit, bare, () => ports.rotateSecret(person, connectionId, given));
  if (!done.ok) {
    return askRotation(visit, ports, withWords(ui, done.form, { secret: ui.t.connections.tokenMissing }));
  }
  if (done.value.secret === undefined) return showOne(visit, ports, { isTested: true });
  const connection = await ports.connectionOf(person, connectionId);
  return answerPage(
    context,
    <ConnectionSecretPage ui={ui} connection={connection} secret={done.value.secret} />,
  );
}

export async function askRemoval(
  visit: PersonVisit,
  ports: ConnectionsPorts,
  failure?: string,
): Promise<Response> {
  const connection = await ports.connectionOf(visit.person, connectionIdIn(visit));
  const page = <RemoveConnectionPage ui={visit.ui} connection={connection} failure={failure} />;
  return answerPage(visit.context, page, failure === undefined ? 200 : 409);
}

export async function remove(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const connectionId = connectionIdIn(visit);
  const done = await attempt(visit, emptyForm, () => ports.remove(person, connectionId));
  if (!done.ok) return askRemoval(visit, ports, done.form.failure ?? ui.t.problem.other);
  if (done.value === 'removing') return goTo(context, connectionHref(connectionId), 'saved');
  return goTo(context, connectionsPath, 'deleted');
}

export async function pauseOrResume(
  visit: PersonVisit,
  ports: ConnectionsPorts,
  action: 'pause' | 'resume',
): Promise<Response> {
  const connectionId = connectionIdIn(visit);
  await ports[action](visit.person, connectionId);
  return goTo(visit.context, tabHref(connectionId, 'settings'), 'saved');
}

const letterForm = z.object({ letter: z.string().min(1).max(300).optional() });

async function letterOf({ context, ui }: PersonVisit): Promise<string | undefined> {
  const read = await readForm(context, letterForm, { other: ui.t.shell.fieldWrong });
  return read.ok ? read.data.letter : '';
}

export async function replay(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  const replayed = await ports.replay(visit.person, connectionIdIn(visit), await letterOf(visit));
  return showOne(visit, ports, { replayed });
}

export async function discard(visit: PersonVisit, ports: ConnectionsPorts): Promise<Response> {
  await ports.discard(visit.person, connectionIdIn(visit), (await letterOf(visit)) ?? '');
  return goTo(visit.context, connectionHref(connectionIdIn(visit)), 'deleted');
}

import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm, withWords } from '../visit.ts';
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
import { type ConnectionKindName, type ConnectionsPorts, connectionKinds } from './ports.ts';
import {
  connectionAccess,
  connectionHref,
  connectionsPath,
  isAsked,
  isSending,
  operatorConnectionsPath,
  tabHref,
} from './tabs.ts';

const access = connectionAccess;
const one = `${connectionsPath}/:connectionId`;
const settings = () => import('./read-settings.ts');
export const connectionIdIn = ({ context }: PersonVisit): string => context.req.param('connectionId') ?? '';

interface At {
  readonly portal: Portal;
  readonly ports: ConnectionsPorts;
}

/** Connections of a provider to its own systems: made, tested, changed, paused, removed. */
export function registerConnections(portal: Portal, ports: ConnectionsPorts): void {
  portal.person({ method: 'GET', path: connectionsPath, access }, async ({ context, ui, person, notice }) => {
    const connections = await ports.connectionsOf(person);
    return answerPage(context, <ConnectionListPage ui={ui} connections={connections} notice={notice} />);
  });
  portal.person({ method: 'GET', path: `${connectionsPath}/new`, access }, async ({ context, ui }) =>
    answerPage(context, <ConnectionKindPage ui={ui} />),
  );
  const at = { portal, ports };
  for (const kind of connectionKinds) registerNew(at, kind);
  portal.person({ method: 'GET', path: one, access }, (visit) => showOne(visit, ports));
  registerSettings(at);
  registerRotation(at);
  registerRemoval(at);
  registerActions(at);
  registerLetters(at);
  portal.person(
    { method: 'GET', path: operatorConnectionsPath, access: ['role:operator'] },
    async ({ context, ui, person }) =>
      answerPage(context, <OperatorConnectionsPage ui={ui} connections={await ports.all(person)} />),
  );
}

function registerNew({ portal, ports }: At, kind: ConnectionKindName): void {
  const path = `${connectionsPath}/new/${kind}`;
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person }) => {
    const { freshForm } = await settings();
    const beside = await besideOf(ports, person, kind);
    return answerPage(context, <NewConnectionPage {...{ ui, kind, ...beside }} form={freshForm} />);
  });
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await (await settings()).readSettings(visit, { kind, aim: 'create' });
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
  });
}

/** What a form offers: other connections, which only one kind asks for, and tools, of which those with a catalogue do. */
async function besideOf(ports: ConnectionsPorts, person: PersonVisit['person'], kind: ConnectionKindName) {
  if (isSending(kind)) return kind === 'xapi' ? { others: await ports.connectionsOf(person) } : {};
  return { tools: await ports.startToolsOf(person) };
}

type Read = Awaited<ReturnType<Awaited<ReturnType<typeof settings>>['readSettings']>>;

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

async function showOne(
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

function registerSettings({ portal, ports }: At): void {
  const path = `${one}/settings`;
  portal.person({ method: 'GET', path, access }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const connection = await ports.connectionOf(person, connectionIdIn(visit));
    const form = (await settings()).formOf(connection);
    const beside = await besideOf(ports, person, connection.kind);
    return answerPage(context, <ConnectionSettingsPage {...{ ui, connection, form, notice, ...beside }} />);
  });
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const connection = await ports.connectionOf(person, connectionIdIn(visit));
    const { connectionId, kind } = connection;
    const read = await (await settings()).readSettings(visit, { kind, aim: 'change' });
    const done = await withSettings(visit, read, (given) => ports.change(person, connectionId, given));
    if (done.ok) return goTo(context, tabHref(connectionId, 'settings'), 'saved');
    const beside = await besideOf(ports, person, kind);
    return answerPage(
      context,
      <ConnectionSettingsPage {...{ ui, connection, ...beside }} form={done.form} />,
      422,
    );
  });
}

const secretForm = z.object({ secret: z.string().trim().max(1_000).default('') });

function registerRotation({ portal, ports }: At): void {
  const path = `${one}/rotate`;
  const ask = async (visit: PersonVisit, form: FormState = emptyForm) => {
    const connection = await ports.connectionOf(visit.person, connectionIdIn(visit));
    const page = (
      <RotateSecretPage ui={visit.ui} connection={connection} form={form} failure={form.failure} />
    );
    return answerPage(visit.context, page, form === emptyForm ? 200 : 422);
  };
  portal.person({ method: 'GET', path, access }, (visit) => ask(visit));
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const connectionId = connectionIdIn(visit);
    const read = await readForm(context, secretForm, { other: ui.t.shell.fieldWrong });
    const bare = { ...read.form, values: { secret: '' } };
    if (!read.ok) return ask(visit, bare);
    const given = read.data.secret === '' ? undefined : read.data.secret;
    const done = await attempt(visit, bare, () => ports.rotateSecret(person, connectionId, given));
    if (!done.ok) return ask(visit, withWords(ui, done.form, { secret: ui.t.connections.tokenMissing }));
    if (done.value.secret === undefined) return showOne(visit, ports, { isTested: true });
    const connection = await ports.connectionOf(person, connectionId);
    return answerPage(
      context,
      <ConnectionSecretPage ui={ui} connection={connection} secret={done.value.secret} />,
    );
  });
}

function registerRemoval({ portal, ports }: At): void {
  const path = `${one}/remove`;
  const ask = async (visit: PersonVisit, failure?: string) => {
    const connection = await ports.connectionOf(visit.person, connectionIdIn(visit));
    const page = <RemoveConnectionPage ui={visit.ui} connection={connection} failure={failure} />;
    return answerPage(visit.context, page, failure === undefined ? 200 : 409);
  };
  portal.person({ method: 'GET', path, access }, (visit) => ask(visit));
  portal.person({ method: 'POST', path, access }, async (visit) => {
    const { context, person, ui } = visit;
    const connectionId = connectionIdIn(visit);
    const done = await attempt(visit, emptyForm, () => ports.remove(person, connectionId));
    if (!done.ok) return ask(visit, done.form.failure ?? ui.t.problem.other);
    if (done.value === 'removing') return goTo(context, connectionHref(connectionId), 'saved');
    return goTo(context, connectionsPath, 'deleted');
  });
}

function registerActions({ portal, ports }: At): void {
  for (const action of ['pause', 'resume'] as const) {
    portal.person({ method: 'POST', path: `${one}/${action}`, access }, async (visit) => {
      const connectionId = connectionIdIn(visit);
      await ports[action](visit.person, connectionId);
      return goTo(visit.context, tabHref(connectionId, 'settings'), 'saved');
    });
  }
  // What a test came to is worth seeing, and comes out otherwise next time.
  portal.person({ method: 'POST', path: `${one}/test`, access, replayable: false }, (visit) =>
    showOne(visit, ports, { isTested: true }),
  );
}

const letterForm = z.object({ letter: z.string().min(1).max(300).optional() });

function registerLetters({ portal, ports }: At): void {
  const letterOf = async ({ context, ui }: PersonVisit) => {
    const read = await readForm(context, letterForm, { other: ui.t.shell.fieldWrong });
    return read.ok ? read.data.letter : '';
  };
  portal.person({ method: 'POST', path: `${one}/replay`, access, replayable: false }, async (visit) => {
    const replayed = await ports.replay(visit.person, connectionIdIn(visit), await letterOf(visit));
    return showOne(visit, ports, { replayed });
  });
  portal.person({ method: 'POST', path: `${one}/discard`, access }, async (visit) => {
    await ports.discard(visit.person, connectionIdIn(visit), (await letterOf(visit)) ?? '');
    return goTo(visit.context, connectionHref(connectionIdIn(visit)), 'deleted');
  });
}

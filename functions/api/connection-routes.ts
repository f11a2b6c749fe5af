import type { Connection, DeadLetter } from '@sinau/connectors';
import type { Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ConnectionDesk } from '../shared/connection-parts.ts';
import type { ApiDeps } from './deps.ts';

const base = '/api/connections';
const one = `${base}/:connectionId`;
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const replaySchema = z.strictObject({ letterId: z.string().min(1).max(300).exactOptional() });
const secretSchema = z.strictObject({ secret: z.string().min(1).max(1_000).exactOptional() });
/** The use case checks every field; what is no object is none of its requests. */
const anything = z.record(z.string(), z.unknown());

type Deps = Pick<ApiDeps, 'connectors'>;
const useCases = () => import('@sinau/connectors');

/** Connections of a provider, and of all providers for machines of the platform. */
export function addConnectionRoutes(app: HttpApp, deps: Deps): void {
  app.route({ method: 'GET', path: base, access: read }, async (c) => {
    const { listConnections } = await useCases();
    const desk = await deps.connectors();
    const found = await listConnections(desk, { principal: c.get('principal') });
    return c.json({ connections: await Promise.all(found.map((connection) => viewOf(desk, connection))) });
  });
  // The answer may hold a secret, once.
  app.route({ method: 'POST', path: base, access: write, replayable: false }, async (c) => {
    const { createConnection } = await useCases();
    const desk = await deps.connectors();
    const request = (await readJson(c.req, anything)) as never;
    const { connection, secret } = await createConnection(desk, { principal: c.get('principal'), request });
    const view = { ...(await viewOf(desk, connection)), ...(secret !== undefined && { secret }) };
    return c.json(view, 201, { location: `${base}/${connection.connectionId}` });
  });
  app.route({ method: 'GET', path: one, access: read }, async (c) =>
    c.json(await oneOf(deps, at(c.get('principal'), c.req.param('connectionId')))),
  );
  app.route({ method: 'PUT', path: one, access: write }, async (c) => {
    const { changeConnection } = await useCases();
    const input = at(c.get('principal'), c.req.param('connectionId'));
    const request = (await readJson(c.req, anything)) as never;
    await changeConnection(await deps.connectors(), { ...input, request });
    return c.json(await oneOf(deps, input));
  });
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => {
    const { removeConnection } = await useCases();
    const input = at(c.get('principal'), c.req.param('connectionId'));
    const windUp = c.req.query('windUp') === 'true';
    const outcome = await removeConnection(await deps.connectors(), { ...input, windUp });
    return outcome === 'removed' ? c.body(null, 204) : c.json(await oneOf(deps, input), 202);
  });
  addActions(app, deps);
  addLetters(app, deps);
}

function addActions(app: HttpApp, deps: Deps): void {
  for (const name of ['pause', 'resume'] as const) {
    app.route({ method: 'POST', path: `${one}/${name}`, access: write }, async (c) => {
      const { pauseConnection, resumeConnection } = await useCases();
      const input = at(c.get('principal'), c.req.param('connectionId'));
      await (name === 'pause' ? pauseConnection : resumeConnection)(await deps.connectors(), input);
      return c.json(await oneOf(deps, input));
    });
  }
  app.route({ method: 'POST', path: `${one}/test`, access: write, replayable: false }, async (c) => {
    const { testConnection } = await useCases();
    const input = at(c.get('principal'), c.req.param('connectionId'));
    return c.json(await testConnection(await deps.connectors(), input));
  });
  app.route({ method: 'POST', path: `${one}/rotate-secret`, access: write, replayable: false }, async (c) => {
    const { rotateSecret } = await useCases();
    const given = await readJson(c.req, secretSchema);
    const input = at(c.get('principal'), c.req.param('connectionId'));
    return c.json(await rotateSecret(await deps.connectors(), { ...input, ...given }));
  });
}

function addLetters(app: HttpApp, deps: Deps): void {
  app.route({ method: 'GET', path: `${one}/failed-work`, access: read }, async (c) => {
    const { listLetters } = await useCases();
    const after = c.req.query('after');
    const input = at(c.get('principal'), c.req.param('connectionId'));
    const page = { ...input, ...(after !== undefined && { after }) };
    const { letters, next } = await listLetters(await deps.connectors(), page);
    return c.json({ failed: letters.map(letterView), ...(next !== undefined && { next }) });
  });
  app.route(
    { method: 'POST', path: `${one}/failed-work/replay`, access: write, replayable: false },
    async (c) => {
      const { replayLetter, replayLetters } = await useCases();
      const { letterId } = await readJson(c.req, replaySchema);
      const input = at(c.get('principal'), c.req.param('connectionId'));
      const desk = await deps.connectors();
      if (letterId === undefined) return c.json(await replayLetters(desk, input));
      await replayLetter(desk, { ...input, letterId });
      return c.json({ replayed: 1, more: false });
    },
  );
  app.route({ method: 'DELETE', path: `${one}/failed-work/:letterId`, access: write }, async (c) => {
    const { discardLetter } = await useCases();
    const letterId = c.req.param('letterId');
    const input = at(c.get('principal'), c.req.param('connectionId'));
    await discardLetter(await deps.connectors(), { ...input, letterId });
    return c.body(null, 204);
  });
}

const at = (principal: Principal, connectionId: string) => ({ principal, connectionId });

async function oneOf(deps: Deps, input: ReturnType<typeof at>) {
  const { ownConnection } = await useCases();
  const desk = await deps.connectors();
  return viewOf(desk, await ownConnection(desk, input));
}

/** Everything but the secret, which nobody is shown again. */
async function viewOf(desk: ConnectionDesk, connection: Connection) {
  const { showHealth } = await useCases();
  const { sealedSecrets, ...shown } = connection;
  return { ...shown, hasSecret: sealedSecrets !== undefined, health: await showHealth(desk, connection) };
}

function letterView({ letterId, message, at: failedAt, reason, tries, replays }: DeadLetter) {
  const { connectionId: _, ...work } = message;
  return { letterId, work, failedAt, reason, tries, replays };
}

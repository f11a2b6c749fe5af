import {
  type Connection,
  changeConnection,
  createConnection,
  type DeadLetter,
  discardLetter,
  listConnections,
  listLetters,
  ownConnection,
  pauseConnection,
  removeConnection,
  replayLetter,
  replayLetters,
  resumeConnection,
  rotateSecret,
  showHealth,
  testConnection,
} from '@sinau/connectors';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ConnectionDesk } from '../shared/connection-parts.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ConnectionContext as Context, ConnectionRouteDeps as Deps } from './connection-routes.ts';

const replaySchema = z.strictObject({ letterId: z.string().min(1).max(300).exactOptional() });
const secretSchema = z.strictObject({ secret: z.string().min(1).max(1_000).exactOptional() });
/** The use case checks every field; what is no object is none of its requests. */
const anything = z.record(z.string(), z.unknown());

export async function list(c: Context, deps: Deps): Promise<Response> {
  const desk = await deps.connectors();
  const found = await listConnections(desk, { principal: c.get('principal') });
  return c.json({ connections: await Promise.all(found.map((connection) => viewOf(desk, connection))) });
}

export async function create(c: Context, deps: Deps): Promise<Response> {
  const desk = await deps.connectors();
  const request = (await readJson(c.req, anything)) as never;
  const { connection, secret } = await createConnection(desk, { principal: c.get('principal'), request });
  const view = { ...(await viewOf(desk, connection)), ...(secret !== undefined && { secret }) };
  return c.json(view, 201, { location: `/api/connections/${connection.connectionId}` });
}

export const show = async (c: Context, deps: Deps): Promise<Response> => c.json(await oneOf(c, deps));

export async function change(c: Context, deps: Deps): Promise<Response> {
  const request = (await readJson(c.req, anything)) as never;
  await changeConnection(await deps.connectors(), { ...at(c), request });
  return c.json(await oneOf(c, deps));
}

export async function remove(c: Context, deps: Deps): Promise<Response> {
  const windUp = c.req.query('windUp') === 'true';
  const outcome = await removeConnection(await deps.connectors(), { ...at(c), windUp });
  return outcome === 'removed' ? c.body(null, 204) : c.json(await oneOf(c, deps), 202);
}

export async function pause(c: Context, deps: Deps): Promise<Response> {
  await pauseConnection(await deps.connectors(), at(c));
  return c.json(await oneOf(c, deps));
}

export async function resume(c: Context, deps: Deps): Promise<Response> {
  await resumeConnection(await deps.connectors(), at(c));
  return c.json(await oneOf(c, deps));
}

export const test = async (c: Context, deps: Deps): Promise<Response> =>
  c.json(await testConnection(await deps.connectors(), at(c)));

export async function rotate(c: Context, deps: Deps): Promise<Response> {
  const given = await readJson(c.req, secretSchema);
  return c.json(await rotateSecret(await deps.connectors(), { ...at(c), ...given }));
}

export async function letters(c: Context, deps: Deps): Promise<Response> {
  const { principal, connectionId } = at(c);
  const pages = sealedPages(deps, { list: 'connection-letters', by: principal, of: connectionId });
  const page = { principal, connectionId, ...pages.open(c.req.query('after')) };
  const { letters: found, next } = await listLetters(await deps.connectors(), page);
  return c.json({ failed: found.map(letterView), ...(next !== undefined && { next: pages.seal(next) }) });
}

export async function replay(c: Context, deps: Deps): Promise<Response> {
  const { letterId } = await readJson(c.req, replaySchema);
  const desk = await deps.connectors();
  if (letterId === undefined) return c.json(await replayLetters(desk, at(c)));
  await replayLetter(desk, { ...at(c), letterId });
  return c.json({ replayed: 1, more: false });
}

export async function discard(c: Context, deps: Deps): Promise<Response> {
  const letterId = c.req.param('letterId') ?? '';
  await discardLetter(await deps.connectors(), { ...at(c), letterId });
  return c.body(null, 204);
}

const at = (c: Context) => ({
  principal: c.get('principal'),
  connectionId: c.req.param('connectionId') ?? '',
});

async function oneOf(c: Context, deps: Deps) {
  const desk = await deps.connectors();
  return viewOf(desk, await ownConnection(desk, at(c)));
}

/** Everything but the secret, which nobody is shown again. */
async function viewOf(desk: ConnectionDesk, connection: Connection) {
  const { sealedSecrets, ...shown } = connection;
  return { ...shown, hasSecret: sealedSecrets !== undefined, health: await showHealth(desk, connection) };
}

function letterView({ letterId, message, at: failedAt, reason, tries, replays }: DeadLetter) {
  const { connectionId: _, ...work } = message;
  return { letterId, work, failedAt, reason, tries, replays };
}

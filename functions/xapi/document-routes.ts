import type { AuAccess } from '@sinau/delivery';
import { type ClientPrincipal, InvalidInput, type Scope } from '@sinau/kernel';
import {
  type DocumentAddress,
  deleteDocument,
  deleteDocuments,
  getDocument,
  listDocumentIds,
  mergeDocument,
  type Precondition,
  putDocument,
} from '@sinau/lrs';
import { AccessDenied, type AppEnv, type HttpApp, NotFound } from '@sinau/platform/http';
import {
  type DocumentMethod,
  type DocumentOwner,
  type DocumentQuery,
  parseDocumentQuery,
  parseJson,
  parseMediaType,
  type XapiVersion,
} from '@sinau/xapi';
import type { Context } from 'hono';
import { callerOf, storeOf } from './caller.ts';
import type { XapiDeps } from './deps.ts';
import { parseEntityTags } from './entity-tags.ts';
import { refused } from './read-statements.ts';
import { requireVersion } from './request-version.ts';
import { parametersOf } from './statement-writes.ts';

const resources: readonly { resource: DocumentOwner['resource']; path: string; scope: Scope }[] = [
  { resource: 'state', path: '/xapi/activities/state', scope: 'state' },
  { resource: 'agent-profile', path: '/xapi/agents/profile', scope: 'profile' },
  { resource: 'activity-profile', path: '/xapi/activities/profile', scope: 'profile' },
];

/** State, Agent Profile and Activity Profile documents: one set of rules, three addresses. */
export function addDocumentRoutes(app: HttpApp, deps: XapiDeps): void {
  for (const { resource, path, scope } of resources) {
    const access = [`scope:${scope}`, 'au'] as const;
    for (const method of ['GET', 'PUT', 'POST', 'DELETE'] as const) {
      const shows =
        method === 'GET' && resource !== 'activity-profile' ? { reads: { what: 'learning' } as const } : {};
      app.route({ method, path, access, maxBodyBytes: deps.limits.documentBytes, ...shows }, async (c) => {
        const version = requireVersion(c.req);
        const parsed = parseDocumentQuery(parametersOf(c), { version, resource, method });
        if (!parsed.ok) throw refused('The parameters are not right.', parsed.issues);
        const asked = ofItsRegistration(c, parsed.query);
        const bytes =
          method === 'PUT' || method === 'POST' ? new Uint8Array(await c.req.arrayBuffer()) : undefined;
        const query = await admit(c, deps, { query: asked, method, bytes });
        const request = { query, version, bytes };
        return method === 'GET' ? read(c, deps, query) : change(c, deps, { method, ...request });
      });
    }
  }
}

interface DocumentRequest {
  readonly query: DocumentQuery;
  readonly method: DocumentMethod;
  readonly bytes: Uint8Array | undefined;
}

/** Tin Can packages may leave the registration out: what they keep belongs to the one they were launched in. */
function ofItsRegistration(c: Context<AppEnv>, query: DocumentQuery): DocumentQuery {
  const caller = callerOf(c.get('principal'));
  const { owner } = query;
  if (caller.kind !== 'au' || !caller.tincan || owner.resource !== 'state') return query;
  return { ...query, owner: { ...owner, registration: owner.registration ?? caller.registration } };
}

/** Object-level checks: an AU at its own documents, an agency at those of its own people. Answers what is meant. */
async function admit(c: Context<AppEnv>, deps: XapiDeps, request: DocumentRequest): Promise<DocumentQuery> {
  const caller = callerOf(c.get('principal'));
  const { query } = request;
  if (caller.kind !== 'au') {
    await admitClient(deps, caller, request);
    return query;
  }
  const { profileOf } = await deps.aus.check(caller, auAccessOf(c, request));
  if (profileOf === undefined) return query;
  return { ...query, owner: { resource: 'activity-profile', activityId: profileOf } };
}

function auAccessOf(c: Context<AppEnv>, { query, method, bytes }: DocumentRequest): AuAccess {
  const contentType = c.req.header('content-type');
  return {
    ...query.owner,
    method,
    ...(query.kind === 'one' && { documentId: query.documentId }),
    ...(contentType !== undefined && { contentType }),
    ...(bytes && { body: bytes }),
  };
}

async function admitClient(
  deps: XapiDeps,
  client: ClientPrincipal,
  { query, method }: DocumentRequest,
): Promise<void> {
  const { tenant } = client;
  if (tenant.kind === 'platform') return;
  const { owner } = query;
  if (owner.resource === 'activity-profile') {
    // Profiles of activities are shared by everybody who learns with them.
    if (method === 'GET') return;
    throw new AccessDenied('Only clients of the platform write profiles of activities.');
  }
  const [agencies] = await deps.directory.agenciesOf([owner.agent]);
  if (tenant.kind === 'agency' && agencies?.includes(tenant.agencyId)) return;
  throw new AccessDenied('This agent is not one of your people.');
}

async function read(c: Context<AppEnv>, { lrs }: XapiDeps, query: DocumentQuery): Promise<Response> {
  const store = storeOf(callerOf(c.get('principal')));
  if (query.kind === 'many') {
    const { ids, lastModified } = await listDocumentIds(lrs, { store, ...query });
    if (lastModified !== undefined) c.header('last-modified', new Date(lastModified).toUTCString());
    return c.json(ids);
  }
  const document = await getDocument(lrs, { store, ...query });
  if (!document) throw new NotFound('There is no such document.');
  return c.body(new Uint8Array(document.bytes), 200, {
    'content-type': document.contentType,
    etag: `"${document.etag}"`,
    'last-modified': new Date(document.updated).toUTCString(),
    // A document is whatever a client stored: never a page of this site.
    'content-disposition': 'attachment',
  });
}

async function change(
  c: Context<AppEnv>,
  { lrs }: XapiDeps,
  request: DocumentRequest & { readonly version: XapiVersion },
): Promise<Response> {
  const { query, method, bytes = new Uint8Array() } = request;
  const store = storeOf(callerOf(c.get('principal')));
  if (query.kind === 'many') await deleteDocuments(lrs, { store, owner: query.owner });
  else {
    const { owner, documentId } = query;
    const precondition = preconditionOf(c);
    const content = { contentType: c.req.header('content-type') ?? 'application/octet-stream', bytes };
    const write = { address: { store, owner, documentId }, content, precondition };
    if (method === 'DELETE') await deleteDocument(lrs, write);
    else if (method === 'POST') {
      checkJson(content);
      await mergeDocument(lrs, write);
    } else {
      const mustSayWhich = owner.resource !== 'state' || request.version === '2.0.0';
      await refuseBlindProfile(lrs, write, request.version);
      await putDocument(lrs, { ...write, mustSayWhich });
    }
  }
  return c.body(null, 204);
}

/** A POST of JSON must be an object, whether or not there is something to merge it with (1.0.3 Communication 2.2). */
function checkJson(write: { readonly contentType: string; readonly bytes: Uint8Array }): void {
  if (parseMediaType(write.contentType)?.type !== 'application/json') return;
  const parsed = parseJson(write.bytes);
  if (!parsed.ok) throw refused('The document is not usable JSON.', parsed.issues);
  const { value } = parsed;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new InvalidInput('A document that is posted as JSON must be an object.');
}

/**
 * State may be overwritten blindly in 1.0.3, on which cmi5 content relies; in 2.0 nothing may. A profile of 1.0.3 even
 * wants the header for a new document (1.0.3 Communication 3.1): 400 then, and 409 where there is one.
 */
async function refuseBlindProfile(
  lrs: XapiDeps['lrs'],
  { address, precondition }: { readonly address: DocumentAddress; readonly precondition: Precondition },
  version: XapiVersion,
): Promise<void> {
  const blind = precondition.ifMatch === undefined && precondition.ifNoneMatch === undefined;
  if (!blind || version === '2.0.0' || address.owner.resource === 'state') return;
  if (await getDocument(lrs, address)) return;
  throw new InvalidInput('A PUT of a profile needs the header If-Match, or If-None-Match: * for a new one.');
}

function preconditionOf(c: Context<AppEnv>): Precondition {
  const ifMatch = parseEntityTags(c.req.header('if-match'));
  const ifNoneMatch = parseEntityTags(c.req.header('if-none-match'));
  return { ...(ifMatch && { ifMatch }), ...(ifNoneMatch && { ifNoneMatch }) };
}

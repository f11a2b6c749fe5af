import { RuleBroken } from '@sinau/delivery';
import { type ClientPrincipal, InvalidInput } from '@sinau/kernel';
import { storeStatements } from '@sinau/lrs';
import { AccessDenied, type AppEnv, type HttpApp } from '@sinau/platform/http';
import {
  type Actor,
  type Agent,
  identityOf,
  isVoiding,
  parsePutStatementQuery,
  type Statement,
  sameAgent,
  targetOf,
} from '@sinau/xapi';
import type { Context } from 'hono';
import { nationalStore as store, throwUnlessStored } from '../shared/record-writer.ts';
import { authorityOf, callerOf, hasScope } from './caller.ts';
import type { IncomingStatements, XapiDeps } from './deps.ts';
import { readStatements, refused, type StatementsBody } from './read-statements.ts';
import { requireVersion } from './request-version.ts';

/** POST and PUT /statements. */
export function addStatementWrites(app: HttpApp, deps: XapiDeps): void {
  const access = ['scope:statements/write', 'au'] as const;
  const maxBodyBytes = deps.limits.statementsBodyBytes;

  app.route({ method: 'POST', path: '/xapi/statements', access, maxBodyBytes }, async (c) => {
    refuseParameters(c);
    const body = await readBody(c, deps);
    // A session's own statements come with their ids or not at all (cmi5 9.1); the gate says so.
    const principal = c.get('principal');
    if (principal.kind === 'au' && !principal.tincan) refuseWithoutId(body.statements);
    const newId = idMaker(c, deps);
    const incoming = withIds(body, (one, n) => one.id ?? newId(n));
    await accept(c, deps, incoming);
    return c.json(incoming.statements.map(({ id }) => id.toLowerCase()));
  });

  app.route({ method: 'PUT', path: '/xapi/statements', access, maxBodyBytes }, async (c) => {
    const query = parsePutStatementQuery(parametersOf(c), requireVersion(c.req));
    if (!query.ok) throw refused('The parameters are not right.', query.issues);
    const body = await readBody(c, deps);
    const [statement] = body.statements;
    if (!statement || !body.single) throw new InvalidInput('PUT takes one statement, not a list.');
    if (statement.id !== undefined && statement.id.toLowerCase() !== query.statementId) {
      throw new InvalidInput('The id of the statement differs from the parameter statementId.', {
        issues: [{ path: '/id', message: 'must equal the parameter statementId' }],
      });
    }
    await accept(
      c,
      deps,
      withIds(body, () => query.statementId),
    );
    return c.body(null, 204);
  });
}

/**
 * Ids for statements that came without. Under an Idempotency-Key they follow from caller and key, so that a repeated
 * request stores nothing twice and the key with another body is a conflict (case R1).
 */
function idMaker(c: Context<AppEnv>, { ids, lrs }: XapiDeps): (index: number) => string {
  const key = c.req.header('idempotency-key');
  const caller = c.get('principal');
  if (!key || caller.kind !== 'client') return () => ids.uuid();
  return (index) => {
    const hash = lrs.digest.sha256(JSON.stringify([caller.clientId, key, index]));
    // Version 8 (RFC 9562): a UUID whose bits we choose.
    return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5');
  };
}

/**
 * Decoded parameters in order. Libraries of Tin Can packages hand on whatever else stood in their launch address (TinCanJS,
 * `extended`); of theirs, only what this door knows is looked at.
 */
export function parametersOf(c: Context<AppEnv>): Iterable<readonly [string, string]> {
  const { searchParams } = new URL(c.req.url);
  const principal = c.get('principal');
  if (principal.kind !== 'au' || !principal.tincan) return searchParams;
  return [...searchParams].filter(([name]) => knownParameters.has(name));
}

const knownParameters: ReadonlySet<string> = new Set([
  ...['statementId', 'voidedStatementId', 'agent', 'verb', 'activity', 'registration', 'since', 'until'],
  ...['related_activities', 'related_agents', 'limit', 'format', 'attachments', 'ascending', 'cursor'],
  ...['activityId', 'stateId', 'profileId'],
]);

/** For requests that know no parameters at all. */
export function refuseParameters(c: Context<AppEnv>): void {
  const [first] = parametersOf(c);
  if (first === undefined) return;
  const [name] = first;
  throw refused('This request takes no parameters.', [
    { path: `?${name.slice(0, 80)}`, message: 'is not a parameter here', requirement: 'XAPI-00324' },
  ]);
}

type IncomingBody = StatementsBody & Pick<IncomingStatements, 'version'>;

async function readBody(c: Context<AppEnv>, deps: XapiDeps): Promise<IncomingBody> {
  const version = requireVersion(c.req);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const body = { contentType: c.req.header('content-type'), bytes };
  const options = { version, maxStatements: deps.limits.statementsPerRequest };
  return { ...readStatements(body, options), version };
}

function refuseWithoutId(statements: readonly Statement[]): void {
  const index = statements.findIndex(({ id }) => id === undefined);
  if (index < 0) return;
  throw new RuleBroken(
    { requirement: '9.1.0.0-1', message: 'A statement of a session needs an id made by the AU.' },
    `/${index}/id`,
  );
}

function withIds(
  { statements, texts, version, attachments }: IncomingBody,
  idOf: (statement: Statement, index: number) => string,
): IncomingStatements {
  const sources = new Map<Statement, string>();
  const all = statements.map((one, index) => {
    const statement = { ...one, id: idOf(one, index) };
    const text = texts[index];
    if (text !== undefined) sources.set(statement, text);
    return statement;
  });
  return { version, statements: all, sources, attachments };
}

async function accept(c: Context<AppEnv>, deps: XapiDeps, incoming: IncomingStatements): Promise<void> {
  const caller = callerOf(c.get('principal'));
  if (incoming.statements.length === 0) return;
  if (caller.kind === 'au') {
    await deps.aus.accept({ ...incoming, principal: caller });
    return;
  }
  await refuseForeignPeople(deps, caller, incoming.statements);
  const authority = authorityOf(caller, deps.issuer);
  if (caller.tenant.kind !== 'platform') await refuseForeignVoiding(deps, authority, incoming.statements);
  const result = await storeStatements(deps.lrs, {
    ...incoming,
    store,
    authority,
    mayDefine: hasScope(caller, 'define') || caller.tenant.kind === 'platform',
    voids: caller.tenant.kind === 'platform' ? 'any' : 'own',
  });
  throwUnlessStored(result);
}

/** Agents looked up at once. */
const together = 20;

/** An agency speaks for its own people and for nobody else's, whatever it calls them (case E10). */
async function refuseForeignPeople(
  deps: XapiDeps,
  client: ClientPrincipal,
  statements: readonly Statement[],
): Promise<void> {
  const { tenant } = client;
  if (tenant.kind !== 'agency') return;
  const people = new Map<string, Actor>();
  for (const { actor } of statements) {
    for (const person of peopleOf(actor)) people.set(identityOf(person) ?? '', person);
  }
  const own = authorityOf(client, deps.issuer);
  const isOurs = ({ account }: Actor) => account?.homePage === deps.issuer;
  const ours = [...people.values()].filter(isOurs);
  for (const [n, agencies] of (await deps.directory.agenciesOf(ours)).entries()) {
    // Accounts of this deployment that belong to no agency are staff, other clients and the LMS itself.
    const isItself = ours[n]?.account?.name === own.account?.name;
    if (!isItself && !agencies.includes(tenant.agencyId)) throw new AccessDenied(notOneOfYours);
  }
  const others = [...people.values()].filter((person) => !isOurs(person));
  for (let n = 0; n < others.length; n += together) {
    const some = others.slice(n, n + together).map((person) => deps.directory.agenciesOfNamed(person));
    // Who is nobody here may be anybody elsewhere.
    const foreign = (await Promise.all(some)).find(
      (agencies) => agencies?.includes(tenant.agencyId) === false,
    );
    if (foreign) throw new AccessDenied(notOneOfYours);
  }
}

const notOneOfYours = 'The actor of a statement is not one of your people.';

function peopleOf(actor: Actor): readonly Actor[] {
  return actor.objectType === 'Group' ? [actor, ...(actor.member ?? [])] : [actor];
}

/**
 * Whoever stored a statement may void it, and nobody else but clients of the platform (case E10).
 * Against a target that comes later, or just now, the record store lets the statement count by the same rule.
 */
async function refuseForeignVoiding(
  { lrs }: XapiDeps,
  authority: Agent,
  statements: readonly Statement[],
): Promise<void> {
  const targets = new Set(statements.filter(isVoiding).map((statement) => targetOf(statement) ?? ''));
  const found = await Promise.all([...targets].map((id) => lrs.statements.find(store, id)));
  if (found.every((target) => !target || sameAgent(target.recorded.statement.authority, authority))) return;
  throw new AccessDenied('A statement is voided by the client that stored it.');
}

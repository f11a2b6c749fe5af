import type { AppEnv, HttpApp } from '@sinau/platform/http';
import { NotFound } from '@sinau/platform/http';
import {
  attachmentsOf,
  contextActivitiesOf,
  formatCanonical,
  formatIds,
  parseStatementQuery,
  registrationOf,
  type StatementOutput,
  type StatementQuery,
  type StoredStatement,
  subStatementOf,
  writeMultipart,
} from '@sinau/xapi';
import type { Context } from 'hono';
import { type Caller, callerOf, readerOf } from './caller.ts';
import type { XapiDeps } from './deps.ts';
import { moreUrl, openMore } from './more.ts';
import type { Reader } from './ports.ts';
import { refused } from './read-statements.ts';
import { requireVersion } from './request-version.ts';
import { parametersOf } from './statement-writes.ts';

/** GET (and with it HEAD) /statements. */
export function addStatementReads(app: HttpApp, deps: XapiDeps): void {
  const access = ['scope:statements/read', 'scope:statements/read/mine', 'au'] as const;
  app.route({ method: 'GET', path: '/xapi/statements', access }, async (c) => {
    const version = requireVersion(c.req);
    const caller = callerOf(c.get('principal'));
    const cursor = cursorOf(c);
    if (cursor !== undefined) {
      const more = openMore(deps.signer, caller, cursor);
      await admitAu(deps, caller, more.query);
      return answerList(c, deps, { caller, ...more });
    }
    const parsed = parseStatementQuery(parametersOf(c), version);
    if (!parsed.ok) throw refused('The parameters are not right.', parsed.issues);
    await admitAu(deps, caller, parsed.query);
    return parsed.query.kind === 'single'
      ? answerSingle(c, deps, { caller, query: parsed.query })
      : answerList(c, deps, { caller, query: parsed.query });
  });
}

/** The cursor stands alone: everything else is inside it. */
function cursorOf(c: Context<AppEnv>): string | undefined {
  const parameters = [...parametersOf(c)];
  const [first] = parameters;
  return parameters.length === 1 && first?.[0] === 'cursor' ? first[1] : undefined;
}

/** An AU reads the statements of its own registration alone. */
async function admitAu(deps: XapiDeps, caller: Caller, query: StatementQuery): Promise<void> {
  if (caller.kind !== 'au') return;
  const registration = query.kind === 'single' ? caller.registration : query.filter.registration;
  await deps.aus.check(caller, {
    resource: 'statements',
    ...(registration !== undefined && { registration }),
  });
}

const readerFor = (deps: XapiDeps, caller: Caller): Reader =>
  caller.kind === 'au' ? { kind: 'all' } : readerOf(caller, deps.issuer);

async function answerSingle(
  c: Context<AppEnv>,
  deps: XapiDeps,
  single: { readonly caller: Caller; readonly query: Extract<StatementQuery, { kind: 'single' }> },
): Promise<Response> {
  const { caller, query } = single;
  const found = await deps.records.find({ ...query, reader: readerFor(deps, caller) });
  // A foreign statement looks like none (case C2).
  const hidden = caller.kind === 'au' && found && registrationOf(found) !== caller.registration;
  if (!found || hidden) throw new NotFound('There is no such statement, or it is not yours to see.');
  const [statement = found] = await formatAll(c, deps, { statements: [found], query });
  const lastModified = new Date(found.stored).toUTCString();
  return write(c, deps, {
    query,
    statements: [found],
    body: statement,
    headers: { 'last-modified': lastModified },
  });
}

async function answerList(
  c: Context<AppEnv>,
  deps: XapiDeps,
  list: {
    readonly caller: Caller;
    readonly query: Extract<StatementQuery, { kind: 'list' }>;
    readonly after?: string;
  },
): Promise<Response> {
  const { caller, query, after } = list;
  const page = await deps.records.query({
    reader: readerFor(deps, caller),
    filter: query.filter,
    ...(after !== undefined && { after }),
  });
  const more = page.next === undefined ? '' : moreUrl(deps.signer, caller, { query, after: page.next });
  const statements = await formatAll(c, deps, { statements: page.statements, query });
  return write(c, deps, { query, statements: page.statements, body: { statements, more }, headers: {} });
}

async function formatAll(
  c: Context<AppEnv>,
  deps: XapiDeps,
  page: { readonly statements: readonly StoredStatement[]; readonly query: StatementOutput },
): Promise<readonly StoredStatement[]> {
  const { statements, query } = page;
  if (query.format === 'exact') return statements;
  if (query.format === 'ids') return statements.map(formatIds);
  const definitions = await deps.records.definitions([...new Set(statements.flatMap(activityIdsOf))]);
  const sources = {
    acceptLanguage: c.req.header('accept-language'),
    definitionOf: (activityId: string) => definitions.get(activityId),
  };
  return statements.map((statement) => formatCanonical(statement, sources));
}

/** Activities that can show a definition. */
function activityIdsOf(statement: StoredStatement): readonly string[] {
  const inner = subStatementOf(statement);
  const objects = [statement.object, inner?.object].filter(
    (object) => object && (object.objectType === undefined || object.objectType === 'Activity'),
  );
  const around = [...contextActivitiesOf(statement.context), ...contextActivitiesOf(inner?.context)];
  return [...objects, ...around].flatMap((activity) => (activity && 'id' in activity ? [activity.id] : []));
}

async function write(
  c: Context<AppEnv>,
  deps: XapiDeps,
  answer: {
    readonly query: StatementOutput;
    readonly statements: readonly StoredStatement[];
    readonly body: unknown;
    readonly headers: Record<string, string>;
  },
): Promise<Response> {
  if (!answer.query.attachments) return c.json(answer.body, 200, answer.headers);
  const wanted = answer.statements.flatMap((statement) =>
    attachmentsOf(statement).map(({ sha2 }) => sha2.toLowerCase()),
  );
  const data = await deps.records.attachments([...new Set(wanted)]);
  const { contentType, body } = writeMultipart(JSON.stringify(answer.body), data, deps.ids.token(24));
  return c.body(body, 200, { ...answer.headers, 'content-type': contentType });
}

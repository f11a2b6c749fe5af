import {
  getStatement,
  loadAttachments,
  queryStatements,
  type Reader,
  type RecordedStatement,
  type StoreName,
} from '@sinau/lrs';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import { NotFound } from '@sinau/platform/http';
import {
  type ActivityDefinition,
  type AttachmentData,
  activitiesIn,
  attachmentsOf,
  formatCanonical,
  formatIds,
  parseStatementQuery,
  type StatementOutput,
  type StatementQuery,
  type StoredStatement,
  writeLike,
  writeMultipart,
} from '@sinau/xapi';
import type { Context } from 'hono';
import { createSolutionHider } from '../shared/hide-solutions.ts';
import { lmsAuthority } from '../shared/record-writer.ts';
import { type Caller, callerOf, readerOf, storeOf } from './caller.ts';
import type { XapiDeps } from './deps.ts';
import { moreUrl, openMore } from './more.ts';
import { refused } from './read-statements.ts';
import { requireVersion } from './request-version.ts';
import { parametersOf } from './statement-writes.ts';

/** GET (and with it HEAD) /statements. */
export function addStatementReads(app: HttpApp, deps: XapiDeps): void {
  const access = ['scope:statements/read', 'scope:statements/read/mine', 'au'] as const;
  app.route({ method: 'GET', path: '/xapi/statements', access, reads: { what: 'statements' } }, async (c) => {
    const version = requireVersion(c.req);
    const caller = callerOf(c.get('principal'));
    const cursor = cursorOf(c);
    if (cursor !== undefined) {
      const more = openMore(deps.signer, caller, cursor);
      const reader = await readerFor(deps, caller, more.query);
      return answerList(c, deps, { caller, reader, ...more });
    }
    const parsed = parseStatementQuery(parametersOf(c), version);
    if (!parsed.ok) throw refused('The parameters are not right.', parsed.issues);
    const reader = await readerFor(deps, caller, parsed.query);
    return parsed.query.kind === 'single'
      ? answerSingle(c, deps, { reader, query: parsed.query })
      : answerList(c, deps, { caller, reader, query: parsed.query });
  });
}

/** The cursor stands alone: everything else is inside it. */
function cursorOf(c: Context<AppEnv>): string | undefined {
  const parameters = [...parametersOf(c)];
  const [first] = parameters;
  return parameters.length === 1 && first?.[0] === 'cursor' ? first[1] : undefined;
}

/**
 * An AU reads what was recorded of its own learner under its own registration, by the LMS and under its eyes: whatever
 * another client stores with the same registration is not shown to content (case C3).
 */
async function readerFor(deps: XapiDeps, caller: Caller, query: StatementQuery): Promise<Reader> {
  if (caller.kind !== 'au') return readerOf(caller, deps.issuer);
  const asked = query.kind === 'single' ? caller.registration : query.filter.registration;
  const { registration, actor } = await deps.aus.check(caller, {
    resource: 'statements',
    ...(asked !== undefined && { registration: asked }),
  });
  const authority = lmsAuthority(deps.issuer);
  return { kind: 'registration', authority, registration, learner: { account: actor } };
}

async function answerSingle(
  c: Context<AppEnv>,
  deps: XapiDeps,
  single: { readonly reader: Reader; readonly query: Extract<StatementQuery, { kind: 'single' }> },
): Promise<Response> {
  const { reader, query } = single;
  const { statementId: id, voided } = query;
  const store = storeOf(callerOf(c.get('principal')));
  const kept = await getStatement(deps.lrs, { store, reader, id, voided });
  const found = kept && shownTo(deps, reader, kept);
  // A foreign statement looks like none (case C2).
  if (!found) throw new NotFound('There is no such statement, or it is not yours to see.');
  const [json = found.json] = await formatAll(c, deps, { recorded: [found], query });
  c.header('last-modified', new Date(found.statement.stored).toUTCString());
  const page = [{ id: found.id, json, attachments: query.attachments ? attachmentsOf(found.statement) : [] }];
  const { data } = await loadAttachments(deps.lrs, { store, page });
  return write(c, deps, { query, data, json });
}

async function answerList(
  c: Context<AppEnv>,
  deps: XapiDeps,
  list: {
    readonly caller: Caller;
    readonly reader: Reader;
    readonly query: Extract<StatementQuery, { kind: 'list' }>;
    readonly after?: string;
  },
): Promise<Response> {
  const { caller, reader, query, after } = list;
  const store = storeOf(caller);
  const page = await queryStatements(deps.lrs, {
    store,
    reader,
    filter: query.filter,
    maxBytes: deps.limits.pageBytes,
    ...(after !== undefined && { after }),
  });
  const shown = page.statements.map((one) => shownTo(deps, reader, one));
  const recorded = query.format === 'canonical' ? lookedUpTogether(shown) : shown;
  const texts = await formatAll(c, deps, { recorded, query });
  const items = recorded.map(({ id, statement }, n) => ({
    id,
    json: texts[n] ?? '',
    attachments: query.attachments ? attachmentsOf(statement) : [],
  }));
  // Data of attachments and the store's definitions come on top of what the store counted.
  const { data, statements: count } = await loadAttachments(deps.lrs, {
    store,
    page: items,
    maxBytes: deps.limits.pageBytes,
  });
  const next = count < page.statements.length ? page.statements[count - 1]?.position : page.next;
  const more = next === undefined ? '' : moreUrl(deps.signer, caller, { query, after: next });
  const statements = texts.slice(0, count);
  const json = `{"statements":[${statements.join(',')}],"more":${JSON.stringify(more)}}`;
  return write(c, deps, { query, data, json });
}

/** Content is not shown what is right in questions of a quiz, nor which answers were (case C5). */
function shownTo({ issuer }: XapiDeps, reader: Reader, recorded: RecordedStatement): RecordedStatement {
  if (reader.kind !== 'registration') return recorded;
  const statement = createSolutionHider(issuer).unjudged(recorded.statement);
  if (statement === recorded.statement) return recorded;
  const like = { value: recorded.statement, text: recorded.json };
  return { ...recorded, statement, json: writeLike(statement, like) };
}

/** JSON of each statement in the format asked for; `exact` is the text that was kept. */
async function formatAll(
  c: Context<AppEnv>,
  deps: XapiDeps,
  page: { readonly recorded: readonly RecordedStatement[]; readonly query: StatementOutput },
): Promise<readonly string[]> {
  const { recorded, query } = page;
  if (query.format === 'exact') return recorded.map(({ json }) => json);
  if (query.format === 'ids') return recorded.map((one) => rewrite(one, formatIds));
  const caller = callerOf(c.get('principal'));
  const store = storeOf(caller);
  const isAu = caller.kind === 'au';
  const hider = createSolutionHider(deps.issuer);
  const definitions = await definitionsOf(deps, { store, recorded });
  const sources = {
    acceptLanguage: c.req.header('accept-language'),
    definitionOf: (activityId: string) =>
      isAu ? hider.definitionFor(activityId, definitions.get(activityId)) : definitions.get(activityId),
  };
  return recorded.map((one) => rewrite(one, (statement) => formatCanonical(statement, sources)));
}

/** What a format leaves as it is stays in the words it came in. */
function rewrite(
  { statement, json }: RecordedStatement,
  format: (statement: StoredStatement) => StoredStatement,
): string {
  return writeLike(format(statement), { value: statement, text: json });
}

async function definitionsOf(
  { lrs }: XapiDeps,
  page: { readonly store: StoreName; readonly recorded: readonly RecordedStatement[] },
): Promise<ReadonlyMap<string, ActivityDefinition>> {
  const { store, recorded } = page;
  const ids = [...new Set(recorded.flatMap(activityIdsOf))];
  const known = new Map<string, ActivityDefinition>();
  for (let n = 0; n < ids.length; n += lookedUpAtOnce) {
    await Promise.all(
      ids.slice(n, n + lookedUpAtOnce).map(async (id) => {
        const definition = await lrs.activities.find(store, id);
        if (definition) known.set(id, definition);
      }),
    );
  }
  return known;
}

/** Activities that a page looks up: one statement may name hundreds, and a page of such ends sooner. */
const mostLookedUp = 500;
const lookedUpAtOnce = 50;

function lookedUpTogether(recorded: readonly RecordedStatement[]): readonly RecordedStatement[] {
  const ids = new Set<string>();
  const end = recorded.findIndex((one, n) => {
    for (const id of activityIdsOf(one)) ids.add(id);
    return n > 0 && ids.size > mostLookedUp;
  });
  return end < 0 ? recorded : recorded.slice(0, end);
}

function activityIdsOf({ statement }: RecordedStatement): readonly string[] {
  const { direct, related } = activitiesIn(statement);
  return [...direct, ...related];
}

function write(
  c: Context<AppEnv>,
  deps: XapiDeps,
  answer: {
    readonly query: StatementOutput;
    readonly data: readonly AttachmentData[];
    readonly json: string;
  },
): Response {
  const { query, data, json } = answer;
  if (!query.attachments) return c.body(json, 200, { 'content-type': 'application/json' });
  const { contentType, body } = writeMultipart(json, data, deps.ids.token(24));
  return c.body(body, 200, { 'content-type': contentType });
}

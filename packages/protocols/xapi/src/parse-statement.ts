import type { FieldIssue } from '@sinau/kernel';
import type { Actor, Agent, Statement, XapiVersion } from './model.ts';
import { actor, agent } from './validation/actor.ts';
import type { Check, Rule } from './validation/check.ts';
import { statement } from './validation/statement.ts';

export type Refused = { readonly ok: false; readonly issues: readonly FieldIssue[] };
export type StatementParse = { readonly ok: true; readonly statement: Statement } | Refused;
export type StatementsParse =
  | {
      readonly ok: true;
      readonly statements: readonly Statement[];
      /** The body was one statement, not an array. */
      readonly single: boolean;
    }
  | Refused;

/** Checks one statement as a client sends it. The value itself is given back, unchanged. */
export function parseStatement(value: unknown, options: { readonly version: XapiVersion }): StatementParse {
  const issues = run(statement, { value, path: '' }, options.version);
  // Every property was checked against the model's tables just above.
  return issues.length === 0 ? { ok: true, statement: value as Statement } : { ok: false, issues };
}

/** Checks the body of a POST: one statement or an array; ids inside a batch must be distinct. */
export function parseStatements(value: unknown, options: { readonly version: XapiVersion }): StatementsParse {
  if (!Array.isArray(value)) {
    const parsed = parseStatement(value, options);
    return parsed.ok ? { ok: true, statements: [parsed.statement], single: true } : parsed;
  }
  const issues: FieldIssue[] = [];
  for (let index = 0; index < value.length && issues.length === 0; index += 1) {
    issues.push(...run(statement, { value: value[index], path: `/${index}` }, options.version));
  }
  // Every item was checked just above.
  const statements = value as readonly Statement[];
  if (issues.length === 0) issues.push(...repeatedIds(statements));
  return issues.length === 0 ? { ok: true, statements, single: false } : { ok: false, issues };
}

/** Checks an Agent or Group that came alone, e.g. as a parameter. */
export function parseActor(
  value: unknown,
  options: { readonly version: XapiVersion },
): { readonly ok: true; readonly actor: Actor } | Refused {
  const issues = run(actor, { value, path: '' }, options.version);
  return issues.length === 0 ? { ok: true, actor: value as Actor } : { ok: false, issues };
}

export function parseAgent(
  value: unknown,
  options: { readonly version: XapiVersion },
): { readonly ok: true; readonly agent: Agent } | Refused {
  const issues = run(agent, { value, path: '' }, options.version);
  return issues.length === 0 ? { ok: true, agent: value as Agent } : { ok: false, issues };
}

function run(rule: Rule, at: { value: unknown; path: string }, version: XapiVersion): readonly FieldIssue[] {
  const check: Check = { version, issues: [] };
  rule(check, at.value, at.path);
  return check.issues;
}

function repeatedIds(statements: readonly Statement[]): readonly FieldIssue[] {
  const seen = new Set<string>();
  for (const [index, { id }] of statements.entries()) {
    if (id === undefined) continue;
    const key = id.toLowerCase();
    if (seen.has(key)) {
      return [{ path: `/${index}/id`, message: 'stands twice in this batch', requirement: 'XAPI-00026' }];
    }
    seen.add(key);
  }
  return [];
}

import type { Digest } from '@sinau/kernel';
import {
  type Account,
  type Agent,
  concernOf,
  identityOf,
  pseudonymise,
  type StoredStatement,
} from '@sinau/xapi';
import { deleteDocument } from './delete-document.ts';
import type { StoreName } from './model.ts';
import type { DocumentStore, RewriteStep, StatementEraser } from './ports.ts';

/**
 * `pseudonymise`: statements stay as those of nobody known. `erase`: the person's own statements go; those of others
 * that name them stay, with a pseudonym in the person's place.
 */
export type ErasureMode = 'pseudonymise' | 'erase';

/** Whom to take out, and how. */
export interface PersonRewrite {
  /** Every identifier the person is known by. */
  readonly agents: readonly Agent[];
  readonly mode: ErasureMode;
  /** Home page of the account that stands for nobody known. */
  readonly homePage: string;
  /** Random and secret; the same key gives the same pseudonyms, and without it nobody can make them again. */
  readonly key: string;
  /** Statements of these verbs stay as they are. */
  readonly keepVerbs?: readonly string[];
}

export interface PersonRewriter {
  readonly identities: ReadonlySet<string>;
  /** Account name that stands for the person. */
  readonly pseudonym: string;
  /** What becomes of a statement; itself when it does not concern the person. */
  readonly decide: (statement: StoredStatement) => StoredStatement | 'erase';
  /** False only when the JSON text of a statement certainly does not concern the person. */
  readonly mayConcern: (json: string) => boolean;
}

export function personRewriter(digest: Digest, rewrite: PersonRewrite): PersonRewriter {
  const { agents, mode, homePage, key, keepVerbs = [] } = rewrite;
  const identities = identitiesOf(agents);
  const pseudonymOf = (value: string) => uuidFrom(digest.sha256(`${key}|${value}`));
  const pseudonym = pseudonymOf([...identities].sort().join(' '));
  const replacement: Account = { homePage, name: pseudonym };
  const needles = agents.flatMap(valuesOf).map((value) => JSON.stringify(value).slice(1, -1).toLowerCase());
  return {
    identities,
    pseudonym,
    decide: (statement) => {
      const concern = concernOf(statement, identities);
      if (concern === 'none' || keepVerbs.includes(statement.verb.id)) return statement;
      if (concern === 'actor' && mode === 'erase') return 'erase';
      return pseudonymise(statement, { identities, replacement, pseudonymOf });
    },
    mayConcern: (json) => {
      const text = json.toLowerCase();
      return needles.some((needle) => text.includes(needle));
    },
  };
}

export function identitiesOf(agents: readonly Agent[]): ReadonlySet<string> {
  return new Set(agents.flatMap((agent) => identityOf(agent) ?? []));
}

/**
 * One step: rewrites at most `limit` commits stored at or before `untilMs` that concern the person. Repeat with `last`
 * until there is none. Idempotent; a crash leaves each commit done or to be done again.
 */
export function erasePersonStatements(
  deps: { readonly eraser: StatementEraser; readonly digest: Digest },
  request: PersonRewrite & {
    readonly store: StoreName;
    /** Epoch milliseconds, so long ago that nobody still writes rows of what was stored then. */
    readonly untilMs: number;
    readonly limit: number;
    readonly after?: string;
  },
): Promise<RewriteStep> {
  const { store, untilMs, limit, after } = request;
  const { identities, decide } = personRewriter(deps.digest, request);
  const from = after === undefined ? {} : { after };
  return deps.eraser.rewrite({ store, identities, untilMs, limit, decide, ...from });
}

/** Deletes the person's State of every activity and their Agent Profile; how many there were. */
export async function erasePersonDocuments(
  deps: { readonly documents: DocumentStore },
  request: { readonly store: StoreName; readonly agents: readonly Agent[] },
): Promise<number> {
  const { store, agents } = request;
  let removed = 0;
  for (const agent of agents) {
    for (const { address } of await deps.documents.listOf(store, agent)) {
      await deleteDocument(deps, { address });
      removed += 1;
    }
    await deps.documents.forget(store, agent);
  }
  return removed;
}

function valuesOf({ mbox, mbox_sha1sum, openid, account }: Agent): readonly string[] {
  return [mbox, mbox_sha1sum, openid, account?.name].flatMap((value) => value ?? []);
}

/** A random-looking UUID of version 4 from hex digits. */
function uuidFrom(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

import type { Digest } from '@sinau/kernel';
import {
  type AttachmentStore,
  type DocumentStore,
  erasePersonDocuments,
  erasePersonStatements,
  identitiesOf,
  type PersonRewrite,
  type StatementEraser,
  type StoreName,
} from '@sinau/lrs';
import type { ErasureOrder, PersonPlace, PlaceStep, Subject } from '@sinau/privacy';
import { type Agent, attachmentsOf, type StoredStatement } from '@sinau/xapi';
import { createSolutionHider } from '../../shared/hide-solutions.ts';

export interface RecordPlaceDeps {
  readonly eraser: StatementEraser;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly digest: Digest;
  /** Home page of the accounts that stand for people. */
  readonly issuer: string;
  /** Other identifiers of a person, e.g. their mail address. */
  readonly otherAgentsOf: (personId: string) => Promise<readonly Agent[]>;
}

const stores: readonly StoreName[] = ['national', 'sandbox'];
const commitsTogether = 25;
const busyMs = 30_000;
const mostCopiedBytes = 1024 * 1024;

export async function agentsOf(deps: RecordPlaceDeps, { personId }: Subject): Promise<readonly Agent[]> {
  const account = { objectType: 'Agent', account: { homePage: deps.issuer, name: personId } } as const;
  return [account, ...(await deps.otherAgentsOf(personId))];
}

export async function rewriteOf(deps: RecordPlaceDeps, order: ErasureOrder): Promise<PersonRewrite> {
  const { mode, key, keepVerbs } = order;
  const agents = await agentsOf(deps, order);
  return { agents, mode, key, homePage: deps.issuer, ...(keepVerbs && { keepVerbs }) };
}

/** Statements of both stores, with their attachments. */
export function statementsPlace(deps: RecordPlaceDeps, settleMs: number): PersonPlace {
  const hider = createSolutionHider(deps.issuer);
  return {
    name: 'statements',
    settleMs,
    async count(subject, cursor) {
      const { found, next } = await concerningNow(deps, subject, cursor);
      const own = found.filter(({ concern }) => concern === 'actor').length;
      const trail = [...new Set(found.flatMap(({ agencies }) => agencies))];
      return { counts: { statements: own, mentions: found.length - own }, trail, ...next };
    },
    async erase(order, cursor): Promise<PlaceStep> {
      const { store, after } = placeIn(cursor);
      const step = await erasePersonStatements(deps, {
        ...(await rewriteOf(deps, order)),
        ...{ store, limit: commitsTogether, untilMs: order.untilMs },
        ...(after === undefined ? {} : { after }),
      });
      if (step.outcome === 'busy') {
        return { counts: {}, waitMs: busyMs, ...(cursor === undefined ? {} : { next: cursor }) };
      }
      const counts = { erased: step.erased, pseudonymised: step.changed };
      return { counts, trail: step.agencies, ...onward(store, step.last) };
    },
    async copy(subject, cursor) {
      const { store, found, next } = await concerning(deps, subject, cursor);
      const records: object[] = [];
      for (const { recorded, concern, voided } of found) {
        const statement = hider.statementFor(recorded.statement);
        records.push({ store, concern, voided, statement });
        if (concern === 'actor') records.push(...(await attachmentsIn(deps, store, statement)));
      }
      return { records, counts: { statements: found.length }, ...next };
    },
  };
}

/** State of every activity, and Agent Profiles, of both stores. */
export function documentsPlace(deps: RecordPlaceDeps): PersonPlace {
  return {
    name: 'documents',
    settleMs: 0,
    async count(subject) {
      let documents = 0;
      if (subject.keepVerbs) return { counts: { documents } };
      for (const store of stores) {
        for (const agent of await agentsOf(deps, subject)) {
          documents += (await deps.documents.listOf(store, agent)).length;
        }
      }
      return { counts: { documents } };
    },
    async erase(order) {
      let documents = 0;
      if (order.keepVerbs) return { counts: { documents } };
      const agents = await agentsOf(deps, order);
      for (const store of stores) documents += await erasePersonDocuments(deps, { store, agents });
      return { counts: { documents } };
    },
    async copy(subject) {
      const records: object[] = [];
      for (const store of stores) {
        for (const agent of await agentsOf(deps, subject)) {
          for (const { address } of await deps.documents.listOf(store, agent)) {
            const document = await deps.documents.read(address);
            if (!document) continue;
            const { bytes, contentType, updated } = document;
            const { owner, documentId } = address;
            records.push({
              store,
              owner,
              documentId,
              contentType,
              updated,
              ...contentOf(bytes, contentType),
            });
          }
        }
      }
      return { records, counts: { documents: records.length } };
    },
  };
}

async function concerning(deps: RecordPlaceDeps, subject: Subject, cursor: string | undefined) {
  const { store, after } = placeIn(cursor);
  const { found, last } = await deps.eraser.concerning({
    store,
    identities: identitiesOf(await agentsOf(deps, subject)),
    untilMs: subject.untilMs,
    limit: commitsTogether,
    ...(after === undefined ? {} : { after }),
  });
  return { store, found, next: onward(store, last) };
}

/** Without what a rule keeps. */
export async function concerningNow(deps: RecordPlaceDeps, subject: Subject, cursor: string | undefined) {
  const { found, next } = await concerning(deps, subject, cursor);
  const { keepVerbs = [] } = subject;
  return { found: found.filter(({ recorded }) => !keepVerbs.includes(recorded.statement.verb.id)), next };
}

async function attachmentsIn(
  { attachments }: RecordPlaceDeps,
  store: StoreName,
  statement: StoredStatement,
): Promise<readonly object[]> {
  const records: object[] = [];
  for (const { sha2, contentType } of attachmentsOf(statement)) {
    const bytes = await attachments.get(store, { sha2, statementId: statement.id });
    if (!bytes) continue;
    const content =
      bytes.length > mostCopiedBytes ? { tooLarge: bytes.length } : contentOf(bytes, contentType);
    records.push({ store, attachment: sha2, statementId: statement.id, contentType, ...content });
  }
  return records;
}

function contentOf(bytes: Uint8Array, contentType: string): object {
  if (/^application\/json\b/i.test(contentType)) {
    try {
      return { content: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
    } catch {
      // Its own label is wrong; the bytes are given as they are.
    }
  }
  return { base64: Buffer.from(bytes).toString('base64') };
}

/** `<store> <position>`; the first store from its beginning when there is none. */
function placeIn(cursor: string | undefined): { readonly store: StoreName; readonly after?: string } {
  const [name, after] = (cursor ?? '').split(' ');
  const store = stores.find((one) => one === name) ?? 'national';
  return { store, ...(after ? { after } : {}) };
}

function onward(store: StoreName, last: string | undefined): { readonly next?: string } {
  if (last !== undefined) return { next: `${store} ${last}` };
  const following = stores[stores.indexOf(store) + 1];
  return following ? { next: `${following} ` } : {};
}

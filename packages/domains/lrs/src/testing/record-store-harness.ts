import type { Clock } from '@sinau/kernel';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { AttachmentData, Statement, StatementFilter } from '@sinau/xapi';
import { getStatement } from '../get-statement.ts';
import type { Reader, RecordedStatement, StoreName } from '../model.ts';
import type { ActivityStore, AttachmentStore, DocumentStore, StatementStore } from '../ports.ts';
import { queryStatements } from '../query-statements.ts';
import { type StoreRequest, type StoreResult, storeStatements } from '../store-statements.ts';
import { memoryVisibility } from './memory-record-store.ts';
import { lms } from './sample-statements.ts';

/** A record store under test. */
export interface TestedStores {
  readonly statements: StatementStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly activities: ActivityStore;
  readonly clock: Clock;
}

/** The use cases with the defaults of the tests: national store, 1.0.3, one authority, everyone may read. */
export interface Harness extends TestedStores {
  store(statements: readonly Statement[], options?: Partial<StoreRequest>): Promise<StoreResult>;
  /** All pages of a query, each of at most `pageSize` statements. */
  readAll(filter?: Partial<StatementFilter>, options?: ReadOptions): Promise<readonly RecordedStatement[]>;
  idsOf(filter?: Partial<StatementFilter>, options?: ReadOptions): Promise<readonly string[]>;
  get(
    id: string,
    options?: { readonly voided?: boolean; readonly reader?: Reader; readonly store?: StoreName },
  ): Promise<RecordedStatement | undefined>;
}

interface ReadOptions {
  readonly reader?: Reader;
  readonly store?: StoreName;
  readonly pageSize?: number;
  readonly maxBytes?: number;
}

export const agencies: Readonly<Record<string, readonly string[]>> = {
  sri: ['bkn'],
  budi: ['lan'],
  ayu: ['bkn', 'lan'],
};

const everyone: Reader = { kind: 'all' };

export function harness(stores: TestedStores): Harness {
  const deps = { ...stores, visibility: memoryVisibility(agencies), digest: nodeDigest, ids: systemIds };
  const readAll: Harness['readAll'] = async (filter = {}, options = {}) => {
    const { reader = everyone, store = 'national', pageSize = 1000, maxBytes } = options;
    const found: RecordedStatement[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 10_000; pages += 1) {
      const page = await queryStatements(deps, {
        store,
        reader,
        filter: { relatedAgents: false, relatedActivities: false, ascending: false, limit: 0, ...filter },
        maxLimit: pageSize,
        ...(maxBytes === undefined ? {} : { maxBytes }),
        ...(after === undefined ? {} : { after }),
      });
      found.push(...page.statements);
      after = page.next;
      if (after === undefined) return found;
    }
    throw new Error('the pages have no end');
  };
  return {
    ...stores,
    store: (statements, options = {}) =>
      storeStatements(deps, { store: 'national', version: '1.0.3', authority: lms, statements, ...options }),
    readAll,
    idsOf: async (filter, options) => (await readAll(filter, options)).map(({ id }) => id),
    get: (id, { voided = false, reader = everyone, store = 'national' } = {}) =>
      getStatement(deps, { store, reader, id, voided }),
  };
}

export function attachmentData(text: string): AttachmentData {
  const bytes = new TextEncoder().encode(text);
  return { sha2: nodeDigest.sha256(bytes), contentType: 'text/plain', bytes };
}

import type { Item } from '@sinau/platform/dynamo';
import type { StoredStatement } from '@sinau/xapi';
import type { StoreName } from '../model.ts';
import { readBody } from './bodies.ts';
import type { Candidate } from './candidates.ts';
import type { CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { chunkKey } from './keys.ts';
import { isErasedFrom, locate, readIndexes } from './locate.ts';

export interface FoundBody {
  readonly id: string;
  readonly json: string;
  readonly statement: StoredStatement;
}

interface LoadedChunk {
  readonly texts: readonly string[];
  readonly order: readonly number[];
  readonly row: Item;
}

/** Bodies of the candidates of one query; every chunk is read once. */
export class BodyLoader {
  private readonly context: LrsContext;
  private readonly store: StoreName;
  private readonly chunks = new Map<string, LoadedChunk>();

  constructor(context: LrsContext, store: StoreName) {
    this.context = context;
    this.store = store;
  }

  /** Reads the chunks of these candidates together. */
  async load(candidates: readonly Candidate[]): Promise<void> {
    const { dynamo, table } = this.context;
    const keys = new Map<string, { pk: string; sk: string }>();
    for (const { source, position } of candidates) {
      if (source.kind !== 'chunk') continue;
      const key = chunkKey(this.store, position, source.chunk);
      if (!this.chunks.has(nameOf(key))) keys.set(nameOf(key), key);
    }
    for (const consistent of [false, true]) {
      if (keys.size === 0) return;
      const rows = await dynamo.batchGet({ table, keys: [...keys.values()], consistent });
      for (const row of rows) {
        this.chunks.set(nameOf(row), await this.readChunk(row));
        // What an eventual read did not bring is asked for again, strongly.
        keys.delete(nameOf(row));
      }
    }
    if (keys.size > 0) throw new Error('a committed batch lacks a chunk');
  }

  /** Undefined for a statement that was erased after its list row had been read. */
  async bodyOf({ position, index, source }: Candidate): Promise<FoundBody | undefined> {
    if (source.kind === 'id') {
      const located = await locate(this.context, this.store, source.id);
      if (located.state === 'erased') return undefined;
      if (located.state !== 'committed') throw new Error('a list row leads to no statement');
      return located.one;
    }
    if (source.kind === 'inline') {
      const texts = (await readBody(this.context, source.row)) ?? [];
      return toBody(texts[source.nth]);
    }
    const chunk = this.chunks.get(nameOf(chunkKey(this.store, position, source.chunk)));
    if (chunk && isErasedFrom(chunk.row, index)) return undefined;
    return toBody(chunk?.texts[chunk.order.indexOf(index)]);
  }

  async byId(id: string): Promise<CommitStatement | undefined> {
    const located = await locate(this.context, this.store, id);
    return located.state === 'committed' ? located.one : undefined;
  }

  private async readChunk(row: Item): Promise<LoadedChunk> {
    return { texts: (await readBody(this.context, row)) ?? [], order: readIndexes(row.n), row };
  }
}

function toBody(json: string | undefined): FoundBody {
  if (json === undefined) throw new Error('a list row leads to no body');
  // Written by this store alone, from a validated statement.
  const statement = JSON.parse(json) as StoredStatement;
  return { id: statement.id, json, statement };
}

function nameOf({ pk, sk }: { readonly pk: string; readonly sk: string }): string {
  return `${pk} ${sk}`;
}

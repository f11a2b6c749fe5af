import { mkdirSync } from 'node:fs';
import dynalite from 'dynalite/db/index.js';

/** A view of the store inside one unit of work: what was committed, overlaid with what the group has changed. */
export interface Scope {
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  delete(key: string): void;
  /** Greater than every number given before, also before a restart; 21 digits, so that it sorts as text. */
  nextSequence(): string;
}

/**
 * The ordered key-value store under the engine. There is one writer: units of work run one after the other, and
 * those that wait are committed together as one LevelDB batch. A batch is one checksummed record of LevelDB's log,
 * handed to the operating system before it is acknowledged, so the death of the process neither loses nor tears it.
 */
export interface Storage {
  /** Runs the unit; resolves after its changes are kept. A unit that throws changes nothing. */
  run<Result>(unit: (scope: Scope) => Result): Promise<Result>;
  get(key: string): unknown;
  readonly level: dynalite.Level;
  /** Called after every commit with the keys that were written. */
  onCommit(listener: (keys: Iterable<string>) => void): void;
  /** Waits for what was handed in, then closes. */
  close(): Promise<void>;
}

interface Unit {
  readonly work: (scope: Scope) => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Changes = Map<string, unknown>;

const sequenceKey = 'sequence';
const mostUnitsTogether = 64;

/** `dir` absent: in memory. */
export async function openStorage(dir?: string): Promise<Storage> {
  const level = await openLevel(dir);
  const queue: Unit[] = [];
  const listeners: ((keys: Iterable<string>) => void)[] = [];
  let sequence = BigInt((level.getSync(sequenceKey) as string | undefined) ?? '0');
  let draining: Promise<void> | undefined;

  function scopeOver(own: Changes, group: Changes): Scope {
    return {
      get: (key) => (own.has(key) ? own.get(key) : group.has(key) ? group.get(key) : level.getSync(key)),
      put: (key, value) => own.set(key, value),
      delete: (key) => own.set(key, undefined),
      nextSequence() {
        sequence += 1n;
        return sequence.toString().padStart(21, '0');
      },
    };
  }

  function perform(unit: Unit, group: Changes): () => void {
    const own: Changes = new Map();
    try {
      const result = unit.work(scopeOver(own, group));
      for (const [key, value] of own) group.set(key, value);
      return () => unit.resolve(result);
    } catch (error) {
      return () => unit.reject(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const units = queue.splice(0, mostUnitsTogether);
      const group: Changes = new Map();
      const answers = units.map((unit) => perform(unit, group));
      try {
        await commit(level, group, sequence);
      } catch (error) {
        for (const unit of units) unit.reject(error);
        continue;
      }
      for (const answer of answers) answer();
      for (const listener of listeners) listener(group.keys());
    }
    draining = undefined;
  }

  return {
    level,
    get: (key) => level.getSync(key),
    run: <Result>(work: (scope: Scope) => Result) =>
      new Promise<Result>((resolve, reject) => {
        queue.push({ work, resolve: (result) => resolve(result as Result), reject });
        draining ??= drain();
      }),
    onCommit: (listener) => listeners.push(listener),
    async close() {
      await draining;
      await level.close();
    },
  };
}

async function commit(level: dynalite.Level, changes: Changes, sequence: bigint): Promise<void> {
  if (changes.size === 0) return;
  const operations = [...changes].map(([key, value]) =>
    value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
  );
  await level.batch([...operations, { type: 'put', key: sequenceKey, value: sequence.toString() }]);
}

/** LevelDB's own 4 and 8 MB make it sort the same rows anew all the time. What is not sorted yet is in its log. */
const room = { writeBufferSize: 32 * 1024 * 1024, cacheSize: 32 * 1024 * 1024 };

async function openLevel(dir: string | undefined): Promise<dynalite.Level> {
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const { db } = dynalite.create({ path: dir });
  try {
    await db.open(room);
    return db;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED') {
      throw new Error(`${dir} is in use by another running process`, { cause: error });
    }
    throw error;
  }
}

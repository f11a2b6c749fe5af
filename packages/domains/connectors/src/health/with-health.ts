import type { Clock } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import {
  AdapterFailure,
  type AdapterFailureReason,
  type AdapterPort,
  type Capability,
  CircuitOpen,
  type ProviderAdapter,
} from '../ports.ts';
import { admission, afterFailure, afterSuccess, isFault, probing } from './circuit.ts';
import { type CapabilityName, dayOf, type Health } from './health.ts';
import type { HealthStore } from './ports.ts';

export interface WithHealthDeps {
  readonly health: HealthStore;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** A success is written down again after so long; in between nobody would see the difference. */
const freshMs = 60_000;

/**
 * An adapter whose calls are counted and noted, and which is left alone while its circuit is open: then every call but a
 * test rejects at once with `circuit-open`. All processes share what is known.
 */
export function withHealth(
  adapter: ProviderAdapter,
  connectionId: ConnectionId,
  deps: WithHealthDeps,
): ProviderAdapter {
  const notes = notesOf(connectionId, deps);
  const call = async <Value>(kind: CapabilityName, run: () => Promise<Value>): Promise<Value> => {
    await notes.admit();
    try {
      const value = await run();
      await notes.success(kind);
      return value;
    } catch (error) {
      await notes.failure(kind, error);
      throw error;
    }
  };
  async function* list<Value>(kind: CapabilityName, read: () => AsyncIterable<Value>): AsyncIterable<Value> {
    await notes.admit();
    let ended = false;
    try {
      yield* read();
      ended = true;
      await notes.success(kind);
    } catch (error) {
      ended = true;
      await notes.failure(kind, error);
      throw error;
    } finally {
      // Whoever reads no further has read enough: the provider did answer.
      if (!ended) await notes.success(kind);
    }
  }
  const { launchedAccountOf, namedAccountOf, rosterSent } = adapter;
  return {
    ...(launchedAccountOf && { launchedAccountOf }),
    ...(namedAccountOf && { namedAccountOf }),
    // It lies here: nobody is asked.
    ...(rosterSent && { rosterSent }),
    test: () => testNoted(adapter, notes),
    readCourses: (cursor) => list('catalogue', () => adapter.readCourses(cursor)),
    cursorAfter: () => adapter.cursorAfter?.(),
    enrol: (request) => call('enrolment', () => adapter.enrol(request)),
    unenrol: (request) => call('enrolment', () => adapter.unenrol(request)),
    readEnrolments: (courseId) => list('enrolment', () => adapter.readEnrolments(courseId)),
    readResults: (request) => list('results', () => adapter.readResults(request)),
  };
}

/** Adapters whose calls are noted, for everybody who asks a provider. */
export function withHealthOf(adapters: AdapterPort, deps: WithHealthDeps): AdapterPort {
  return {
    adapterOf: async (connection) =>
      withHealth(await adapters.adapterOf(connection), connection.connectionId, deps),
  };
}

type Notes = ReturnType<typeof notesOf>;

/** Somebody asks for it, so it is made though the circuit is open, and what it finds counts like any other call. */
async function testNoted(adapter: ProviderAdapter, notes: Notes): Promise<readonly Capability[]> {
  try {
    const capabilities = await adapter.test();
    for (const { name, state, reason = 'function-missing' } of capabilities) {
      if (state === 'not-offered') continue;
      if (state === 'works') await notes.success(name);
      else await notes.failureBecause(name, reason);
    }
    return capabilities;
  } catch (error) {
    await notes.failure('sign-in', error);
    throw error;
  }
}

function notesOf(connectionId: ConnectionId, { health, clock, random }: WithHealthDeps) {
  let known: Health | undefined;
  const countDay = (calls: { readonly ok: number; readonly failed: number }) =>
    health.count(connectionId, { day: dayOf(clock.now()), ...calls });
  const failureBecause = async (kind: CapabilityName, reason: AdapterFailureReason) => {
    const counts = isFault(reason);
    await countDay(counts ? { ok: 0, failed: 1 } : { ok: 1, failed: 0 });
    known = await health.update(connectionId, (found) =>
      afterFailure(found, { kind, reason, counts, random: random() }, clock.now()),
    );
  };
  return {
    failureBecause,
    async admit() {
      const now = clock.now();
      known = await health.read(connectionId);
      if (admission(known.circuit, now.toISOString()) === 'go') return;
      let mine = false;
      known = await health.update(connectionId, (found) => {
        const may = admission(found.circuit, now.toISOString());
        mine = may !== 'wait';
        return may === 'probe' ? { ...found, circuit: probing(found.circuit, now) } : undefined;
      });
      if (!mine) throw new CircuitOpen(known.circuit.reason);
    },
    async success(kind: CapabilityName) {
      const now = clock.now();
      await countDay({ ok: 1, failed: 0 });
      if (known && isOldNews(known, kind, now)) return;
      known = await health.update(connectionId, (found) => afterSuccess(found, kind, now));
    },
    async failure(kind: CapabilityName, error: unknown) {
      if (error instanceof AdapterFailure) await failureBecause(kind, error.reason);
    },
  };
}

function isOldNews({ circuit, last }: Health, kind: CapabilityName, now: Date): boolean {
  const { successAt, failureAt = '' } = last[kind] ?? {};
  if (circuit.state === 'open' || circuit.failures > 0 || successAt === undefined) return false;
  return successAt > failureAt && Date.parse(successAt) > now.getTime() - freshMs;
}

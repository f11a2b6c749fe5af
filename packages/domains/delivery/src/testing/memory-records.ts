import { DomainError } from '@sinau/kernel';
import type { Statement } from '@sinau/xapi';
import type { DocumentWriter, RecordWriter } from '../ports.ts';
import { commitMemoryWrites } from './memory-registration-store.ts';

export interface MemoryRecords extends RecordWriter {
  /** In stored order. */
  readonly statements: readonly Statement[];
  /** What is to happen right before the next write, once: another request that is faster. */
  beforeNextWrite(action: () => Promise<unknown>): void;
}

/** The record store as far as delivery sees it, for unit tests: order, all or nothing, repetition. */
export function memoryRecords(): MemoryRecords {
  const statements: Statement[] = [];
  let interruption: (() => Promise<unknown>) | undefined;
  return {
    statements,
    beforeNextWrite(action) {
      interruption = action;
    },
    async write(input) {
      const action = interruption;
      interruption = undefined;
      await action?.();
      const fresh = input.statements.filter((statement) => !isStored(statements, statement));
      if (input.companion && !commitMemoryWrites(input.companion.writes)) return 'companion-refused';
      statements.push(...fresh);
      return 'stored';
    },
  };
}

class Conflict extends DomainError {
  readonly code = 'lrs.conflict';
}

function isStored(statements: readonly Statement[], given: Statement): boolean {
  const stored = statements.find((statement) => statement.id === given.id);
  if (stored && JSON.stringify(stored) !== JSON.stringify(given)) throw new Conflict(`conflict: ${given.id}`);
  return stored !== undefined;
}

export interface MemoryDocuments extends DocumentWriter {
  /** LMS.LaunchData by `<activityId> <registration>`. */
  readonly launchData: ReadonlyMap<string, object>;
  /** Preferences by account name. */
  readonly preferences: ReadonlyMap<string, object>;
}

export function memoryDocuments(): MemoryDocuments {
  const launchData = new Map<string, object>();
  const preferences = new Map<string, object>();
  return {
    launchData,
    preferences,
    async putLaunchData({ activityId, registration, document }) {
      launchData.set(`${activityId} ${registration}`, document);
    },
    async createPreferences({ agent, document }) {
      const name = agent.account?.name ?? '';
      if (!preferences.has(name)) preferences.set(name, document);
    },
  };
}

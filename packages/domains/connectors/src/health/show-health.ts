import type { Clock } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import {
  type AgedMismatches,
  type Budget,
  budgetOf,
  budgetSpan,
  type Health,
  type Light,
  lightOf,
} from './health.ts';
import type { HealthStore, LetterStore } from './ports.ts';

/** Counted so far; `atLeast`: there are more. */
export interface LetterCount {
  readonly count: number;
  readonly atLeast: boolean;
}

export interface HealthReport extends Omit<Health, 'told' | 'aged'> {
  readonly aged?: Omit<AgedMismatches, 'told'>;
  readonly light: Light;
  readonly budget: Budget;
  readonly letters: LetterCount;
}

const mostCounted = 100;

/** How a connection is, for a page or an answer. The caller has seen to it that it may be seen. */
export async function showHealth(
  deps: { readonly health: HealthStore; readonly letters: Pick<LetterStore, 'list'>; readonly clock: Clock },
  { connectionId }: Pick<Connection, 'connectionId'>,
): Promise<HealthReport> {
  const [health, counts, letters] = await Promise.all([
    deps.health.read(connectionId),
    deps.health.counts(connectionId, budgetSpan(deps.clock.now())),
    deps.letters.list(connectionId, { limit: mostCounted }),
  ]);
  const budget = budgetOf(counts);
  const light = lightOf(health, { spent: budget.spent, letters: letters.length });
  return {
    ...{ circuit: health.circuit, last: health.last, light, budget },
    ...(health.aged && { aged: { count: health.aged.count, since: health.aged.since } }),
    ...(health.statements && { statements: health.statements }),
    letters: { count: letters.length, atLeast: letters.length >= mostCounted },
  };
}

import type { Clock } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { Health, Trouble } from './health.ts';
import type { HealthStore, LetterStore } from './ports.ts';

/** So long may a provider be away before anybody is written to. */
export const downAfterMs = 3_600_000;
/** So many dead letters are a pile. */
export const manyLetters = 20;

/** What somebody has to be told of; undefined: nothing. */
export function troubleOf({ circuit }: Health, letters: number, now: Date): Trouble | undefined {
  if (circuit.state === 'open') {
    if (circuit.reason === 'unauthorised') return 'secret';
    if (Date.parse(circuit.openedAt ?? '') <= now.getTime() - downAfterMs) return 'down';
  }
  return letters >= manyLetters ? 'letters' : undefined;
}

/**
 * Notes what contact and authors are to be told: each trouble once, and once that it is over. The note is the fact, which
 * others follow. While the circuit is open and too young to be told of, what was told before still stands.
 */
export async function noteTrouble(
  deps: { readonly health: HealthStore; readonly letters: Pick<LetterStore, 'list'>; readonly clock: Clock },
  connectionId: ConnectionId,
): Promise<void> {
  const now = deps.clock.now();
  const found = await deps.letters.list(connectionId, { limit: manyLetters });
  await deps.health.update(connectionId, (health) => {
    const trouble = troubleOf(health, found.length, now);
    if (trouble === health.told?.trouble) return undefined;
    if (trouble !== undefined) return { ...health, told: { trouble, at: now.toISOString() } };
    if (health.circuit.state === 'open') return undefined;
    const { told: _, ...rest } = health;
    return rest;
  });
}

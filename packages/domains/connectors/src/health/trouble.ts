import type { Clock } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { Health, Trouble } from './health.ts';
import type { HealthStore, LetterStore } from './ports.ts';

/** So long may a provider be away before anybody is written to. */
export const downAfterMs = 3_600_000;
/** So many dead letters are a pile. */
export const manyLetters = 20;

/** What somebody has to be told of; undefined: nothing. */
export function troubleOf(
  { circuit, told }: Health,
  { letters, lacks }: { readonly letters: number; readonly lacks?: boolean | undefined },
  now: Date,
): Trouble | undefined {
  if (circuit.state === 'open') {
    if (circuit.reason === 'unauthorised') return 'secret';
    if (Date.parse(circuit.openedAt ?? '') <= now.getTime() - downAfterMs) return 'down';
  }
  // A test that came to no answer says nothing of rights: what was told of them still stands.
  if (lacks ?? told?.trouble === 'rights') return 'rights';
  return letters >= manyLetters ? 'letters' : undefined;
}

/**
 * Notes what contact and authors are to be told: each trouble once, and once that it is over. The note is the fact, which
 * others follow. While the circuit is open and too young to be told of, what was told before still stands.
 */
export async function noteTrouble(
  deps: { readonly health: HealthStore; readonly letters: Pick<LetterStore, 'list'>; readonly clock: Clock },
  connectionId: ConnectionId,
  /** Of a test that was answered: whether functions or rights are missing. */
  { lacks }: { readonly lacks?: boolean | undefined } = {},
): Promise<void> {
  const now = deps.clock.now();
  const found = await deps.letters.list(connectionId, { limit: manyLetters });
  await deps.health.update(connectionId, (health) => {
    const trouble = troubleOf(health, { letters: found.length, lacks }, now);
    if (trouble === health.told?.trouble) return undefined;
    if (trouble !== undefined) return { ...health, told: { trouble, at: now.toISOString() } };
    if (health.circuit.state === 'open') return undefined;
    const { told: _, ...rest } = health;
    return rest;
  });
}

import type { PersonId } from '@sinau/kernel';
import type { KeptFacts } from './facts.ts';

/** What people say of themselves for their index. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface FactsStore {
  find(personId: PersonId): Promise<KeptFacts | undefined>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  save(next: KeptFacts): Promise<'saved' | 'conflict'>;
  /** Tells whether there was anything. */
  forget(personId: PersonId): Promise<boolean>;
}

import { Unavailable } from '@sinau/kernel';
import type { RecordWriter, RegistrationStore } from './ports.ts';
import type { DeliveryRegistration } from './registration.ts';
import type { Change } from './satisfy.ts';
import { rounds } from './sessions.ts';

/**
 * Writes a change of a registration together with its statements, or neither. `decide` reads the registration and says
 * what to write; undefined means that nothing is left to do. It is asked again when another writer was faster. Answers what was written.
 */
export async function commit(
  deps: { readonly registrations: RegistrationStore; readonly records: RecordWriter },
  decide: () => Promise<Change | undefined>,
): Promise<DeliveryRegistration | undefined> {
  for (let round = 0; round < rounds; round += 1) {
    const change = await decide();
    if (!change) return undefined;
    const { state, statements } = change;
    if (statements.length === 0) {
      if ((await deps.registrations.save(state)) === 'saved') return state;
    } else {
      const companion = deps.registrations.saving(state);
      if ((await deps.records.write({ statements, companion, ...trialOf(state) })) === 'stored') return state;
    }
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

/** Where the statements of a registration go, as an argument of the record writer. */
export const trialOf = ({ trial }: Pick<DeliveryRegistration, 'trial'>) => (trial ? { trial } : {});

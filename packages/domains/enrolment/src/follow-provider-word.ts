import { type Clock, Unavailable } from '@sinau/kernel';
import { type Enrolment, isTaken, type Registration } from './enrolment.ts';
import type { EnrolmentStore, ProviderWords } from './ports.ts';
import { sameWord } from './provider-word.ts';

/** More changes at once than that come from a provider that is not to be followed any more just now. */
const rounds = 5;

/**
 * Follows the fact that something else counts of what a provider says of a learner. Facts come in any order, twice and at once: each
 * reads all that counts now, and looks again after it has written, since another may have read what came in between before it.
 */
export async function followProviderWord(
  deps: {
    readonly enrolments: Pick<EnrolmentStore, 'findByRegistration' | 'noteProviderWord'>;
    readonly providerWords: ProviderWords;
    readonly clock: Clock;
  },
  { registration }: { readonly registration: Registration },
): Promise<'noted' | 'unchanged'> {
  let outcome: 'noted' | 'unchanged' = 'unchanged';
  for (let round = 0; round < rounds; round += 1) {
    const enrolment = await deps.enrolments.findByRegistration(registration);
    if (!enrolment || !isTaken(enrolment)) return outcome;
    const word = await deps.providerWords.wordOn(enrolment);
    const known: Enrolment['providerWord'] = enrolment.providerWord;
    if (sameWord(word, known ?? {})) return outcome;
    const rev = (known?.rev ?? 0) + 1;
    const noted = { ...word, rev, notedAt: deps.clock.now().toISOString() };
    if ((await deps.enrolments.noteProviderWord(enrolment, noted)) === 'noted') outcome = 'noted';
  }
  throw new Unavailable('What the provider says of this learner is changing. Please try again.');
}

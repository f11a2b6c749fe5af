import type { Clock, Digest, PersonId, ProviderId, Signer } from '@sinau/kernel';
import type { SharedValuesStore, ValuesChange } from './ports.ts';
import type { SharedAttributes } from './shared-attributes.ts';

/**
 * Remembers what can be told of each to the provider, as a keyed digest, and answers since when it is another than before. Nobody tells us
 * when a name was corrected, an agreement began by the clock or an agency was renamed: it is found by whoever reads next. Who is looked at
 * for the first time has not changed.
 */
export async function noticeChanges(
  deps: {
    readonly values: SharedValuesStore;
    readonly signer: Pick<Signer, 'sign'>;
    readonly digest: Pick<Digest, 'sha256'>;
    readonly clock: Clock;
  },
  input: {
    readonly providerId: ProviderId;
    /** Answers of `sharedAttributes`. */
    readonly people: readonly SharedAttributes[];
    /** Who finds what changed, for telling their own findings from others'. */
    readonly reading: string;
  },
): Promise<ReadonlyMap<PersonId, ValuesChange>> {
  const { providerId, reading } = input;
  if (input.people.length === 0) return new Map();
  const people = input.people.map((person) => ({
    personId: person.personId,
    values: valuesOf(deps, person),
  }));
  return deps.values.compare(providerId, people, { at: deps.clock.now().toISOString(), reading });
}

function valuesOf(
  { signer, digest }: { readonly signer: Pick<Signer, 'sign'>; readonly digest: Pick<Digest, 'sha256'> },
  person: SharedAttributes,
): string {
  const { name, email, employeeNumber, agency, unit, locale } = person;
  const text = JSON.stringify([person.personId, name, email, employeeNumber, agency, unit, locale]);
  // Keyed: a plain digest of a number of eighteen digits could be guessed.
  return digest.sha256(signer.sign('shared-values', text));
}

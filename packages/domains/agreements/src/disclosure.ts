import type { AgencyId, Clock, PersonId, ProviderId } from '@sinau/kernel';
import { type ShareableAttribute, shareableAttributes } from './agreement.ts';
import type { DisclosureStore } from './ports.ts';

export const channels = ['launch', 'roster', 'enrolment'] as const;
export type Channel = (typeof channels)[number];

/** The pseudonym leaves without any agreement, and is noted like the rest. */
export const disclosedAttributes = ['pseudonym', ...shareableAttributes] as const;
export type DisclosedAttribute = (typeof disclosedAttributes)[number];

/** A person's traces are exact to this. */
export const traceMinutes = 10;

/**
 * Notes what leaves, before it leaves: whoever cannot note must not disclose. `people` are the answers of `sharedAttributes`.
 */
export async function noteDisclosures(
  deps: { readonly disclosures: Pick<DisclosureStore, 'note'>; readonly clock: Clock },
  input: {
    readonly providerId: ProviderId;
    readonly channel: Channel;
    readonly people: readonly {
      readonly personId: PersonId;
      readonly agencyId?: AgencyId;
      readonly shared: readonly ShareableAttribute[];
    }[];
    /** True: more of one saying, whose pseudonym is noted already. @default false */
    readonly goesOn?: boolean;
  },
): Promise<void> {
  const { providerId, channel, goesOn = false } = input;
  if (input.people.length === 0) return;
  const people = input.people.map(({ personId, agencyId, shared }) => ({
    personId,
    ...(agencyId !== undefined && { agencyId }),
    attributes: goesOn ? shared : ['pseudonym' as const, ...shared],
  }));
  await deps.disclosures.note({ providerId, channel, at: deps.clock.now().toISOString(), people });
}

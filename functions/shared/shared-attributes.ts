import {
  type Channel,
  type DisclosureStore,
  noteDisclosures,
  noticeChanges,
  type ProfilePort,
  type SharedAttributes,
  type SharedValuesStore,
  type SharingDeps,
  type SubjectStore,
  sharedAttributes,
  sharedAttributesOfMany,
  type ValuesChange,
} from '@sinau/agreements';
import {
  createDisclosureStore,
  createSharedValuesStore,
  createSharingRules,
  createSubjectStore,
} from '@sinau/agreements/dynamo';
import {
  currentEmployeeNumber,
  type OrganisationStore,
  type PeopleStore,
  type UnitId,
} from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { hmacSigner, nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What may leave to providers about people, for every door by which something does. */
export interface Sharing {
  readonly of: (asked: {
    readonly providerId: ProviderId;
    readonly personId: PersonId;
  }) => Promise<SharedAttributes>;
  /** In the order asked. */
  readonly ofMany: (asked: {
    readonly providerId: ProviderId;
    readonly personIds: readonly PersonId[];
  }) => Promise<readonly SharedAttributes[]>;
  /** Before anything is sent: what cannot be noted does not leave. */
  readonly note: (disclosed: {
    readonly providerId: ProviderId;
    readonly channel: Channel;
    readonly people: readonly Pick<SharedAttributes, 'personId' | 'agencyId' | 'shared'>[];
    /** More of one saying, whose pseudonym is noted already. */
    readonly goesOn?: boolean;
  }) => Promise<void>;
  /** Of whom rosters have found another thing to tell than before, and when. */
  readonly changes: (asked: {
    readonly providerId: ProviderId;
    readonly people: readonly SharedAttributes[];
    readonly reading: string;
  }) => Promise<ReadonlyMap<PersonId, ValuesChange>>;
  /** Who a provider means by a subject; undefined for one that it was never given. */
  readonly personOf: (providerId: ProviderId, subject: string) => Promise<PersonId | undefined>;
}

/** As it is noted where nothing but the pseudonym leaves. */
export const byPseudonym = ({ personId, subject, agencyId }: SharedAttributes): SharedAttributes => ({
  ...{ personId, subject, shared: [] },
  ...(agencyId !== undefined && { agencyId }),
});

export function createSharedAttributes(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly SIGNING_SECRET: string };
}): Sharing {
  const { parts, env } = given;
  const door = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return sharingOf({
    ...{ people: createPeopleStore(door), organisations: createOrganisationStore(door) },
    ...{ rules: createSharingRules(door), subjects: createSubjectStore(door) },
    ...{ disclosures: createDisclosureStore(door), values: createSharedValuesStore(door) },
    ...{ signer: hmacSigner(env.SIGNING_SECRET), digest: nodeDigest, clock: systemClock },
  });
}

/** By whatever stores there are. */
export function sharingOf(
  stores: Omit<SharingDeps, 'people' | 'subjects'> &
    Parameters<typeof profilesBy>[0] & {
      readonly subjects: SubjectStore;
      readonly disclosures: DisclosureStore;
      readonly values: SharedValuesStore;
    },
): Sharing {
  const deps = { ...stores, people: profilesBy(stores) };
  const { subjects } = stores;
  return {
    of: (asked) => sharedAttributes(deps, asked),
    ofMany: (asked) => sharedAttributesOfMany(deps, asked),
    note: (disclosed) => noteDisclosures(deps, disclosed),
    changes: (asked) => noticeChanges(deps, asked),
    personOf: subjects.personOf,
  };
}

/** Identity as agreements ask it. */
function profilesBy(deps: {
  readonly people: Pick<PeopleStore, 'findMany'>;
  readonly organisations: Pick<OrganisationStore, 'findAgency' | 'findUnit'>;
}): ProfilePort {
  const { people, organisations } = deps;
  return {
    async profilesOf(personIds) {
      const found = await people.findMany(personIds);
      return found
        .filter(({ status }) => status !== 'disabled')
        .map((person) => {
          const { personId, name, email, home, unitId, locale = 'id' } = person;
          const employeeNumber = currentEmployeeNumber(person)?.value;
          return {
            ...{ personId, name, email, locale },
            ...(employeeNumber !== undefined && { employeeNumber }),
            ...(home.kind === 'agency' && { agencyId: home.agencyId }),
            ...(unitId !== undefined && { unitId }),
          };
        });
    },
    agencyName: async (agencyId) => (await organisations.findAgency(agencyId))?.name,
    unitName: async (agencyId, unitId) => (await organisations.findUnit(agencyId, unitId as UnitId))?.name,
  };
}

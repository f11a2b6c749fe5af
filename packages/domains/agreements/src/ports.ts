import type { AgencyId, Locale, PersonId, ProviderId } from '@sinau/kernel';
import type { Agreement, Terms } from './agreement.ts';
import type { Channel, DisclosedAttribute } from './disclosure.ts';
import type { SharingDecision } from './sharing-decision.ts';

/** A person as identity knows them now. */
export interface Profile {
  readonly personId: PersonId;
  /** With titles, as the person writes it. */
  readonly name: string;
  readonly email: string;
  readonly employeeNumber?: string;
  /** Home agency; nothing but the pseudonym leaves of people who have none. */
  readonly agencyId?: AgencyId;
  readonly unitId?: string;
  readonly locale: Locale;
}

/** Reads see every write that was answered before. */
export interface ProfilePort {
  /** Those who exist and are not disabled, in no particular order. */
  profilesOf(personIds: readonly PersonId[]): Promise<readonly Profile[]>;
  agencyName(agencyId: AgencyId): Promise<string | undefined>;
  unitName(agencyId: AgencyId, unitId: string): Promise<string | undefined>;
}

/** What decides whether anything leaves. Reads see every write that was answered before; rejects with `Unavailable`. */
export interface SharingRules {
  /** The active agreements of a provider, whatever their period, and which of these agencies have stopped it. */
  rulesOf(
    providerId: ProviderId,
    agencyIds: readonly AgencyId[],
  ): Promise<{ readonly terms: readonly Terms[]; readonly stopped: ReadonlySet<AgencyId> }>;
}

/** Who is who at which provider. Reads see every write that was answered before; rejects with `Unavailable`. */
export interface SubjectStore {
  /** The subject that each person has at the provider; whoever has none yet gets the one proposed, and keeps it. */
  keepSubjects(
    providerId: ProviderId,
    proposed: readonly { readonly personId: PersonId; readonly subject: string }[],
  ): Promise<ReadonlyMap<PersonId, string>>;
  personOf(providerId: ProviderId, subject: string): Promise<PersonId | undefined>;
  /** Those of these that are somebody's subject at the provider. */
  subjectsAmong(providerId: ProviderId, texts: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of those who have one; nobody gets one by being asked for. */
  knownSubjects(
    providerId: ProviderId,
    personIds: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, string>>;
}

/** When something else could be told of a person than before, and by which reading that was found. ISO 8601 UTC. */
export interface ValuesChange {
  readonly at: string;
  readonly reading: string;
}

/** What could be told of people last, as digests. Rejects with `Unavailable`. */
export interface SharedValuesStore {
  /**
   * Keeps the values of each who has others, marked with `change`, and answers the last change of each. Whoever has none yet gets these without a mark, and
   * whoever has no subject there has neither. Of two at once the later write counts, and the next reading sets it right.
   */
  compare(
    providerId: ProviderId,
    people: readonly { readonly personId: PersonId; readonly values: string }[],
    change: ValuesChange,
  ): Promise<ReadonlyMap<PersonId, ValuesChange>>;
}

/** Something leaves to a provider now. */
export interface Disclosure {
  readonly providerId: ProviderId;
  readonly channel: Channel;
  readonly at: string;
  readonly people: readonly {
    readonly personId: PersonId;
    readonly agencyId?: AgencyId;
    readonly attributes: readonly DisclosedAttribute[];
  }[];
}

export interface Traced {
  readonly first: string;
  readonly last: string;
}

/** What has left of a person to one provider. */
export interface PersonDisclosures {
  readonly providerId: ProviderId;
  readonly subject: string;
  readonly attributes: Readonly<Partial<Record<DisclosedAttribute, Traced>>>;
}

/** What has left of an agency's people to one provider by one channel. */
export interface AgencyDisclosures {
  readonly providerId: ProviderId;
  readonly channel: Channel;
  /** `times` counts people each time: a roster of thirty counts thirty. */
  readonly attributes: Readonly<Partial<Record<DisclosedAttribute, Traced & { readonly times: number }>>>;
}

/** Rejects with `Unavailable` when the store does not answer. */
export interface DisclosureStore {
  /**
   * Resolves once it is written. Counts of agencies are added once a call; what stands at a person is written when an attribute is new
   * or its last time is older than ten minutes, so that a roster that is read often costs little.
   */
  note(disclosure: Disclosure): Promise<void>;
  /** Sees every write that was answered before. */
  ofPerson(personId: PersonId): Promise<readonly PersonDisclosures[]>;
  /** Sees every write that was answered before. */
  ofAgency(agencyId: AgencyId): Promise<readonly AgencyDisclosures[]>;
}

/** Reads see every write that was answered before; every method rejects with `Unavailable`, and then nothing was written. */
export interface AgreementStore {
  /** `taken`: there is this version already. */
  add(draft: Agreement): Promise<'added' | 'taken'>;
  /** Replaces a draft; `conflict`: it is no longer one, or another `rev`. Stores the next `rev`. */
  changeDraft(next: Agreement): Promise<'changed' | 'conflict'>;
  removeDraft(draft: Agreement): Promise<'removed' | 'conflict'>;
  find(providerId: ProviderId, agreementId: string, version: number): Promise<Agreement | undefined>;
  /** Every version of every agreement of a provider, latest made first. */
  listOf(providerId: ProviderId): Promise<readonly Agreement[]>;
  inForce(providerId: ProviderId): Promise<InForce>;
  /** Of many providers at once; those with none are left out. */
  inForceOf(providerIds: readonly ProviderId[]): Promise<ReadonlyMap<ProviderId, readonly Terms[]>>;
  /**
   * Writes new states and what is in force by them, in one transaction: never one without the other. `conflict`: one of `changed` has another
   * `rev`, or what is in force has; nothing was written.
   */
  settle(step: {
    readonly providerId: ProviderId;
    /** At most 50. */
    readonly changed: readonly Agreement[];
    readonly inForce: InForce;
  }): Promise<'settled' | 'conflict'>;
}

/** What is active with one provider; `rev` is 0 before anything was. */
export interface InForce {
  readonly terms: readonly Terms[];
  readonly rev: number;
}

/** Reads see every write that was answered before; every method rejects with `Unavailable`. */
export interface SharingStore {
  /** What an agency decided about these providers; those it never decided about are left out. */
  decisionsOf(
    agencyId: AgencyId,
    providerIds: readonly ProviderId[],
  ): Promise<ReadonlyMap<ProviderId, SharingDecision>>;
  /** Keeps a decision and its place in the history; `conflict`: the stored one has another `rev` than `next.rev`. */
  decide(next: SharingDecision): Promise<'decided' | 'conflict'>;
  /** Latest first. */
  historyOf(agencyId: AgencyId, providerId: ProviderId): Promise<readonly SharingDecision[]>;
}

/** Agencies and providers, as identity knows them. */
export interface OrganisationPort {
  hasProvider(providerId: ProviderId): Promise<boolean>;
  providerNames(): Promise<ReadonlyMap<ProviderId, string>>;
  agencyNames(): Promise<ReadonlyMap<AgencyId, string>>;
}

import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Community, CommunityId, Meeting, MeetingId, MeetingMaterial, Member } from './community.ts';

export interface MeetingPlace {
  readonly communityId: CommunityId;
  readonly meetingId: MeetingId;
}

/**
 * Whatever is saved has the `rev` that was read, or 0 where there was none, and is kept with one more; `conflict` where that has changed since, and
 * nothing is written. Reads see every write that was answered before, but for lists of an agency and of a person. Rejects with `Unavailable`.
 */
export interface CommunityStore {
  find(communityId: CommunityId): Promise<Community | undefined>;
  /** A new one with its first facilitator, or neither. */
  found(community: Community, founder: Member): Promise<'saved' | 'conflict'>;
  save(next: Community): Promise<'saved' | 'conflict'>;
  /** Of an agency, in no order; may lag behind by seconds. */
  listOf(agencyId: AgencyId): Promise<readonly Community[]>;
  /** Open to people of every agency, in no order; may lag behind by seconds. */
  listOpen(): Promise<readonly Community[]>;
  findMember(communityId: CommunityId, personId: PersonId): Promise<Member | undefined>;
  saveMember(next: Member): Promise<'saved' | 'conflict'>;
  /** One who led it leads it no more: with the revision of the community, so that of two who do so at once one is `conflict`. */
  stepDown(community: Community, next: Member): Promise<'saved' | 'conflict'>;
  /** Whoever is in it, was, or has asked, in no order. */
  membersOf(communityId: CommunityId): Promise<readonly Member[]>;
  /** What somebody is in, was, or has asked for, in no order; may lag behind by seconds. */
  ofPerson(personId: PersonId): Promise<readonly Member[]>;
  findMeeting(place: MeetingPlace): Promise<Meeting | undefined>;
  saveMeeting(next: Meeting): Promise<'saved' | 'conflict'>;
  /**
   * Whether somebody who is marked as present says so too, as of `at`; whatever else changes at the same time, others of the same meeting among it.
   * `conflict`: they are not marked as present, or it was cancelled.
   */
  confirm(
    place: MeetingPlace,
    said: { readonly personId: PersonId; readonly present: boolean; readonly at: string },
  ): Promise<'saved' | 'conflict'>;
  /** In no order. */
  meetingsOf(communityId: CommunityId): Promise<readonly Meeting[]>;
}

export interface MeetingMaterialPlace extends MeetingPlace {
  readonly materialId: string;
}

/** What is wrong with a file; `active`: it runs, sends or carries something. */
export type MeetingMaterialProblem = 'not-pdf' | 'encrypted' | 'active' | 'too-large' | 'too-many';

/** Files of meetings. Rejects with `Unavailable`. */
export interface MeetingMaterialRoom {
  /** Looks at a file as at one that means harm. */
  inspect(
    bytes: Uint8Array,
  ): Promise<
    | Pick<MeetingMaterial, 'pages' | 'sha256'>
    | { readonly problem: Extract<MeetingMaterialProblem, 'not-pdf' | 'encrypted' | 'active'> }
  >;
  put(place: MeetingMaterialPlace, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there. */
  get(place: MeetingMaterialPlace): Promise<Uint8Array | undefined>;
  /** Harmless where there is none. */
  remove(place: MeetingMaterialPlace): Promise<void>;
}

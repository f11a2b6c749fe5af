import type { PersonPrincipal } from '@sinau/kernel';
import type { MaterialProblemName, MaterialView } from '../materials/ports.ts';

export const valueNames = [
  ...(['pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif'] as const),
] as const;
export type ValueName = (typeof valueNames)[number];
export const joiningNames = ['open', 'approval'] as const;
export type JoiningName = (typeof joiningNames)[number];
export type MeetingStateName = 'open' | 'closed' | 'cancelled';
export const memberStepNames = ['approve', 'refuse', 'remove', 'facilitator', 'member'] as const;
export type MemberStepName = (typeof memberStepNames)[number];

export interface CommunityLine {
  readonly communityId: string;
  readonly name: string;
  readonly about: string;
  readonly agency: string;
  readonly values: readonly ValueName[];
  readonly joining: JoiningName;
  readonly openTo: 'agency' | 'all';
  readonly state: 'active' | 'closed';
  /** What the reader is in it; `outside`: in it, and of another agency by now, to which it is not open; absent: nothing. */
  readonly mine?: 'asked' | 'member' | 'facilitator' | 'outside';
}

export interface MemberLine {
  readonly personId: string;
  readonly name: string;
  readonly role: 'facilitator' | 'member';
  readonly isMe: boolean;
}

export interface MeetingLine {
  readonly communityId: string;
  readonly meetingId: string;
  readonly topic: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly state: MeetingStateName;
  /** The reader has to say whether they were there. */
  readonly waits: boolean;
  readonly hasBegun: boolean;
}

export interface CommunityView extends CommunityLine {
  readonly count: number;
  readonly facilitators: readonly string[];
  /** For those who are in it. */
  readonly members: readonly MemberLine[];
  /** For those who lead it. */
  readonly asked: readonly MemberLine[];
  /** For those who are in it, the last first. */
  readonly meetings: readonly MeetingLine[];
}

export interface AttendanceLine {
  readonly personId: string;
  readonly name: string;
  readonly present: boolean;
  readonly confirmed: boolean;
  /** They have marked themselves: it does not count before another facilitator does. */
  readonly marksSelf: boolean;
  /** They led the meeting or spoke there. */
  readonly taught: boolean;
  /** They scanned the code. */
  readonly byCode: boolean;
  /** Who has said since that somebody who scanned the code was not there, and why. */
  readonly override?: { readonly by: string; readonly reason: string };
}

export const lackNames = ['over', 'minutes', 'people'] as const;
export type LackName = (typeof lackNames)[number];

export interface MeetingView extends MeetingLine {
  readonly community: string;
  readonly endsAt: string;
  readonly place?: string;
  readonly link?: string;
  readonly minutes?: string;
  readonly attendances: readonly AttendanceLine[];
  /** Whole lesson hours of whoever was there. */
  readonly jp: number;
  readonly reason?: string;
  readonly closedBy?: string;
  readonly leads: boolean;
  /** What the reader may say of their own attendance now; absent: nothing. */
  readonly own?: 'to-say' | 'said';
  /** For whoever leads: who can be marked, and what is missing before it can be closed. */
  readonly candidates: readonly { readonly personId: string; readonly name: string }[];
  readonly lacks: readonly LackName[];
  readonly leastPeople: number;
  /** How often it was written down. */
  readonly recorded: number;
  /** Files, for those who are in the community now. */
  readonly materials: readonly MaterialView[];
  readonly mayReadMaterials: boolean;
  readonly mayAddMaterials: boolean;
  /** People can check in by a code now. */
  readonly isDoorOpen: boolean;
}

/** What a facilitator's screen shows. */
export interface MeetingCodeView extends MeetingAt {
  readonly community: string;
  readonly topic: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isOpen: boolean;
  /** Dark squares as an SVG path. */
  readonly code: { readonly size: number; readonly path: string };
  /** After which the screen looks again. */
  readonly seconds: number;
  readonly checkedIn: number;
}

/** What a phone shows that has scanned it. */
export interface MeetingDoorView extends MeetingAt {
  readonly community: string;
  readonly topic: string;
  readonly startsAt: string;
  readonly state: 'in' | 'ready';
  readonly ticket: string;
}

export interface CommunityOrder {
  readonly name: string;
  readonly about: string;
  readonly values: readonly ValueName[];
  readonly joining: JoiningName;
}

export interface MeetingOrder {
  readonly topic: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly place?: string;
  readonly link?: string;
}

export interface MeetingAt {
  readonly communityId: string;
  readonly meetingId: string;
}

export interface CommunitiesPorts {
  listOf(person: PersonPrincipal): Promise<{
    readonly own: readonly CommunityLine[];
    readonly others: readonly CommunityLine[];
  }>;
  communityOf(person: PersonPrincipal, communityId: string): Promise<CommunityView>;
  /** Resolves with its id. */
  found(person: PersonPrincipal, order: CommunityOrder): Promise<string>;
  change(
    person: PersonPrincipal,
    communityId: string,
    change: CommunityOrder | { readonly state: 'active' | 'closed' },
  ): Promise<void>;
  join(person: PersonPrincipal, communityId: string): Promise<void>;
  leave(person: PersonPrincipal, communityId: string): Promise<void>;
  decide(
    person: PersonPrincipal,
    communityId: string,
    step: { readonly personId: string; readonly step: MemberStepName },
  ): Promise<void>;
  /** Today, and the name of the clock, of whoever plans. */
  clockOf(person: PersonPrincipal): Promise<{ readonly today: string; readonly zone: string }>;
  /** Resolves with its id. */
  plan(person: PersonPrincipal, communityId: string, order: MeetingOrder): Promise<string>;
  meetingOf(person: PersonPrincipal, at: MeetingAt): Promise<MeetingView>;
  record(
    person: PersonPrincipal,
    at: MeetingAt,
    record: {
      readonly minutes: string;
      readonly present: readonly string[];
      readonly taught: readonly string[];
      readonly shown: readonly string[];
      readonly recorded: number;
      readonly reason?: string;
    },
  ): Promise<void>;
  confirm(person: PersonPrincipal, at: MeetingAt, present: boolean): Promise<void>;
  code(person: PersonPrincipal, at: MeetingAt): Promise<MeetingCodeView>;
  door(person: PersonPrincipal, at: MeetingAt, code: string): Promise<MeetingDoorView>;
  checkIn(person: PersonPrincipal, at: MeetingAt, ticket: string): Promise<void>;
  /** Of a file, in bytes. */
  readonly maxBytes: number;
  addMaterial(
    person: PersonPrincipal,
    at: MeetingAt,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<'added' | 'known' | Exclude<MaterialProblemName, 'missing'>>;
  removeMaterial(person: PersonPrincipal, at: MeetingAt, materialId: string): Promise<void>;
  materialOf(person: PersonPrincipal, at: MeetingAt, materialId: string): Promise<Uint8Array>;
  close(person: PersonPrincipal, at: MeetingAt): Promise<void>;
  undo(
    person: PersonPrincipal,
    at: MeetingAt,
    undo: { readonly to: 'open' | 'cancelled'; readonly reason: string },
  ): Promise<void>;
}

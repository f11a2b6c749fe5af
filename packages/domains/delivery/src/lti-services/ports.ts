import type { AgencyId, AtomicCompanion, PersonId, ProviderId } from '@sinau/kernel';
import type { CourseSourcedIds, LaunchPerson, PersonalAttribute } from '@sinau/lti';
import type { LtiLink, LtiTool } from '../lti/index.ts';
import type { StoredLineItem, ToolPlace } from './line-item.ts';
import type { ScoreRecord } from './score-record.ts';

type OfScore = Pick<ScoreRecord, 'courseId' | 'clientId' | 'lineItemId'>;

/** Line items and scores. Reads see every write that was answered before. Rejects with `Unavailable` when it does not answer. */
export interface GradeStore {
  /** All of one tool in one course, in no particular order; `mostLineItems` at most. */
  listItems(place: ToolPlace): Promise<readonly StoredLineItem[]>;
  findItem(place: ToolPlace, lineItemId: string): Promise<StoredLineItem | undefined>;
  /** Writes with `rev` one higher if the stored one still has this `rev`, or none exists and it is 0. */
  saveItem(item: StoredLineItem): Promise<'saved' | 'conflict'>;
  /** With every score in it. No score is added to it any more. */
  removeItem(item: StoredLineItem): Promise<'removed' | 'absent'>;
  findScore(item: OfScore, userId: string): Promise<ScoreRecord | undefined>;
  /**
   * As `saveItem`, together with the writes of another context, or nothing. `item-gone`: the line item was deleted meanwhile.
   * `companion-refused`: a condition of the companion did not hold, and nothing else stood in the way.
   * @param given.isDeclared the line item may have no row of its own
   */
  saveScore(
    record: ScoreRecord,
    given: { readonly isDeclared: boolean; readonly companion?: AtomicCompanion },
  ): Promise<'saved' | 'conflict' | 'item-gone' | 'companion-refused'>;
  /** By user. */
  listScores(
    item: OfScore,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly records: readonly ScoreRecord[]; readonly last?: string }>;
  /** Every score under one registration; for the rights of the person. */
  listOfRegistration(registration: string): Promise<readonly ScoreRecord[]>;
  removeScores(records: readonly ScoreRecord[]): Promise<void>;
}

/** A link of a tool, and the versions of its course that it stands in. */
export interface ContextLink extends LtiLink {
  readonly versions: readonly number[];
}

/** Courses as contexts of tools; the catalogue answers. */
export interface ContextPort {
  /** Undefined when there is no such course. `links`: of every tool, in any version that somebody may be on. */
  find(
    courseId: string,
  ): Promise<{ readonly title: string; readonly links: readonly ContextLink[] } | undefined>;
}

/** Who takes a course; enrolment answers. */
export interface CoursePeoplePort {
  /** The registration of who takes the course or has completed it. */
  registrationOf(personId: PersonId, courseId: string): Promise<string | undefined>;
  /** Everybody who takes the course or has completed it, in pieces; may lag by about a second. Somebody who changes may come twice. */
  list(piece: {
    readonly courseId: string;
    readonly limit: number;
    /** A `next` of this course. */
    readonly after?: string;
    /** Then also those who have left the course since; ISO 8601 UTC. */
    readonly leftSince?: string;
  }): Promise<{ readonly people: readonly CoursePerson[]; readonly next?: string }>;
}

export interface CoursePerson {
  readonly personId: PersonId;
  readonly version: number;
  /** When they came, went over to the version they are on, or left; ISO 8601 UTC. */
  readonly changedAt: string;
  /** When they went over to the version they are on from another one. */
  readonly movedAt?: string;
  readonly hasLeft: boolean;
}

/** What a tool hears of people; agreements answer. */
export interface ToolPeoplePort {
  personOf(providerId: ProviderId, subject: string): Promise<PersonId | undefined>;
  /**
   * What the provider may hear of these people now, in their order, and when that was found to be another than before. It is not told:
   * nothing of it may leave before `noteTold` has resolved. `reading`: names the reading that finds a change, for whoever reads next.
   */
  lookAt(
    providerId: ProviderId,
    personIds: readonly PersonId[],
    reading: string,
  ): Promise<readonly KnownPerson[]>;
  /** Notes what leaves of whom. */
  noteTold(
    providerId: ProviderId,
    told: readonly { readonly person: KnownPerson; readonly attributes: readonly PersonalAttribute[] }[],
  ): Promise<void>;
  /** Their pseudonyms alone, in their order; noted as no more than that. */
  subjectsOf(providerId: ProviderId, personIds: readonly PersonId[]): Promise<readonly string[]>;
}

/** A person as a tool hears of them. All but the pseudonym depends on the agreement with the provider. */
export interface ToldPerson extends LaunchPerson {
  readonly subject: string;
}

/** With what is not for the tool. */
export interface KnownPerson extends ToldPerson {
  readonly personId: PersonId;
  readonly agencyId?: AgencyId;
  /** The last time that something else could be told than before, as far as rosters have met it; ISO 8601 UTC. */
  readonly changed?: { readonly at: string; readonly reading: string };
}

/** What a tool says of a learner in a module, as the inbox of results keeps it. */
export interface ToolResult {
  readonly providerId: ProviderId;
  readonly source: 'ags';
  /** The same for the same saying. */
  readonly eventId: string;
  readonly about: { readonly kind: 'registration'; readonly registration: string; readonly moduleId: string };
  readonly result: { readonly occurredAt: string } & ToolSaying;
  readonly receivedAt: string;
  /** The body that the tool posted, to the letter. */
  readonly sent: { readonly text: string; readonly contentType: string };
}

export type ToolSaying =
  | {
      readonly kind: 'score';
      readonly given: number;
      readonly maximum: number;
      readonly isFinal: boolean;
      /** The scores before are taken back, and there is none: `given` is 0 and means nothing. */
      readonly withdrawn?: true;
    }
  | { readonly kind: 'completion'; readonly completed: boolean };

/** Results of all sources go one way; the connectors take them. */
export interface ResultInbox {
  /** The write that takes the event; it holds once an event. */
  taking(event: ToolResult): AtomicCompanion;
}

/** What the launch of a link says in `custom`: as it was written, and with variables filled in for one person (LTI core 1.3, 6.1). */
export interface CustomParameters {
  wishesOf(of: ParametersOf): Readonly<Record<string, string>>;
  fillIn(given: FilledIn): Readonly<Record<string, string>>;
}

interface ParametersOf {
  readonly tool: LtiTool;
  readonly link: LtiLink;
}

interface FilledIn extends ParametersOf {
  readonly courseTitle: string;
  readonly sourced: CourseSourcedIds;
  readonly person: ToldPerson;
}

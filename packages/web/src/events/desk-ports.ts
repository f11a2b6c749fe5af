import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { MaterialProblemName, MaterialView } from '../materials/ports.ts';
import type { ListMarking } from './attendance-form.ts';
import type { SessionAt } from './paths.ts';
import type { AudienceName, EventModeName, SeatStateName, SessionView } from './ports.ts';

export interface SessionOrder {
  /** Of a session that there is. */
  readonly sessionId?: string;
  readonly title?: string;
  /** At the place: `2026-12-01`, `09:00`. */
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly place?: string;
  readonly link?: string;
}

export interface EventOrder {
  /** In which row of the form each session (`s`), speaker (`p`) and link (`l`) stood, blank ones left out. */
  readonly rows: Readonly<Record<'s' | 'p' | 'l', readonly number[]>>;
  readonly title: string;
  readonly about?: string;
  readonly form: string;
  readonly mode: EventModeName;
  readonly abroad: boolean;
  /** `4` or `2,5`. */
  readonly stated?: string;
  readonly zone: string;
  readonly sessions: readonly SessionOrder[];
  /** `email`: of a speaker who is one of the organiser's people. */
  readonly speakers: readonly {
    readonly name: string;
    readonly post?: string;
    readonly bio?: string;
    readonly email?: string;
  }[];
  readonly capacity: number;
  /** Whole rupiah of a seat; absent: it costs nothing. */
  readonly price?: number;
  /** At the place: `2026-12-01T09:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly audience: AudienceName;
  readonly unitIds: readonly string[];
  readonly asksSupervisor: boolean;
  readonly confirmHours: number;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly evaluation?: string;
}

export interface DeskEventRow {
  readonly eventId: string;
  readonly title: string;
  readonly state: 'draft' | 'published' | 'cancelled';
  readonly isClosed: boolean;
  /** Nobody closed it: its time was over. */
  readonly closedItself: boolean;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
}

export interface DeskSession extends Omit<SessionView, 'present'> {
  /** Check-in has been open, or is: attendance can be noted. */
  readonly hasBegun: boolean;
  readonly isOpen: boolean;
}

export interface DeskEventView extends DeskEventRow {
  readonly materials: readonly MaterialView[];
  readonly order: EventOrder;
  readonly sessions: readonly DeskSession[];
  readonly isOver: boolean;
  /** When attendance closes if nobody closes it, ISO 8601 UTC. */
  readonly closesItselfAt: string;
  readonly rev: number;
  readonly cancelReason?: string;
}

export interface ParticipantRow {
  /** Of the row; a pseudonym where a provider looks. */
  readonly personId: string;
  /** Of the reader: somebody else notes whether they were there. */
  readonly isOwn?: true;
  /** Of the pseudonym, beside a name that was disclosed. */
  readonly code?: string;
  readonly name: string;
  /** Absent: not for the reader to know. */
  readonly agency?: string;
  readonly state: SeatStateName;
  readonly since: string;
  readonly reason?: string;
  readonly marks: Readonly<
    Record<string, { readonly present: boolean; readonly by?: string; readonly reason?: string }>
  >;
}

/** What a new event takes from the item of an annual plan that it is held for. */
export interface PlannedView {
  readonly title: string;
  readonly form: string;
  readonly people: number;
}

export interface EventChoices {
  readonly forms: readonly (readonly [code: string, name: LanguageMap])[];
  readonly units: readonly (readonly [unitId: string, name: string])[];
}

export interface CodeScreen {
  readonly title: string;
  readonly zone: string;
  readonly session: DeskSession;
  /** The dark squares as an SVG path in a square of `size`. */
  readonly code: { readonly size: number; readonly path: string };
  readonly url: string;
  /** Until another one is shown. */
  readonly seconds: number;
  readonly checkedIn: number;
}

/** Events of an office, for those who hold them. */
export interface EventsDeskPorts {
  list(
    person: PersonPrincipal,
    after?: string,
  ): Promise<{ readonly rows: readonly DeskEventRow[]; readonly next?: string }>;
  choices(person: PersonPrincipal): Promise<EventChoices>;
  eventOf(person: PersonPrincipal, eventId: string): Promise<DeskEventView>;
  /** What an annual plan says of an item; undefined: there is no such item. `mark` as `itemMark` makes it. */
  planned(person: PersonPrincipal, mark: string): Promise<PlannedView | undefined>;
  /** `item`: of an annual plan, which it is held for. */
  make(person: PersonPrincipal, order: EventOrder, item?: string): Promise<string>;
  change(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly order: EventOrder; readonly rev: number },
  ): Promise<void>;
  act(
    person: PersonPrincipal,
    eventId: string,
    act: 'publish' | 'remove' | 'close' | 'reopen',
  ): Promise<void>;
  cancel(person: PersonPrincipal, eventId: string, reason: string): Promise<void>;
  people(
    person: PersonPrincipal,
    eventId: string,
    after?: string,
  ): Promise<{ readonly rows: readonly ParticipantRow[]; readonly next?: string }>;
  /** Gives the names of those who have no seat any more; nothing was noted of them. */
  mark(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly markings: readonly ListMarking[]; readonly reason: string },
  ): Promise<readonly string[]>;
  /** Of a file, in bytes. */
  readonly maxBytes: number;
  addMaterial(
    person: PersonPrincipal,
    eventId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<'added' | Exclude<MaterialProblemName, 'missing'>>;
  removeMaterial(person: PersonPrincipal, eventId: string, materialId: string): Promise<void>;
  /** Somebody who came without a seat, by their e-mail address or number; `unknown`: nobody of theirs is called so. */
  seatByHand(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly who: string; readonly reason: string },
  ): Promise<'seated' | 'unknown'>;
  takeBack(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly personId: string; readonly reason: string },
  ): Promise<void>;
  code(person: PersonPrincipal, at: SessionAt): Promise<CodeScreen>;
}

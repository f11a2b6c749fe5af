import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import type { LocalDate } from '../local-date.ts';
import type { CertificateOf } from '../one-learning.ts';
import type { FormCode } from '../rules/forms.ts';

/** What somebody was at, of an event of this platform; days of the place. */
export interface AttendedEvent {
  /** Name of whoever held it. */
  readonly organiser: string;
  /** Days that were attended from beginning to end, in order. */
  readonly days: readonly LocalDate[];
  /** Day of each session that was attended, in order. */
  readonly sessions: readonly LocalDate[];
  /** Every session: a programme counts as a whole or not at all. */
  readonly isComplete: boolean;
}

/** Something that was learned outside the platform, as whoever verified it has found it; or here, at an event or from each other. */
export interface Attendance {
  readonly personId: PersonId;
  /** Of the record, of the event, or of what was shared. */
  readonly learningId: string;
  /** Of an event; absent for learning elsewhere. */
  readonly event?: AttendedEvent;
  /** Of what people have learned from each other here. */
  readonly shared?: { readonly organiser: string };
  /** Home agency when it was sent: whose rules hold. */
  readonly agencyId: AgencyId;
  readonly form: FormCode;
  readonly title: string;
  readonly abroad: boolean;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Whole days, sessions, semesters or times, where the form is counted in these. */
  readonly count?: number;
  /** As the certificate states; absent where it states nothing. */
  readonly stated?: Jp;
  readonly certificate?: CertificateOf;
  /** When that was issued, as it says. */
  readonly certifiedOn?: LocalDate;
  /** When somebody verified it, ISO 8601 UTC. */
  readonly verifiedAt: string;
  /** False: it is not verified, or not any more. */
  readonly stands: boolean;
  /** Why not any more. */
  readonly because?: string;
}

export interface AttendanceDirectory {
  /** Undefined where there is no such record. Rejects with `Unavailable`. */
  attendanceOf(personId: PersonId, learningId: string): Promise<Attendance | undefined>;
}

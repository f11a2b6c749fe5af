import type { AgencyId, EmploymentStatus, PersonId } from '@sinau/kernel';
import type { UnitId } from '../ids.ts';
import type { PostFamily, PostLevel, TimeZone } from '../people/career.ts';
import type { EducationLevel, Grade, LegalStanding } from '../people/rank.ts';

/** What an agency's list says of one of its people; what is left out stays as it is. */
export interface IntakeRow {
  /** 18 digits, read by `parseEmployeeNumber`. */
  readonly number: string;
  readonly name: string;
  readonly email?: string;
  readonly status?: EmploymentStatus;
  readonly contract?: { readonly from: string; readonly to: string };
  readonly post?: { readonly title: string; readonly family: PostFamily; readonly level?: PostLevel };
  readonly grade?: Grade;
  readonly legalStanding?: LegalStanding;
  readonly education?: EducationLevel;
  readonly unitId?: UnitId;
  /** Number of the supervisor. */
  readonly supervisor?: string;
  readonly timeZone?: TimeZone;
  /** From which day what is new in it holds. */
  readonly since?: string;
  /** False closes the account, true opens it again. */
  readonly isActive?: boolean;
}

export type IntakeProblem =
  | 'belongs-elsewhere'
  | 'data-wrong'
  | 'email-missing'
  | 'email-taken'
  | 'not-yours'
  | 'closed-otherwise'
  | 'number-other'
  | 'status-missing'
  | 'supervisor-unknown';

export type IntakeOutcome =
  | {
      readonly outcome: 'created' | 'changed' | 'skipped';
      /** Absent for somebody who would be created. */
      readonly personId?: PersonId;
      /** The supervisor is expected, and not there yet. */
      readonly awaitsSupervisor?: true;
    }
  | { readonly outcome: 'refused'; readonly problem: IntakeProblem };

export interface IntakeInput {
  readonly agencyId: AgencyId;
  /** Who answers for it; absent for a machine of the agency. */
  readonly by?: PersonId;
  readonly row: IntakeRow;
  /** Nothing is written. */
  readonly isTrial: boolean;
  /** Whether somebody of this number is still to come, so that a supervisor may be missing for now. */
  readonly isExpected: (number: string) => boolean;
}

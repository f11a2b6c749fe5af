import { DomainError } from '@sinau/kernel';

/** The person already stands in this course: they asked for it, wait for it, take it or have been given it. */
export class AlreadyEnrolled extends DomainError {
  readonly code = 'enrolment.already-enrolled';

  constructor(message = 'You are already enrolled in this course.') {
    super(message);
  }
}

/** Absent, draft and retired courses get the same answer, so that drafts cannot be probed. */
export class CourseNotOpen extends DomainError {
  readonly code = 'enrolment.course-not-open';

  constructor() {
    super('This course is not open for enrolment.');
  }
}

/** By the legal standing that the agency has filled in: on leave without pay, suspended, and the like. */
export class StandingForbids extends DomainError {
  readonly code = 'enrolment.legal-standing';

  constructor() {
    super(
      'The legal standing of this person does not let them enrol. Ask the personnel office whether it is right.',
    );
  }
}

/** Before the course admits people, or after. */
export class EnrolmentClosed extends DomainError {
  readonly code: 'enrolment.not-yet-open' | 'enrolment.closed';

  constructor(when: 'before' | 'after') {
    super(when === 'before' ? 'Enrolment has not begun yet.' : 'Enrolment is closed.');
    this.code = when === 'before' ? 'enrolment.not-yet-open' : 'enrolment.closed';
  }
}

/** The same answer for an enrolment that is absent and one that belongs to somebody else (case C2). */
export class EnrolmentNotFound extends DomainError {
  readonly code = 'enrolment.not-found';

  constructor(message = 'You are not enrolled in this course.') {
    super(message);
  }
}

/** A finished enrolment cannot be cancelled. */
export class EnrolmentNotActive extends DomainError {
  readonly code = 'enrolment.not-active';

  constructor() {
    super('This enrolment is already finished.');
  }
}

/** Whoever was given a course does not cancel it; whoever gave it can withdraw it. */
export class EnrolmentAssigned extends DomainError {
  readonly code = 'enrolment.assigned';

  constructor() {
    super('This course was assigned to you. Ask whoever assigned it to withdraw it.');
  }
}

/** A supervisor takes back what the supervisor's office has given; what the agency requires, the agency takes back or ends. */
export class AgencyDuty extends DomainError {
  readonly code = 'enrolment.agency-duty';

  constructor() {
    super(
      'The agency requires this course. An administrator withdraws it, or ends the obligation behind it.',
    );
  }
}

/** The agency's seats at the provider that the person may have are used up, and its terms let nobody wait. */
export class QuotaUsedUp extends DomainError {
  readonly code = 'enrolment.quota-used-up';

  constructor() {
    super(
      'The seats of your agency for this course are used up, or what is left is kept for others. Ask an administrator of the agency for more.',
    );
  }
}

/** The line of the agency's budget has too little room for the price of the seat, and its terms let nobody wait. */
export class BudgetUsedUp extends DomainError {
  readonly code = 'enrolment.budget-used-up';
  /** Code and title of the line. */
  readonly line: string;

  constructor({ code, title }: { readonly code: string; readonly title: string }) {
    super(
      `The budget line ${code} "${title}" of your agency has no room for this seat. Ask an administrator of the agency to raise its ceiling or to free some of it.`,
    );
    this.line = `${code} · ${title}`;
  }
}

/** There is no such quota of the agency, or it is none of the caller's. */
export class QuotaNotFound extends DomainError {
  readonly code = 'enrolment.quota-not-found';

  constructor() {
    super('There is no such quota.');
  }
}

/** Somebody has changed the quota meanwhile, or there is one for these days. */
export class QuotaConflict extends DomainError {
  readonly code = 'enrolment.quota-conflict';
}

/** Of a pool more seats are taken than it is to have; whoever has one keeps it. */
export class PoolTaken extends DomainError {
  readonly code = 'enrolment.pool-taken';
  /** Seats taken of it. */
  readonly taken: number;

  constructor(taken: number, path: string) {
    super(
      `${taken} seats of this pool are taken, and who has one keeps it. Leave it at least ${taken} seats, or let what is left be for everybody from today.`,
      { issues: [{ path, message: `must be at least ${taken}` }] },
    );
    this.taken = taken;
  }
}

/** What operators have set, operators change. */
export class QuotaOfOperators extends DomainError {
  readonly code = 'enrolment.quota-of-operators';

  constructor() {
    super('This quota was set by the operators of the platform. Ask them to change it.');
  }
}

/** Nobody could decide: the person belongs to no agency. */
export class NoApprover extends DomainError {
  readonly code = 'enrolment.no-approver';

  constructor() {
    super('This course needs the approval of an agency, and your account belongs to none.');
  }
}

/** Nobody decides on their own request or assigns a course to themselves (case C7). */
export class OwnRequest extends DomainError {
  readonly code = 'enrolment.own-request';

  constructor(message = 'Nobody decides on their own request.') {
    super(message);
  }
}

/** Somebody decided before, or the learner withdrew the request. */
export class RequestNotPending extends DomainError {
  readonly code = 'enrolment.not-pending';

  constructor() {
    super('This request does not wait for a decision any more.');
  }
}

/** The person has a seat by now, or has left the list. */
export class NotWaiting extends DomainError {
  readonly code = 'enrolment.not-waiting';

  constructor() {
    super('You do not wait for a seat in this course any more.');
  }
}

/** By a right that was used before, or since the course is required of the person. */
export class AlreadyAhead extends DomainError {
  readonly code = 'enrolment.already-ahead';

  constructor() {
    super('You are asked before others in this waiting list already. Keep your right for another course.');
  }
}

/** The course admits by invitation. */
export class InvitationNeeded extends DomainError {
  readonly code = 'enrolment.invitation-needed';

  constructor() {
    super('This course admits by invitation. Enter the code of yours.');
  }
}

/** One answer for a code that is unknown, for another course or other people, expired, revoked or used up. */
export class InvitationInvalid extends DomainError {
  readonly code = 'enrolment.invitation-invalid';

  constructor() {
    super('This invitation cannot be used. Ask whoever sent it for another.', {
      issues: [{ path: '/invitation', message: 'is not valid for this course, or not any more' }],
    });
  }
}

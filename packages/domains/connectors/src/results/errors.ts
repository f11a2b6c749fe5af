import { DomainError } from '@sinau/kernel';

/** The same answer for a result that is absent and one of another provider (case C2). */
export class ResultNotFound extends DomainError {
  readonly code = 'connectors.result-not-found';

  constructor() {
    super('There is no such result.');
  }
}

/** Somebody else, or a match that came by itself, was faster. */
export class ResultChanged extends DomainError {
  readonly code = 'connectors.result-changed';

  constructor() {
    super('This result has just been decided about. Look at it again.');
  }
}

/** Nobody takes a course of this provider under that pseudonym, or no part of it takes results. */
export class LearnerNotFound extends DomainError {
  readonly code = 'connectors.learner-not-found';

  constructor(message = 'Nobody with this pseudonym takes this course.') {
    super(message);
  }
}

/** Nobody is told which of id, time, connection and signature was not right, but for the time, which its sender can mend. */
export class SignatureInvalid extends DomainError {
  readonly code = 'connectors.signature-invalid';

  constructor(what?: 'time') {
    super(
      what === 'time'
        ? 'The time of this message is more than five minutes away from ours. Sign it anew for each try.'
        : 'This message is not signed as it has to be. See docs/provider-results.md.',
    );
  }
}

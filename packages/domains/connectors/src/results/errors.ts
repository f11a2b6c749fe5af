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

/** The same answer for a connection that is absent, of another kind, and one whose secret is another (case C2). */
export class CredentialsInvalid extends DomainError {
  readonly code = 'connectors.credentials-invalid';

  constructor() {
    super(
      'Send the key and the secret of this connection as Basic credentials. See docs/provider-results.md.',
    );
  }
}

/** The same id for another saying; the first one stays. */
export class StatementConflict extends DomainError {
  readonly code = 'connectors.statement-conflict';

  constructor() {
    super(
      'A statement has the id of an earlier one that says something else. A correction needs an id of its own.',
    );
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

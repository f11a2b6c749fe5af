import { DomainError } from '@sinau/kernel';

/** The same answer for a job that is absent and one that is not yours (case C2). */
export class PrivacyJobNotFound extends DomainError {
  readonly code = 'privacy.not-found';

  constructor() {
    super('There is no such job.');
  }
}

/** Case C7: whoever asked for it does not let it run. */
export class SecondPersonNeeded extends DomainError {
  readonly code = 'privacy.second-person-needed';

  constructor() {
    super('What one operator asks for is confirmed by another one.');
  }
}

/** Case C7: whoever made an operator does not decide together with them soon after. */
export class SecondPersonDependent extends DomainError {
  readonly code = 'privacy.second-person-dependent';

  constructor() {
    super(
      'One of the two operators was invited, or given their roles, by the other within the last 30 days; let another operator confirm.',
    );
  }
}

/** The job has gone on meanwhile. */
export class NotNow extends DomainError {
  readonly code = 'privacy.not-now';

  constructor(message: string) {
    super(message);
  }
}

/** One export of a person at a time. */
export class ExportRunning extends DomainError {
  readonly code = 'privacy.export-running';

  constructor() {
    super('An export of these records is being made already.');
  }
}

/** Case P2: a dispute or an inspection needs the records. */
export class RecordsHeld extends DomainError {
  readonly code = 'privacy.held';

  constructor() {
    super('A legal hold keeps these records; lift it first, or wait for its end.');
  }
}

/** One open request of a kind at a time. */
export class RequestOpen extends DomainError {
  readonly code = 'privacy.request-open';

  constructor() {
    super('A request of this kind is open already; it can be withdrawn.');
  }
}

/** More than anybody could mean; those of others would be lost among them. */
export class TooManyRequests extends DomainError {
  readonly code = 'privacy.too-many-requests';

  constructor(most: number) {
    super(
      `There are at most ${most} requests of a person a day, and as many open ones; wait for answers, or say it in one.`,
    );
  }
}

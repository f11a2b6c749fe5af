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
    super('An erasure is confirmed by another operator than the one who asked for it.');
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

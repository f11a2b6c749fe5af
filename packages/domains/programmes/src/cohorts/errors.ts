import { DomainError, type FieldIssue } from '@sinau/kernel';

/** There is no such cohort for whoever asks. */
export class CohortNotFound extends DomainError {
  readonly code = 'programmes.not-found';

  constructor() {
    super('There is no such cohort.');
  }
}

/** What is said of it does not fit together. */
export class CohortIncomplete extends DomainError {
  readonly code = 'programmes.cohort-incomplete';

  constructor(issues: readonly FieldIssue[]) {
    super('The cohort is not complete. Mend what is named.', { issues });
  }
}

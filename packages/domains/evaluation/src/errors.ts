import { DomainError } from '@sinau/kernel';

/** There is none, or not for whoever asks. */
export class EvaluationNotFound extends DomainError {
  readonly code = 'evaluation.not-found';

  constructor() {
    super('There is no such evaluation.');
  }
}

/** Not asked yet, over, or the completion was taken back. */
export class EvaluationClosed extends DomainError {
  readonly code = 'evaluation.closed';

  constructor() {
    super('This evaluation takes no answers now.');
  }
}

/** Somebody else was quicker. */
export class EvaluationChanged extends DomainError {
  readonly code = 'evaluation.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

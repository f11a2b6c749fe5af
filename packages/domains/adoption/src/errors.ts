import { DomainError } from '@sinau/kernel';

/** Somebody else was quicker, or it runs or has been stopped already. */
export class ExperimentChanged extends DomainError {
  readonly code = 'adoption.experiment-changed';

  constructor() {
    super('This nudge has been started or stopped meanwhile. Look at it again.');
  }
}

/** There is none, or not for whoever asks. */
export class AdoptionNotFound extends DomainError {
  readonly code = 'adoption.not-found';

  constructor() {
    super('There is nothing of that name.');
  }
}

/** Asked for by somebody whose office it is not. */
export class AdoptionForbidden extends DomainError {
  readonly code = 'adoption.forbidden';

  constructor() {
    super('Only operators and administrators of agencies see this.');
  }
}

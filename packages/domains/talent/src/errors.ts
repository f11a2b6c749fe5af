import { DomainError } from '@sinau/kernel';

/** There is nothing of it, or not for whoever asks. */
export class TalentNotFound extends DomainError {
  readonly code = 'talent.not-found';

  constructor() {
    super('There is no such talent record.');
  }
}

/** Nobody rates themselves, nor looks at their own place among others (case C7). */
export class OwnTalent extends DomainError {
  readonly code = 'talent.own';

  constructor() {
    super('Nobody records or looks at their own place. Ask another talent officer.');
  }
}

/** Somebody else was quicker. */
export class TalentChanged extends DomainError {
  readonly code = 'talent.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

import { DomainError, type FieldIssue } from '@sinau/kernel';

/** The same answer for what is absent and what the caller may not see (case C2). */
export class AgreementNotFound extends DomainError {
  readonly code = 'agreements.not-found';

  constructor() {
    super('There is no such agreement.');
  }
}

/** The caller's role does not reach this far. Says nothing about whether the object exists. */
export class NotAllowed extends DomainError {
  readonly code = 'request.access-denied';

  constructor() {
    super('Your account may not do this.');
  }
}

/** Somebody else has changed it since it was read. */
export class AgreementChanged extends DomainError {
  readonly code = 'agreements.changed-meanwhile';

  constructor() {
    super('Somebody has just changed this agreement; look at it again.');
  }
}

/** Once it was active its words stay as they are. */
export class NotADraft extends DomainError {
  readonly code = 'agreements.not-draft';

  constructor() {
    super('Only a draft can be changed; begin a new version instead.');
  }
}

export class NotActive extends DomainError {
  readonly code = 'agreements.not-active';

  constructor() {
    super('This version is not active, so that there is nothing to end.');
  }
}

export class HasDraft extends DomainError {
  readonly code = 'agreements.has-draft';

  constructor() {
    super('This agreement has a draft of its next version already; change that one or remove it.');
  }
}

/** At most one agreement may hold for a person at a moment. */
export class AgreementOverlaps extends DomainError {
  readonly code = 'agreements.overlaps';

  constructor(title: string) {
    super(`“${title}” is active for the same agencies and time; end it, or choose other agencies or dates.`);
  }
}

export class AgreementOver extends DomainError {
  readonly code = 'agreements.over';

  constructor() {
    super('The last day of this agreement has passed; choose a later one before you activate it.');
  }
}

export class TooManyAgreements extends DomainError {
  readonly code = 'agreements.too-many';

  constructor(most: number) {
    super(`A provider has at most ${most} of these; end or remove one first.`);
  }
}

export class InvalidAgreement extends DomainError {
  readonly code = 'request.invalid';

  constructor(issues: readonly FieldIssue[]) {
    super('Some fields are not right.', { issues });
  }
}

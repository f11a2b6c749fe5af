import { DomainError, type FieldIssue } from '@sinau/kernel';

/** There is none, or not for whoever asks. */
export class PairNotFound extends DomainError {
  readonly code = 'collaboration.not-found';

  constructor() {
    super('There is no such pair or session.');
  }
}

/** Somebody else was quicker. */
export class PairChanged extends DomainError {
  readonly code = 'collaboration.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** Nobody with an agency, or the same person. */
export class NoPartner extends DomainError {
  readonly code = 'collaboration.no-partner';

  constructor() {
    super('Nobody is there who can be asked: name another employee of an agency.');
  }
}

/** These two have such a pair already, or wait for an answer. */
export class PairExists extends DomainError {
  readonly code = 'collaboration.exists';

  constructor() {
    super('There is such a pair of you two already. End it before you begin another.');
  }
}

/** More invitations wait for an answer than one person may have sent. */
export class TooManyInvitations extends DomainError {
  readonly code = 'collaboration.too-many';

  constructor() {
    super('Many of your invitations wait for an answer. Take some back first.');
  }
}

/** What is asked for cannot be done in this state. */
export class NotNow extends DomainError {
  readonly code = 'collaboration.not-now';

  constructor() {
    super('This cannot be done as things stand now.');
  }
}

/** What is written of a session does not fit the rules. */
export class SessionUnfit extends DomainError {
  readonly code = 'collaboration.unfit';

  constructor(issues: readonly FieldIssue[]) {
    super('The session cannot be written down like this. Mend what is named.', { issues });
  }
}

/** One of the two is in another session at that time. */
export class SessionOverlaps extends DomainError {
  readonly code = 'collaboration.overlap';

  constructor(whose: 'own' | 'other') {
    super(
      whose === 'own'
        ? 'You have another session at that time.'
        : 'The other one has another session at that time.',
      { issues: [{ path: '/startsAt', message: `overlaps a session of ${whose}` }] },
    );
  }
}

/** Nobody confirms what they wrote themselves. */
export class OwnText extends DomainError {
  readonly code = 'collaboration.own-text';

  constructor() {
    super('You wrote this. The other one confirms it.');
  }
}

/** What was read is not what stands there now. */
export class TextChanged extends DomainError {
  readonly code = 'collaboration.text-changed';

  constructor() {
    super('The text has been changed since you read it. Read it again, then confirm.');
  }
}

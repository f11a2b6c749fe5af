import { DomainError } from '@sinau/kernel';

/** The same answer for what is absent and what is another's (case C2). */
export class HoldNotFound extends DomainError {
  readonly code = 'credit.hold-not-found';

  constructor() {
    super('There are no such JP that are held.');
  }
}

/** Somebody has decided meanwhile, or the learner has answered. */
export class HoldChanged extends DomainError {
  readonly code = 'credit.hold-changed';

  constructor(message = 'This has changed meanwhile. Look at it again.') {
    super(message);
  }
}

/** Nobody decides about their own JP (case C7). */
export class OwnHold extends DomainError {
  readonly code = 'credit.own-hold';

  constructor() {
    super('Nobody decides about their own JP.');
  }
}

/** There is no such person among those the caller may ask about. */
export class LearnerNotFound extends DomainError {
  readonly code = 'credit.learner-not-found';

  constructor() {
    super('There is no such person in your agency.');
  }
}

/** There is no such rule. */
export class RuleNotFound extends DomainError {
  readonly code = 'credit.rule-not-found';

  constructor() {
    super('There is no such rule of JP.');
  }
}

/** Another row of the same topic and day was added at this very moment; what was sent is not kept. */
export class RuleChanged extends DomainError {
  readonly code = 'credit.rule-changed';

  constructor() {
    super('Somebody has added a row at this very moment. Look again, then go on.');
  }
}

/** A row that would be more generous than the law, reach into a year that is over, or say nothing. Names the field. */
export class RuleNotAllowed extends DomainError {
  readonly code = 'credit.rule-not-allowed';

  constructor(field: string) {
    super('A rule cannot say this.', { issues: [{ path: `/${field}`, message: 'not allowed here' }] });
  }
}

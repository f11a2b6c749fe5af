import { DomainError, type FieldIssue } from '@sinau/kernel';
import type { MoveRefusal } from './who-decides.ts';

/** There is no such plan, item or signal for whoever asks. */
export class PlanNotFound extends DomainError {
  readonly code = 'annual-plan.not-found';

  constructor() {
    super('There is no such plan or item.');
  }
}

/** Somebody else was quicker. */
export class PlanChanged extends DomainError {
  readonly code = 'annual-plan.changed';

  constructor() {
    super('The plan has been changed meanwhile. Look at it again.');
  }
}

/** The plan does not take that now: it was proposed, agreed or set. */
export class PlanShut extends DomainError {
  readonly code = 'annual-plan.shut';

  constructor() {
    super('In this state the plan does not take that. Return it, or begin a new version.');
  }
}

/** It is for somebody else to take that step. */
export class StepNotYours extends DomainError {
  readonly code = 'annual-plan.not-yours';
  readonly why: MoveRefusal;

  constructor(why: MoveRefusal) {
    super(refusals[why]);
    this.why = why;
  }
}

const refusals: Readonly<Record<MoveRefusal, string>> = {
  drafted: 'Whoever has drafted a plan neither agrees to it nor sets it.',
  agreed: 'Whoever has agreed to a plan does not set it.',
  official: 'The official can sign in and decides here; nobody records it for them.',
  other: 'It is for somebody else to take this step.',
};

/** Some items lack what a plan must say of each before it is proposed. */
export class PlanIncomplete extends DomainError {
  readonly code = 'annual-plan.incomplete';

  constructor(issues: readonly FieldIssue[] = []) {
    super('The plan has no item, or items without a cheaper form or a word why there is none.', { issues });
  }
}

/** There are as many as a plan or an agency may have. */
export class PlanFull extends DomainError {
  readonly code = 'annual-plan.full';

  constructor() {
    super('There are too many of these already. Remove some.');
  }
}

/** There is a plan for that year, or a version of it that was not set yet. */
export class PlanExists extends DomainError {
  readonly code = 'annual-plan.exists';

  constructor() {
    super('There is a plan for this year already. Open it, or begin a new version once it was set.', {
      issues: [{ path: '/year', message: 'has a plan' }],
    });
  }
}

/** An item goes over the year of its plan, or names what there is not. */
export class ItemWrong extends DomainError {
  readonly code = 'annual-plan.item-wrong';

  constructor(issues: readonly FieldIssue[]) {
    super('The item does not fit the plan.', { issues });
  }
}

/** The signal is in the plan already. */
export class SignalTaken extends DomainError {
  readonly code = 'annual-plan.signal-taken';

  constructor() {
    super('This signal is answered by an item of the plan already.');
  }
}

/** The course or event is held for another item of the year. */
export class LearningLinked extends DomainError {
  readonly code = 'annual-plan.learning-linked';

  constructor() {
    super('This is held for another item already. Take it back there first.', {
      issues: [{ path: '/learningId', message: 'is held for another item' }],
    });
  }
}

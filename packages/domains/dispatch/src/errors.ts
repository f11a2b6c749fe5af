import { DomainError, type ErrorCode } from '@sinau/kernel';
import { maxDispatches } from './dispatch.ts';

/** The same answer for a dispatch that is absent, foreign, or asked for with a wrong key (case C2). */
export class DispatchNotFound extends DomainError {
  readonly code = 'dispatch.not-found';

  constructor() {
    super('There is no such dispatch.');
  }
}

const reasons = {
  disabled: ['dispatch.disabled', 'The provider has switched this course off for your system.'],
  expired: ['dispatch.expired', 'The time in which this course could be taken from your system is over.'],
  full: ['dispatch.full', 'As many people have begun this course as your system may send.'],
  withdrawn: ['dispatch.withdrawn', 'This course is not open any more.'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;

/** Nobody begins by it now; the code says why, so that the stub can say it in the learner's words. */
export class DispatchClosed extends DomainError {
  readonly code: (typeof reasons)[keyof typeof reasons][0];

  constructor(reason: keyof typeof reasons) {
    const [code, message] = reasons[reason];
    super(message);
    this.code = code;
  }
}

/** The pass of a start is not valid, or has ended; starting again gives another. */
export class PassEnded extends DomainError {
  readonly code = 'dispatch.pass-ended';

  constructor() {
    super('This pass is not valid or has ended; start the course again.');
  }
}

export class DispatchesFull extends DomainError {
  readonly code = 'dispatch.too-many';

  constructor() {
    super(`A course has at most ${maxDispatches} dispatches.`);
  }
}

/** Somebody else has changed it since it was read. */
export class DispatchChanged extends DomainError {
  readonly code = 'dispatch.changed-meanwhile';

  constructor() {
    super('Somebody has just changed this dispatch; look at it again.');
  }
}

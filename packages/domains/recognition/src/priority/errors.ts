import { DomainError } from '@sinau/kernel';

/** There is no such priority seat or person for whoever asks. */
export class PriorityNotFound extends DomainError {
  readonly code = 'priority.not-found';

  constructor() {
    super('There is no such priority seat or person.');
  }
}

/** Somebody else was quicker. */
export class PriorityChanged extends DomainError {
  readonly code = 'priority.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** It was used for something else, or taken back. */
export class PriorityUsed extends DomainError {
  readonly code = 'priority.used';

  constructor() {
    super('This priority seat is used or taken back. Look at it again.');
  }
}

/** Its last day is over. */
export class PriorityExpired extends DomainError {
  readonly code = 'priority.expired';

  constructor() {
    super('The last day of this priority seat is over.');
  }
}

/** The agency has given all that it wants to give in the year. */
export class StockUsedUp extends DomainError {
  readonly code = 'priority.stock-used-up';

  constructor() {
    super('All priority seats of this year are given. Take one back, or raise the stock.');
  }
}

/** More are given already. */
export class StockTooSmall extends DomainError {
  readonly code = 'priority.stock-too-small';

  constructor() {
    super('More priority seats of this year are given already.', {
      issues: [{ path: '/stock', message: 'is less than what is given' }],
    });
  }
}

/** Minutes from a day to come or from before the law, or a last day that is over or beyond the next two years. */
export class WrongPriorityDay extends DomainError {
  readonly code = 'priority.wrong-day';

  constructor(path: '/minutesOn' | '/validUntil') {
    super('This day does not fit.', { issues: [{ path, message: 'does not fit' }] });
  }
}

/** An administrator gives none to themselves (case C7). */
export class OwnPriority extends DomainError {
  readonly code = 'priority.own';

  constructor() {
    super('Another administrator has to do this: nobody rewards themselves.');
  }
}

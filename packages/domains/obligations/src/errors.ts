import { DomainError } from '@sinau/kernel';

/** The same answer for what is absent and what is another's (case C2). */
export class ObligationNotFound extends DomainError {
  readonly code = 'obligations.not-found';

  constructor(message = 'There is no such obligation in your agency.') {
    super(message);
  }
}

/** Somebody has changed it meanwhile, or its state does not allow that any more. */
export class ObligationChanged extends DomainError {
  readonly code = 'obligations.changed';

  constructor(message = 'This obligation has changed meanwhile. Look at it again.') {
    super(message);
  }
}

/** An agency that requires more at once than anybody could follow. */
export class TooManyObligations extends DomainError {
  readonly code = 'obligations.too-many';

  constructor(most: number) {
    super(`An agency has at most ${most} obligations that are not ended. End some first.`);
  }
}

/** Whoever decides about the duties of others has some of their own. */
export class OwnException extends DomainError {
  readonly code = 'obligations.own-exception';

  constructor() {
    super('Nobody decides on an exception of their own. Ask another administrator of your agency.');
  }
}

/** People were reminded today already. */
export class RemindedToday extends DomainError {
  readonly code = 'obligations.reminded-today';

  constructor() {
    super('Everybody who is late was reminded today already. Try again tomorrow.');
  }
}

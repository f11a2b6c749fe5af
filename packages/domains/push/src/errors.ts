import { DomainError } from '@sinau/kernel';

/** The same answer for a subscription or dead letter that is absent and one of another agency (cases C2, C3). */
export class SubscriptionNotFound extends DomainError {
  readonly code = 'push.not-found';

  constructor() {
    super('There is no such subscription.');
  }
}

/** An address that nothing may be sent to (case F3). `field`: of the request. */
export class ReceiverNotAllowed extends DomainError {
  readonly code = 'push.receiver-not-allowed';

  constructor(field: 'url' | 'tokenUrl') {
    const message = 'The address must begin with https:// and lead to a host of the public internet.';
    super(message, { issues: [{ path: `/receiver/${field}`, message }] });
  }
}

export class TooManySubscriptions extends DomainError {
  readonly code = 'push.too-many';
  readonly most: number;

  constructor(most: number) {
    super(`There may be ${most} subscriptions. Delete one first.`);
    this.most = most;
  }
}

/** Another person changed it since it was read. */
export class SubscriptionChanged extends DomainError {
  readonly code = 'push.changed-meanwhile';

  constructor() {
    super('The subscription was changed meanwhile. Look at it again and repeat your change.');
  }
}

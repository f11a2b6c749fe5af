import { DomainError } from '@sinau/kernel';

/** The same answer for a connection or dead letter that is absent and one of another provider (case C2). */
export class ConnectionNotFound extends DomainError {
  readonly code = 'connectors.not-found';

  constructor() {
    super('There is no such connection.');
  }
}

/** An address that nothing may be sent to (case F3). */
export class AddressNotAllowed extends DomainError {
  readonly code = 'connectors.address-not-allowed';

  constructor() {
    const message = 'The address must begin with https:// and lead to a host of the public internet.';
    super(message, { issues: [{ path: '/baseUrl', message }] });
  }
}

/** Somebody else changed it since it was read. */
export class ConnectionChanged extends DomainError {
  readonly code = 'connectors.changed-meanwhile';

  constructor() {
    super('The connection was changed meanwhile. Look at it again and repeat your change.');
  }
}

export class ConnectionInUse extends DomainError {
  readonly code = 'connectors.in-use';
  /** Learners whose enrolments at the provider run. */
  readonly learners: number;

  constructor(learners: number) {
    super(
      `${learners} learners are enrolled at the provider through it. Let it wind up: it takes nobody new, and is removed when the last has left.`,
    );
    this.learners = learners;
  }
}

export class TooManyConnections extends DomainError {
  readonly code = 'connectors.too-many';
  readonly most: number;

  constructor(most: number) {
    super(`A provider may have ${most} connections. Remove one first.`);
    this.most = most;
  }
}

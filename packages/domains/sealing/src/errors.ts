import { DomainError } from '@sinau/kernel';

export class SealNotFound extends DomainError {
  readonly code = 'sealing.not-found';

  constructor() {
    super('There is nothing of this in your agency.');
  }
}

export class SealChanged extends DomainError {
  readonly code = 'sealing.changed';

  constructor() {
    super('This was changed by somebody else, or is being sealed. Look again, then decide.');
  }
}

export class SealNotReady extends DomainError {
  readonly code = 'sealing.not-ready';

  constructor() {
    super(
      'Fill in the address, the account and the id of the seal, activate it, test it, and confirm whose seal it is first.',
    );
  }
}

export class SealAddressRefused extends DomainError {
  readonly code = 'sealing.address';

  constructor() {
    super('The address has to begin with https:// and lead to a server that is reachable from the internet.');
  }
}

export class SealPasswordNeeded extends DomainError {
  readonly code = 'sealing.password';

  constructor() {
    super('Another address or account needs its password: the one before is not sent there.');
  }
}

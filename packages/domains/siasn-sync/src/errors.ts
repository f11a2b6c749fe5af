import { DomainError } from '@sinau/kernel';

export class SiasnNotFound extends DomainError {
  readonly code = 'siasn.not-found';

  constructor() {
    super('There is nothing of this in your agency.');
  }
}

export class SiasnChanged extends DomainError {
  readonly code = 'siasn.changed';

  constructor() {
    super('This was changed by somebody else, or is being sent. Look again, then decide.');
  }
}

/** Whoever works under a lease comes too late with it. */
export class LeaseOver extends DomainError {
  readonly code = 'siasn.lease-over';

  constructor() {
    super('This order is held by nobody, or by somebody else, by now. Forget it, and ask for new ones.');
  }
}

/** A connector sends to another place than the agency has chosen. */
export class OtherEnvironment extends DomainError {
  readonly code = 'siasn.environment';

  constructor() {
    super(
      'The agency has chosen the other environment of SIASN, or has not switched SIASN on. Look at its settings in Sinau and at the configuration of the connector.',
    );
  }
}

export class SessionNotAccepted extends DomainError {
  readonly code = 'siasn.session';

  constructor() {
    super(
      'This is no token that is good for at least five minutes. Sign in to SIASN again and take a new one.',
    );
  }
}

export class SettingsIncomplete extends DomainError {
  readonly code = 'siasn.settings';

  constructor() {
    super('The id of the agency in SIASN and a kind of course are needed before anything is sent.');
  }
}

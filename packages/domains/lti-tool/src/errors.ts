import { DomainError } from '@sinau/kernel';

/** The same answer for a platform that is absent and one of another owner (case C2). */
export class PlatformNotFound extends DomainError {
  readonly code = 'lti-tool.not-found';

  constructor() {
    super('There is no such learning system.');
  }
}

/** Somebody has changed the platform since it was read. */
export class PlatformChanged extends DomainError {
  readonly code = 'lti-tool.changed-meanwhile';

  constructor() {
    super('This learning system was changed meanwhile. Read it again, and repeat what is still to be done.');
  }
}

/** One client of an issuer, and of its token door, is one platform, whoever registered it. */
export class PlatformTaken extends DomainError {
  readonly code = 'lti-tool.taken';

  constructor() {
    super(
      'This client of this issuer or token address is registered already. Remove that registration, register Sinau over there once more for a new client ID, or ask an operator whose it is.',
    );
  }
}

export class TooManyPlatforms extends DomainError {
  readonly code = 'lti-tool.too-many';
}

/** An address of registration that nobody made, that has been used, or that is too old. */
export class RegistrationEnded extends DomainError {
  readonly code = 'lti-tool.registration-ended';

  constructor() {
    super('This address works once and for an hour. Make a new one in the studio.');
  }
}

/** The learning system said something that it may not, or nothing. The address of registration still works. */
export class RegistrationFailed extends DomainError {
  readonly code = 'lti-tool.registration-failed';
}

/** Which words people read; the message of the refusal is for technicians. */
export type LaunchRefusal =
  /** Nobody has registered this issuer and client. */
  | 'unknown-platform'
  /** Several clients of the issuer are registered, and it does not say which one it is. */
  | 'ambiguous-platform'
  /** It waits for its owner, or was turned off. */
  | 'not-ready'
  | 'deployment'
  /** The state is unknown, used or too old. */
  | 'ended'
  /** The state was made for another browser, or this one keeps no cookie. */
  | 'browser'
  /** Not signed as it must be, or not for us, or not for now. */
  | 'message'
  /** What the platform itself said went wrong. */
  | 'told'
  /** No course, one that is not published, or one of another provider. */
  | 'course';

/** Nothing was opened, and nothing was noted but what an owner needs to mend it. */
export class LaunchRefused extends DomainError {
  readonly code = 'lti-tool.launch-refused';
  readonly because: LaunchRefusal;

  constructor(because: LaunchRefusal, message: string) {
    super(message);
    this.because = because;
  }
}

/** The account over there is somebody else's here, or the person has changed since the page was shown. */
export class AccountTaken extends DomainError {
  readonly code = 'lti-tool.account-taken';
}

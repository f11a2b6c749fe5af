import { DomainError } from '@sinau/kernel';

/** The same answer for a tool that is absent and one of another provider (case C2). */
export class LtiNotFound extends DomainError {
  readonly code = 'lti.not-found';

  constructor(message = 'There is no such tool.') {
    super(message);
  }
}

/** Somebody has changed the tool since it was read. */
export class LtiChangedMeanwhile extends DomainError {
  readonly code = 'lti.changed-meanwhile';

  constructor() {
    super('This tool was changed meanwhile. Read it again, and repeat what is still to be done.');
  }
}

export class LtiTooMany extends DomainError {
  readonly code = 'lti.too-many';
}

/** The tool waits for approval, or was turned off, or has no such deployment. */
export class ToolNotReady extends DomainError {
  readonly code = 'lti.tool-not-ready';
}

/** Its provider may not turn it on: an operator turned it off or rejected it, or it leads elsewhere since. */
export class ToolNotReturning extends DomainError {
  readonly code = 'lti.tool-not-returning';

  constructor() {
    super('An operator has to look at this tool before it can be used. Ask for approval.');
  }
}

/** A token of registration that nobody made, that has been used, or that is too old. */
export class RegistrationTokenInvalid extends DomainError {
  readonly code = 'lti.registration-token-invalid';

  constructor() {
    super(
      'This registration token is not valid, has been used, or has expired. Ask for a new one in the studio.',
    );
  }
}

/** What a tool says of itself is not as it must be. The word is that of RFC 7591. */
export class RegistrationRefused extends DomainError {
  readonly code = 'lti.registration-refused';
  readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata';

  constructor(refusal: { readonly error: RegistrationRefused['error']; readonly description: string }) {
    super(refusal.description);
    this.error = refusal.error;
  }
}

/** A launch that was used or is too old; another one is begun where it came from. */
export class LaunchEnded extends DomainError {
  readonly code = 'lti.launch-ended';

  constructor() {
    super('This link works once and for a short time. Open the part again from its course.');
  }
}

/** Why a choice is not taken, as far as an author can do something about it. */
export type ChoiceFault =
  /** Who was led to the tool may not change the course any more. */
  | 'author'
  | 'tool-off'
  /** The deployment was removed. */
  | 'place-gone'
  | 'signature'
  /** No answer to what was asked. */
  | 'message'
  /** Too old, or the clock of the tool is wrong. */
  | 'times'
  | 'repeated'
  | 'type'
  | 'items'
  /** Leads to where learners cannot be led. */
  | 'address';

/** What a tool sent back as a choice cannot be taken; nothing of it was. The message is for the tool's makers. */
export class ChoiceRefused extends DomainError {
  readonly code = 'lti.choice-refused';
  readonly fault: ChoiceFault;

  constructor(fault: ChoiceFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

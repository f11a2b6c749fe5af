import { DomainError, type FieldIssue } from '@sinau/kernel';

/** The caller's role does not reach this far. Says nothing about whether the object exists. */
export class NotAllowed extends DomainError {
  readonly code = 'request.access-denied';

  constructor(message = 'Your account may not do this.') {
    super(message);
  }
}

/** The same answer for what is absent and what the caller may not see (case C2). */
export class IdentityNotFound extends DomainError {
  readonly code = 'identity.not-found';

  constructor(what: 'agency' | 'client' | 'person' | 'provider' | 'unit') {
    super(`There is no such ${what}.`);
  }
}

/** A field that is well formed but cannot be. */
export class InvalidField extends DomainError {
  readonly code = 'request.invalid';

  constructor(issue: FieldIssue) {
    super('Some fields are not right.', { issues: [issue] });
  }
}

/** A tenant has as many active clients as it may; each has a rate of its own. */
export class TooManyClients extends DomainError {
  readonly code = 'identity.too-many-clients';

  constructor(most: number) {
    super(`There are ${most} active clients already; disable one first.`);
  }
}

/** Tables and people name units by their path, so that two of one name cannot stand at one place. */
export class UnitExists extends DomainError {
  readonly code = 'identity.unit-exists';

  constructor() {
    super('There is a unit of this name at this place already.', {
      issues: [{ path: '/name', message: 'is the name of another unit here' }],
    });
  }
}

/** Nobody is left in a unit that is gone. */
export class UnitInUse extends DomainError {
  readonly code = 'identity.unit-in-use';

  constructor() {
    super('People work in this unit, or units stand below it. Move them first.');
  }
}

export class TooManyUnits extends DomainError {
  readonly code = 'identity.too-many-units';

  constructor(most: number) {
    super(`An agency has at most ${most} units.`);
  }
}

/** E-mail address or employee number belongs to another account. */
export class AlreadyTaken extends DomainError {
  readonly code: 'identity.email-taken' | 'identity.number-taken';

  constructor(path: '/email' | '/employeeNumber') {
    const what = path === '/email' ? 'e-mail address' : 'employee number';
    super(`Another account already has this ${what}.`, { issues: [{ path, message: 'is already in use' }] });
    this.code = path === '/email' ? 'identity.email-taken' : 'identity.number-taken';
  }
}

/**
 * Somebody else holds what a machine says of a person: here, in another agency, or under another name at the same machine. Which of
 * these is not told.
 */
export class PersonTaken extends DomainError {
  readonly code = 'identity.person-taken';

  /** `why`: more exactly than that somebody else has it. */
  constructor(what: 'userName' | 'externalId' | 'emails' | 'employeeNumber', why?: string) {
    super(
      why ??
        `Somebody else has this ${what}. If it is the same person under another name, change the account that there is; whoever comes from another agency is moved by the operators of the platform.`,
      { issues: [{ path: `/${what}`, message: 'is already in use' }] },
    );
  }
}

/** The caller has seen an older version than there is. */
export class ChangedSince extends DomainError {
  readonly code = 'identity.changed-since';

  constructor() {
    super('Somebody has changed this since you read it. Read it again and repeat your change.');
  }
}

/** A client that was shut out stays as it was. */
export class ClientDisabled extends DomainError {
  readonly code = 'identity.client-disabled';

  constructor() {
    super('This client is disabled for good. Create a new one.');
  }
}

/** Somebody else changed the same thing in the meantime, several times in a row. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'identity.changed-meanwhile';

  constructor() {
    super('Somebody else changed this at the same moment. Load it again and repeat your change.');
  }
}

/** Signed in at the issuer, but nobody invited this account; disabled accounts get the same answer (case E13). */
export class NotInvited extends DomainError {
  readonly code = 'identity.not-invited';

  constructor() {
    super(
      'There is no active account for this sign-in. Ask the administrator of your agency for an invitation.',
    );
  }
}

/** The sign-in could not be verified; the reason is kept in `cause` for the log and never shown. */
export class SignInFailed extends DomainError {
  readonly code = 'identity.sign-in-failed';

  constructor(cause?: unknown) {
    super('The sign-in could not be completed. Please start again.', { cause });
  }
}

/** Unknown client, wrong secret, disabled, or an access token that is not valid: one answer for all. */
export class ClientInvalid extends DomainError {
  readonly code = 'identity.client-invalid';

  constructor() {
    super('The client credentials or the access token are not valid.');
  }
}

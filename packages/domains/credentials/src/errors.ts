import { DomainError } from '@sinau/kernel';
import { maxReissues } from './certificate.ts';

/** The same answer for what is absent and what the caller may not see (case C2). */
export class CertificateNotFound extends DomainError {
  readonly code = 'credentials.not-found';

  constructor() {
    super('There is no such certificate.');
  }
}

/** Nobody decides about a certificate of their own (case C7). */
export class OwnCertificate extends DomainError {
  readonly code = 'credentials.own';

  constructor() {
    super('This is a certificate of your own; somebody else has to decide about it.');
  }
}

/** Somebody else has changed it since it was read. */
export class CertificateChanged extends DomainError {
  readonly code = 'credentials.changed-meanwhile';

  constructor() {
    super('Somebody has just changed this certificate; look at it again.');
  }
}

export class CertificateRevoked extends DomainError {
  readonly code = 'credentials.revoked';

  constructor() {
    super('This certificate is revoked already.');
  }
}

/** While the provider does not stand by the completion nobody issues it again; when it does, that happens by itself. */
export class CompletionTakenBack extends DomainError {
  readonly code = 'credentials.completion-taken-back';

  constructor() {
    super('The provider has taken the completion back; the certificate counts again when it gives it again.');
  }
}

/** Only whoever revoked it, or an operator, makes it count again. */
export class RevokedByOther extends DomainError {
  readonly code = 'credentials.revoked-by-other';

  constructor() {
    super('Somebody else has revoked this certificate; they or an operator have to issue it again.');
  }
}

export class TooManyEditions extends DomainError {
  readonly code = 'credentials.too-many-editions';

  constructor() {
    super(`A certificate is issued again ${maxReissues} times at most.`);
  }
}

/** Documents are made within a minute of the completion. */
export class NotReadyYet extends DomainError {
  readonly code = 'credentials.not-ready';

  constructor() {
    super('The documents of this certificate are being made; try again in a minute.');
  }
}

/** Of a year that has not begun there is nothing to tell. */
export class NoSuchYear extends DomainError {
  readonly code = 'credentials.no-such-year';

  constructor() {
    super('This year has not begun; there is no transcript of it.');
  }
}

import { DomainError } from '@sinau/kernel';

/** The caller is known and may not do this. */
export class AccessDenied extends DomainError {
  readonly code = 'request.access-denied';
}

/** The caller is not known; a browser is sent to sign in. */
export class NotSignedIn extends DomainError {
  readonly code = 'request.not-signed-in';
}

/** A page of another origin tried to act with the visitor's cookie. */
export class CrossOrigin extends DomainError {
  readonly code = 'request.cross-origin';
}

/** Whoever looks at the portal as somebody else changes nothing, and does not see everything. */
export class ViewOnly extends DomainError {
  readonly code = 'request.view-only';
}

export class NotFound extends DomainError {
  readonly code = 'request.not-found';
}

/** The address is right and the method is not (RFC 9110 15.5.6). */
export class MethodNotAllowed extends DomainError {
  readonly code = 'request.method-not-allowed';
  /** What may be asked there; also sent as Allow. */
  readonly allow: readonly string[];

  constructor(allow: readonly string[]) {
    super(`This address takes ${allow.join(', ')} only.`);
    this.allow = allow;
  }
}

/** None of the media types that the caller accepts is offered here (RFC 9110 15.5.7). */
export class NotAcceptable extends DomainError {
  readonly code = 'request.not-acceptable';
}

export class TooLarge extends DomainError {
  readonly code = 'request.too-large';
}

/** The caller sent more requests than it may in this window. */
export class TooManyRequests extends DomainError {
  readonly code = 'request.too-many';
  /** Seconds until the next window. */
  readonly retryAfterSeconds: number;

  constructor(message: string, options: { readonly retryAfterSeconds: number }) {
    super(message);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export class UnsupportedMediaType extends DomainError {
  readonly code = 'request.unsupported-media-type';
}

/** One Idempotency-Key was sent with two different bodies. */
export class IdempotencyConflict extends DomainError {
  readonly code = 'request.idempotency-conflict';
}

/** The first request with this Idempotency-Key has not finished. */
export class IdempotencyInProgress extends DomainError {
  readonly code = 'request.idempotency-in-progress';
}

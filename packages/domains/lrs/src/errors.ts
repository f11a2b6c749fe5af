import { DomainError } from '@sinau/kernel';

/** Another statement is stored under the same id. */
export class StatementConflict extends DomainError {
  readonly code = 'lrs.conflict';
  readonly statementId: string;

  constructor(statementId: string) {
    super(`Another statement is stored under the id ${statementId}.`);
    this.statementId = statementId;
  }
}

/** A limit of this deployment was exceeded; nothing was written. */
export class TooLarge extends DomainError {
  readonly code = 'lrs.too-large';
}

/** An If-Match or If-None-Match did not hold; nothing was written. */
export class PreconditionFailed extends DomainError {
  readonly code = 'lrs.precondition-failed';

  constructor() {
    super('The document is not as the If-Match or If-None-Match header requires.');
  }
}

/** The document exists, and the request does not say which version it replaces. */
export class PreconditionRequired extends DomainError {
  readonly code = 'lrs.precondition-required';

  constructor() {
    super('A document is already stored here: read it, then send its ETag in If-Match.');
  }
}

/** A merge needs JSON objects on both sides. */
export class DocumentNotMergeable extends DomainError {
  readonly code = 'request.invalid';

  constructor() {
    super('Only JSON objects (application/json) can be merged; use PUT to replace the document.');
  }
}

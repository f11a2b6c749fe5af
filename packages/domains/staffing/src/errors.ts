import { DomainError } from '@sinau/kernel';

/** The same answer for an import that is not there and one of another agency (case C2). */
export class ImportNotFound extends DomainError {
  readonly code = 'staffing.not-found';

  constructor() {
    super('There is no such import.');
  }
}

export class ImportChanged extends DomainError {
  readonly code = 'staffing.changed';

  constructor() {
    super('This import is not waiting for that any more. Look at it again.');
  }
}

import { DomainError } from '@sinau/kernel';

/** The same answer for a chain that is absent and one of another office (case C2). */
export class ChainNotFound extends DomainError {
  readonly code = 'audit.not-found';

  constructor() {
    super('There is no such chain.');
  }
}

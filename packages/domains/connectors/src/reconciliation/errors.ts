import { DomainError } from '@sinau/kernel';

/** The same answer for an order that is absent and one of another connection (case C2). */
export class RepairNotFound extends DomainError {
  readonly code = 'connectors.repair-not-found';

  constructor() {
    super('There is no such order of repairs.');
  }
}

import { DomainError } from '@sinau/kernel';

/** A connection that asks for its data takes no packages: two sources of one thing contradict each other. */
export class TakesNoPackages extends DomainError {
  readonly code = 'connectors.takes-no-packages';

  constructor() {
    super('This connection takes no packages. Make one of the kind "oneroster-csv".');
  }
}

import { DomainError } from '@sinau/kernel';

/** It was changed in another tab since it was read. */
export class PlanChanged extends DomainError {
  readonly code = 'planning.changed';

  constructor() {
    super('Your plan has changed meanwhile. Look at it again.');
  }
}

import { DomainError } from '@sinau/kernel';

/** They were changed in another tab since they were read. */
export class FactsChanged extends DomainError {
  readonly code = 'professionalism.changed';

  constructor() {
    super('What you told of yourself has changed meanwhile. Look at it again.');
  }
}

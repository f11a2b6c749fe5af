import { DomainError } from '@sinau/kernel';

/** They were changed in another tab since they were read. */
export class FactsChanged extends DomainError {
  readonly code = 'professionalism.changed';

  constructor() {
    super('What you told of yourself has changed meanwhile. Look at it again.');
  }
}

/** SIASN is asked of one person once a day at most, but by an administrator. */
export class AskedTooSoon extends DomainError {
  readonly code = 'professionalism.asked-too-soon';

  constructor() {
    super('Your official index was asked for less than a day ago. Ask again tomorrow.');
  }
}

/** The agency of the person reads no official indexes, so that nobody would answer. */
export class OfficialNotRead extends DomainError {
  readonly code = 'professionalism.not-read';

  constructor() {
    super('Your agency does not read official indexes from SIASN yet. Ask its HR officers.');
  }
}

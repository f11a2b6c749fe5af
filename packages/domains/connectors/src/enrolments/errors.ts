import { DomainError } from '@sinau/kernel';
import type { ProviderEnrolmentReason } from './provider-enrolment.ts';

/** Parts at a provider open when the provider has enrolled. */
export class ProviderNotReady extends DomainError {
  readonly code: 'connectors.enrolment-pending' | 'connectors.enrolment-refused';
  readonly reason: ProviderEnrolmentReason | undefined;

  constructor(state: 'pending' | 'refused', reason?: ProviderEnrolmentReason) {
    super(
      state === 'pending'
        ? 'The provider has not enrolled you yet. The page of the course says what happens next.'
        : 'The provider has not enrolled you.',
    );
    this.code = state === 'pending' ? 'connectors.enrolment-pending' : 'connectors.enrolment-refused';
    this.reason = reason;
  }
}

/** One account is one learner's. */
export class AccountTaken extends DomainError {
  readonly code = 'connectors.account-taken';

  constructor() {
    super('This account was confirmed to be another learner’s. Look at both at the provider.');
  }
}

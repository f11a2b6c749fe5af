import { DomainError } from '@sinau/kernel';

/** The same answer for what is absent and what is another agency's (case C2). */
export class ComplianceNotFound extends DomainError {
  readonly code = 'compliance.not-found';

  constructor(what: 'unit' | 'report' | 'agency') {
    super(what === 'agency' ? 'There is no such agency.' : `There is no such ${what} in your agency.`);
  }
}

import { DomainError } from '@sinau/kernel';

/** The same answer for what is absent and what is another agency's (case C2). */
export class ComplianceNotFound extends DomainError {
  readonly code = 'compliance.not-found';

  constructor(what: 'unit' | 'report' | 'agency') {
    super(what === 'agency' ? 'There is no such agency.' : `There is no such ${what} in your agency.`);
  }
}

/** As many reports are open as an agency may have at once. */
export class TooManyReports extends DomainError {
  readonly code = 'compliance.too-many-reports';

  constructor(most: number) {
    super(`At most ${most} reports may wait or run at once. Wait for one to end, or cancel it.`);
  }
}

/** The report has not ended, or its files are gone. */
export class ReportNotReady extends DomainError {
  readonly code = 'compliance.report-not-ready';

  constructor() {
    super('This report has no files now. Ask for it again.');
  }
}

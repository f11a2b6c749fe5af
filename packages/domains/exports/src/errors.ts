import { DomainError } from '@sinau/kernel';

/** The caller acts for no agency. */
export class NotAnAgency extends DomainError {
  readonly code = 'request.access-denied';

  constructor() {
    super('Records are exported by administrators and clients of an agency.');
  }
}

/** The same answer for an export that is absent and one of another agency (case C2). */
export class ExportNotFound extends DomainError {
  readonly code = 'exports.not-found';

  constructor() {
    super('There is no such export.');
  }
}

/** As many exports as an agency may have wait already. */
export class TooManyExports extends DomainError {
  readonly code = 'exports.too-many';

  constructor(most: number) {
    super(`${most} exports of your agency are waiting or running. Wait for one to end, or cancel one.`);
  }
}

/** An export that has ended cannot be cancelled; one that is not done, or whose files are deleted, gives no file. */
export class ExportNotReady extends DomainError {
  readonly code = 'exports.not-ready';
  readonly reason: 'not-done' | 'expired' | 'ended';

  constructor(reason: 'not-done' | 'expired' | 'ended') {
    super(messages[reason]);
    this.reason = reason;
  }
}

const messages = {
  'not-done': 'This export has no files yet. Look at its state first.',
  expired: 'The files of this export were deleted after seven days. Ask for a new export.',
  ended: 'This export has ended already.',
};

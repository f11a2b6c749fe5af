import { DomainError } from '@sinau/kernel';

/** The same answer for a notice that is absent and one of somebody else (case C2). */
export class NoticeNotFound extends DomainError {
  readonly code = 'notifications.not-found';

  constructor() {
    super('There is no such notice in your inbox.');
  }
}

import { DomainError } from '@sinau/kernel';

const messages = {
  malformed: 'This is not a cursor. Send one back exactly as it was given.',
  unsigned:
    'The cursor was altered or does not come from this system. Send one back exactly as it was given.',
  'other-agency': 'The cursor belongs to the feed of another agency.',
  'other-client':
    'The cursor was given to another client. Go on with one of your own, or begin without a cursor.',
  'other-filters':
    'The cursor was given to a pull with other filters. Send it with the same unit, person, course, from and to as then, or begin without a cursor.',
  rebuilt:
    'The feed was made anew since this cursor was given. Begin without a cursor, and skip the statements that you have by their ids.',
};

/** A cursor that cannot be read on from (case C3). */
export class CursorInvalid extends DomainError {
  readonly code = 'records.cursor-invalid';
  readonly reason: keyof typeof messages;

  constructor(reason: keyof typeof messages) {
    super(messages[reason], { issues: [{ path: '/cursor', message: messages[reason] }] });
    this.reason = reason;
  }
}

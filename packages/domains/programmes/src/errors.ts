import { DomainError, type FieldIssue } from '@sinau/kernel';

/** There is no such event, session or file for whoever asks. */
export class EventNotFound extends DomainError {
  readonly code = 'programmes.not-found';

  constructor() {
    super('There is no such event.');
  }
}

/** Somebody else was quicker. */
export class EventChanged extends DomainError {
  readonly code = 'programmes.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** There is no place in a queue that could be put before others. */
export class SeatNotWaiting extends DomainError {
  readonly code = 'programmes.not-waiting';

  constructor() {
    super('You do not wait for a seat of this event.');
  }
}

/** They were put before others already. */
export class SeatAlreadyAhead extends DomainError {
  readonly code = 'programmes.already-ahead';

  constructor() {
    super('You are before others in this queue already.');
  }
}

/** What is said of it does not fit together. */
export class EventIncomplete extends DomainError {
  readonly code = 'programmes.incomplete';

  constructor(issues: readonly FieldIssue[]) {
    super('The event is not complete. Mend what is named.', { issues });
  }
}

/** More people have a seat than it shall have. */
export class CapacityTooSmall extends DomainError {
  readonly code = 'programmes.capacity-too-small';

  constructor() {
    super('More people have a seat already. Take seats back first.', {
      issues: [{ path: '/capacity', message: 'is less than the seats that are taken' }],
    });
  }
}

/** Every seat is taken, and somebody stands at the door. */
export class RoomFull extends DomainError {
  readonly code = 'programmes.room-full';

  constructor() {
    super('Every seat is taken. Raise the number of seats first, or take one back.');
  }
}

/** It has begun, is over or was cancelled, and cannot be changed in this way any more. */
export class EventFixed extends DomainError {
  readonly code = 'programmes.fixed';

  constructor() {
    super('This cannot be changed any more.');
  }
}

/** Nobody can register now. */
export class RegistrationClosed extends DomainError {
  readonly code = 'programmes.registration-closed';

  constructor() {
    super('Registration is not open.');
  }
}

/** The person has another event at that time, and did not say that they want both. */
export class EventClashes extends DomainError {
  readonly code = 'programmes.clashes';

  constructor() {
    super('Another event of yours is at the same time. Say that you want to register all the same.');
  }
}

/** The offer is over, or there was none. */
export class OfferOver extends DomainError {
  readonly code = 'programmes.offer-over';

  constructor() {
    super('No seat is kept for you any more.');
  }
}

/** The code was shown a while ago: a picture of it does not count. */
export class CodeExpired extends DomainError {
  readonly code = 'programmes.code-expired';

  constructor() {
    super('This code is no longer shown. Scan the one on the screen.');
  }
}

/** It was never shown for this event. */
export class CodeUnknown extends DomainError {
  readonly code = 'programmes.code-unknown';

  constructor() {
    super('This is not a code of this event.');
  }
}

/** The code belongs to another session. */
export class CodeOfOtherSession extends DomainError {
  readonly code = 'programmes.code-other-session';

  constructor() {
    super('This code is for another session.');
  }
}

/** An organiser has decided about this session: a code says nothing more. */
export class CodeUsed extends DomainError {
  readonly code = 'programmes.code-used';

  constructor() {
    super('The organiser has decided about your attendance. Ask at the door.');
  }
}

/** Not in the time of the session. */
export class OutsideWindow extends DomainError {
  readonly code = 'programmes.outside-window';

  constructor() {
    super('Check-in is open from half an hour before the session until a quarter of an hour after it.');
  }
}

/** Without a confirmed seat. */
export class NotRegistered extends DomainError {
  readonly code = 'programmes.not-registered';

  constructor() {
    super('You have no confirmed seat in this event. Ask at the door.');
  }
}

/** There are as many as there may be. */
export class EventFull extends DomainError {
  readonly code = 'programmes.too-many';

  constructor() {
    super('There are too many of these already.');
  }
}

/** Nobody says of themselves that they were there. */
export class OwnAttendance extends DomainError {
  readonly code = 'programmes.own-attendance';

  constructor() {
    super('Somebody else has to confirm your own attendance.');
  }
}

/** The line is none of the agency's, is closed, or is of another year than the event. */
export class LineNotOpen extends DomainError {
  readonly code = 'programmes.line-not-open';

  constructor() {
    super('There is no such open budget line in the year of the event.', {
      issues: [{ path: '/lineId', message: 'is no open line of that year' }],
    });
  }
}

/** The seat would cost the person's agency more than its line has left. */
export class NoRoomInLine extends DomainError {
  readonly code = 'programmes.no-room-in-line';

  constructor() {
    super(
      'The agency of this person has no room for this seat in its budget. Ask them to register, and they wait for it.',
    );
  }
}

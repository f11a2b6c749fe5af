import { DomainError, type FieldIssue } from '@sinau/kernel';

/** There is none, or not for whoever asks. */
export class CommunityNotFound extends DomainError {
  readonly code = 'collaboration.community-not-found';

  constructor() {
    super('There is no such community or meeting.');
  }
}

/** Somebody else was quicker. */
export class CommunityChanged extends DomainError {
  readonly code = 'collaboration.community-changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** What is asked for cannot be done in this state, or not by whoever asks. */
export class CommunityNotNow extends DomainError {
  readonly code = 'collaboration.community-not-now';

  constructor() {
    super('This cannot be done as things stand now.');
  }
}

/** Somebody has to remain who leads it. */
export class LastFacilitator extends DomainError {
  readonly code = 'collaboration.last-facilitator';

  constructor() {
    super('You are the only facilitator. Make somebody else one, or close the community.');
  }
}

/** A community has as many members as it can have, or a meeting as many names. */
export class CommunityFull extends DomainError {
  readonly code = 'collaboration.community-full';

  constructor() {
    super('No more people fit in.');
  }
}

/** What is written of a meeting does not fit the rules. */
export class MeetingUnfit extends DomainError {
  readonly code = 'collaboration.meeting-unfit';

  constructor(issues: readonly FieldIssue[]) {
    super('The meeting cannot be written down like this. Mend what is named.', { issues });
  }
}

/** Of minutes, attendance and people something is missing. */
export class MeetingIncomplete extends DomainError {
  readonly code = 'collaboration.meeting-incomplete';

  readonly lacks: readonly ('over' | 'minutes' | 'people')[];

  constructor(lacks: readonly ('over' | 'minutes' | 'people')[], leastPeople: number) {
    super(
      `A meeting is closed once it is over, has minutes, and ${leastPeople} people whose attendance both sides have confirmed.`,
    );
    this.lacks = lacks;
  }
}

/** At the door of a meeting: of those who are in the community alone. */
export class MembersOnly extends DomainError {
  readonly code = 'collaboration.members-only';

  constructor() {
    super('Only those who are in the community check in at its meetings.');
  }
}

/** From half an hour before a meeting until a quarter after it, while it is not closed. */
export class CheckInShut extends DomainError {
  readonly code = 'collaboration.check-in-shut';

  constructor() {
    super('Nobody can check in at this meeting now.');
  }
}

/** It was good a while ago. */
export class CheckInCodeExpired extends DomainError {
  readonly code = 'collaboration.code-expired';

  constructor() {
    super('This code has changed. Scan the one that is shown now.');
  }
}

/** No facilitator's screen has shown it for this meeting. */
export class CheckInCodeUnknown extends DomainError {
  readonly code = 'collaboration.code-unknown';

  constructor() {
    super('This is not a code of this meeting.');
  }
}

/** A facilitator has said that they were not there. */
export class CheckInOverridden extends DomainError {
  readonly code = 'collaboration.check-in-overridden';

  constructor() {
    super('A facilitator has noted that you were not there. Ask them if that is wrong.');
  }
}

import type { Refusal } from '@sinau/cmi5';
import { DomainError, type LanguageMap } from '@sinau/kernel';

/** The same answer for a registration that is absent, foreign or cancelled (cases B3, C2). */
export class NotEntitled extends DomainError {
  readonly code = 'delivery.not-entitled';

  constructor() {
    super('You are not enrolled in this course.');
  }
}

/** The course has no such AU, or was never opened under this registration. */
export class DeliveryNotFound extends DomainError {
  readonly code = 'delivery.not-found';
}

/** The registration belongs to another learner or another course. */
export class RegistrationTaken extends DomainError {
  readonly code = 'delivery.registration-taken';

  constructor() {
    super('This registration belongs to another learner or course; leave it out, or send another UUID.');
  }
}

/** A request of an AU broke a cmi5 rule; nothing of it was stored. Its issue carries the requirement id. */
export class RuleBroken extends DomainError {
  readonly code = 'delivery.rule-broken';

  constructor(refusal: Refusal, path = '') {
    super(`cmi5 ${refusal.requirement}: ${refusal.message}`, { issues: [{ path, ...refusal }] });
  }
}

/** The session was terminated, abandoned or replaced by another launch. */
export class SessionEnded extends DomainError {
  readonly code = 'delivery.session-ended';

  constructor() {
    super('cmi5 8.1.2.0-2: This session has ended; launch the AU again.', {
      issues: [
        { path: '', requirement: '8.1.2.0-2', message: 'This session has ended; launch the AU again.' },
      ],
    });
  }
}

/** A package of a thousand parts may have to be done before. */
const mostNamed = 10;

/** The course wants other parts done first; they are named in the order of the course. */
export class PartLocked extends DomainError {
  readonly code = 'delivery.part-locked';

  constructor(missing: readonly LanguageMap[]) {
    super('Other parts of this course must be done first.', {
      issues: missing.slice(0, mostNamed).map((title) => ({
        path: '',
        message: `finish “${title.id ?? title.en ?? Object.values(title)[0] ?? ''}” first`,
      })),
    });
  }
}

/** In this part the server judges; nobody may say what was reached. */
export class JudgedByServer extends DomainError {
  readonly code = 'delivery.judged-by-server';

  constructor() {
    super('The server judges this part itself; statements of its page are not taken.');
  }
}

/** All attempts at a quiz were used, or one of them has passed. */
export class NoAttemptLeft extends DomainError {
  readonly code = 'delivery.no-attempt-left';

  constructor() {
    super('No further attempt can be started: all were used, or one has passed.');
  }
}

/** An answer came to an attempt that is over. */
export class AttemptOver extends DomainError {
  readonly code = 'delivery.attempt-over';

  constructor(how: 'submitted' | 'time-up' | 'replaced') {
    super(overBecause[how]);
  }
}

const overBecause = {
  submitted: 'This attempt was submitted; its answers cannot be changed any more.',
  'time-up': 'The time of this attempt is up. Answers that were saved before count; this one came too late.',
  replaced: 'The quiz was changed meanwhile, so this attempt ended without counting. Start a new one.',
} as const;

/** The rules of a quiz do not show this attempt, or not yet. */
export class ReviewClosed extends DomainError {
  readonly code = 'delivery.review-closed';

  constructor() {
    super('The answers of this attempt are not shown, or not yet.');
  }
}

/** Another tab has started the same SCORM package after this one and goes on with it. */
export class ScormReplaced extends DomainError {
  readonly code = 'delivery.scorm-replaced';

  constructor() {
    super('This course part was opened again in another tab or window, which has gone on with it.');
  }
}

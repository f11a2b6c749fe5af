import { DomainError } from '@sinau/kernel';

/** There is no such recognition, person or agency for whoever asks. */
export class RecognitionNotFound extends DomainError {
  readonly code = 'recognition.not-found';

  constructor() {
    super('There is no such recognition or colleague.');
  }
}

/** Somebody else was quicker. */
export class RecognitionChanged extends DomainError {
  readonly code = 'recognition.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** Nobody proposes themselves, or decides about what concerns them or what they proposed (case C7). */
export class OwnRecognition extends DomainError {
  readonly code = 'recognition.own';

  constructor() {
    super('Somebody else has to do this: nobody recognises themselves, or decides about their own proposal.');
  }
}

/** It stands where this cannot be done. */
export class RecognitionSettled extends DomainError {
  readonly code = 'recognition.settled';

  constructor() {
    super('This has been decided already. Look at it again.');
  }
}

/** This month's proposals are used up. */
export class TooManyNominations extends DomainError {
  readonly code = 'recognition.too-many';

  constructor(most: number) {
    super(`At most ${most} proposals a month. Propose again next month.`);
  }
}

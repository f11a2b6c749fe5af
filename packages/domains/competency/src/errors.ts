import { DomainError } from '@sinau/kernel';

/** There is no such person, competency, standard, assessment or item for whoever asks. */
export class CompetencyNotFound extends DomainError {
  readonly code = 'competency.not-found';

  constructor() {
    super('There is no such person, competency, standard or plan.');
  }
}

/** Somebody else was quicker. */
export class CompetencyChanged extends DomainError {
  readonly code = 'competency.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** Evidence or commitment are missing: the item is of before they were asked for. */
export class ItemIncomplete extends DomainError {
  readonly code = 'competency.item-incomplete';

  constructor() {
    super('The item lacks its evidence or its commitment. Whoever proposed it adds them first.');
  }
}

/** There are as many as an agency or a person may have. */
export class CompetencyFull extends DomainError {
  readonly code = 'competency.full';

  constructor() {
    super('There are too many of these already. Retire or take away some.');
  }
}

/** A standard, an assessment or a plan names what is not in the dictionary, or is retired. */
export class UnknownCompetency extends DomainError {
  readonly code = 'competency.unknown';

  constructor(path: string) {
    super('This competency is not in the dictionary of the agency.', {
      issues: [{ path, message: 'is not in the dictionary' }],
    });
  }
}

/** A day that is to come, or an end before the beginning. */
export class WrongDay extends DomainError {
  readonly code = 'competency.wrong-day';

  constructor(path: string) {
    super('This day does not fit.', { issues: [{ path, message: 'does not fit' }] });
  }
}

/** The item stands where this cannot be done, or not by them. */
export class MoveNotAllowed extends DomainError {
  readonly code = 'competency.move-not-allowed';

  constructor() {
    super('This cannot be done to the item now. Look at it again.');
  }
}

/** One request says the same thing of the same person twice. */
export class SaidTwice extends DomainError {
  readonly code = 'competency.said-twice';

  constructor() {
    super(
      'The same competency, day and method of this person stands further up in the request. Send it once.',
    );
  }
}

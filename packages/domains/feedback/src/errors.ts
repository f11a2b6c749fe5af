import { DomainError } from '@sinau/kernel';

/** There is no such service, survey, comment or promise for whoever asks. */
export class FeedbackNotFound extends DomainError {
  readonly code = 'feedback.not-found';

  constructor() {
    super('There is no such service or survey.');
  }
}

/** Somebody else was quicker. */
export class FeedbackChanged extends DomainError {
  readonly code = 'feedback.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** Two surveys of one service would share a day. */
export class SurveyOverlaps extends DomainError {
  readonly code = 'feedback.survey-overlaps';

  constructor() {
    super('Another survey of this service has some of these days.', {
      issues: [{ path: '/from', message: 'overlaps another survey' }],
    });
  }
}

/** There are as many as an agency or a service may have. */
export class FeedbackFull extends DomainError {
  readonly code = 'feedback.full';

  constructor() {
    super('There are too many of these already. Close or remove some.');
  }
}

/** The survey takes no answers now. */
export class SurveyClosed extends DomainError {
  readonly code = 'feedback.survey-closed';

  constructor() {
    super('This survey takes no answers now.');
  }
}

/** The form was opened too long ago, or not here. */
export class FormExpired extends DomainError {
  readonly code = 'feedback.form-expired';

  constructor() {
    super('This form has expired. Open it again; what you chose is kept.');
  }
}

/** Many answers came from one place in a short time. */
export class TooManyAnswers extends DomainError {
  readonly code = 'feedback.too-many-answers';

  constructor() {
    super('Too many answers came from your connection just now. Try again in ten minutes.');
  }
}

/** Another list of the agency is being taken or undone. */
export class ListBusy extends DomainError {
  readonly code = 'feedback.list-busy';

  constructor() {
    super('Another list is being taken or undone just now. Try again in two minutes.');
  }
}

/** The list is in no state for that. */
export class ListFixed extends DomainError {
  readonly code = 'feedback.list-fixed';

  constructor() {
    super('This list was taken or undone before. Look at it again.');
  }
}

/** Rows of a later list stand in place of its own. */
export class ListReplaced extends DomainError {
  readonly code = 'feedback.list-replaced';

  constructor() {
    super('A later list has replaced rows of this one. Undo that one first.');
  }
}

/** A text that everybody reads holds a number or an address of somebody. */
export class TellsOfPerson extends DomainError {
  readonly code = 'feedback.tells-of-person';

  constructor(field: string) {
    super('This text holds a long number or an e-mail address. Everybody reads it: take it out.', {
      issues: [{ path: `/${field}`, message: 'holds a number or an address of somebody' }],
    });
  }
}

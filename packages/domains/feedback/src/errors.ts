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

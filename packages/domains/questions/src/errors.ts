import { DomainError, type FieldIssue } from '@sinau/kernel';

/** The same answer for a question that is absent and one of another provider (case C2). */
export class QuestionNotFound extends DomainError {
  readonly code = 'questions.not-found';

  constructor() {
    super('There is no such question.');
  }
}

/** The bank is for those who write it: nobody else is shown an answer (case C5). */
export class NotAnAuthor extends DomainError {
  readonly code = 'request.access-denied';

  constructor() {
    super('Only authors of a content provider may do this.');
  }
}

/** Somebody else changed it since it was read. */
export class QuestionChanged extends DomainError {
  readonly code = 'questions.changed-meanwhile';

  constructor() {
    super('It was changed meanwhile. Look at it again and repeat your change.');
  }
}

export class BankFull extends DomainError {
  readonly code = 'questions.bank-full';

  constructor(most: number) {
    super(`A bank holds at most ${most} questions, archived ones too.`);
  }
}

/** A question that cannot be asked as it stands; the issues say where and why. */
export class QuestionIncomplete extends DomainError {
  readonly code = 'questions.incomplete';

  constructor(issues: readonly FieldIssue[]) {
    super('The question is not complete yet.', { issues });
  }
}

/** The same answer for a quiz that is absent and one of another provider (case C2). */
export class QuizNotFound extends DomainError {
  readonly code = 'questions.quiz-not-found';

  constructor() {
    super('There is no such quiz.');
  }
}

export class TooManyQuizzes extends DomainError {
  readonly code = 'questions.too-many-quizzes';

  constructor(most: number) {
    super(`A provider may have ${most} quizzes. Delete one first.`);
  }
}

/** A quiz that cannot be put into a course as it stands; the issues say where and why. */
export class QuizIncomplete extends DomainError {
  readonly code = 'questions.quiz-incomplete';

  constructor(issues: readonly FieldIssue[]) {
    super('The quiz is not complete yet.', { issues });
  }
}

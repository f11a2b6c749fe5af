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

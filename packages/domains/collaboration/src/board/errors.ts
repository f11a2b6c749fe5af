import { DomainError } from '@sinau/kernel';

/** Somebody has written as much in a day as anybody may. */
export class WrittenEnough extends DomainError {
  readonly code = 'collaboration.written-enough';

  constructor() {
    super('You have written a lot here today. Go on tomorrow.');
  }
}

/** An answer that the asker has marked as helpful stays as it was read then. */
export class AnswerMarked extends DomainError {
  readonly code = 'collaboration.answer-marked';

  constructor() {
    super('This answer is marked as helpful and stays as it is. It can be taken away.');
  }
}

/** Under a question that others have answered, words do not change any more. */
export class QuestionAnswered extends DomainError {
  readonly code = 'collaboration.question-answered';

  constructor() {
    super('Others have answered this question. It stays as they have read it.');
  }
}

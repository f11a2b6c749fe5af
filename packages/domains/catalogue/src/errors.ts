import { DomainError } from '@sinau/kernel';

/** The same answer for a course that is absent and one of another provider (case C2). */
export class CourseNotFound extends DomainError {
  readonly code = 'catalogue.not-found';

  constructor() {
    super('There is no such course.');
  }
}

/** The same answer for a job that is absent and one of another provider (case C2). */
export class ImportNotFound extends DomainError {
  readonly code = 'catalogue.not-found';

  constructor() {
    super('There is no such import.');
  }
}

/** The caller acts for no provider. */
export class NotAProvider extends DomainError {
  readonly code = 'request.access-denied';

  constructor() {
    super('Only a content provider may do this.');
  }
}

/** The course lacks what publication needs. */
export class NotPublishable extends DomainError {
  readonly code = 'catalogue.not-publishable';
}

/** Somebody else changed the course in between; reading it again shows how. */
export class CourseChanged extends DomainError {
  readonly code = 'catalogue.version-conflict';

  constructor() {
    super('The course was changed in the meantime. Look at it again and repeat.');
  }
}

/** The upload is not what was announced. */
export class UploadIncomplete extends DomainError {
  readonly code = 'request.invalid';
}

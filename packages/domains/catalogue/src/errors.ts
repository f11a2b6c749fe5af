import { DomainError } from '@sinau/kernel';
import type { ImportReport } from './import-job.ts';

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

/** The version cannot leave as a package; its structure can. */
export class NotExportable extends DomainError {
  readonly code = 'catalogue.not-exportable';

  constructor(why: 'other-kind' | 'too-large', path: string) {
    const words = {
      'other-kind': 'holds a part that is no cmi5 and that only this platform plays',
      'too-large': 'is too large to be put together again, and its upload is not kept any more',
    };
    super(`The version ${words[why]}. Its structure can be exported.`, {
      issues: [{ path, message: `the version ${words[why]}` }],
    });
  }
}

/** A recording lies where the operators of the platform let none lie. */
export class HostNotAllowed extends DomainError {
  readonly code = 'catalogue.host-not-allowed';

  constructor(origin: string, allowed: readonly string[]) {
    const hosts = allowed.length === 0 ? 'No host is allowed' : `Allowed are ${allowed.join(', ')}`;
    super(`Videos and audio may not lie at ${origin}.`, {
      issues: [
        {
          path: '/url',
          message: `${hosts}. Upload the file, or ask the operators of the platform to allow the host.`,
        },
      ],
    });
  }
}

/** The list of saved courses is for what somebody means to take, not for the whole catalogue. */
export class SavedListFull extends DomainError {
  readonly code = 'catalogue.saved-full';

  constructor() {
    super('The list of saved courses is full. Remove one and repeat.');
  }
}

/** Learners have come to the course, or may at any time. */
export class CourseInUse extends DomainError {
  readonly code = 'catalogue.in-use';
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

/** The package broke a rule; `issues` name file, line, column and requirement id. */
export class PackageRejected extends DomainError {
  readonly code = 'catalogue.package-rejected';

  constructor(report: ImportReport) {
    super('The package was refused. Mend what the issues name and send it again.', {
      issues: report.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ file, line, column, message, mend, rule }) => ({
          path: [file ?? '', line, column].filter((part) => part !== undefined).join(':'),
          message: `${message.en} ${mend.en}`,
          requirement: rule,
        })),
    });
  }
}

/** Separation of duties: whoever submitted a version, or belongs to its provider, does not decide on it (case C7). */
export class SelfReview extends DomainError {
  readonly code = 'request.access-denied';

  constructor() {
    super('Another person must review this version.');
  }
}

/** What an approval does to running learners is another thing than the reviewer saw; nothing was decided. */
export class TermsChanged extends DomainError {
  readonly code = 'catalogue.terms-changed';

  constructor() {
    super(
      'The rule for running learners, or the published version, was changed after you looked. Look at the review again and decide with its rev.',
    );
  }
}

/** The version waits for no decision any more. */
export class ReviewClosed extends DomainError {
  readonly code = 'catalogue.version-conflict';

  constructor() {
    super('This version is not waiting for a review. Look at the course again.');
  }
}

/** Whoever has not been in a course yet has nothing to say of it. */
export class RatingTooEarly extends DomainError {
  readonly code = 'catalogue.rating-too-early';

  constructor() {
    super('Begin the course first. Whoever has worked in it can rate it.');
  }
}

/** Withdrawn, or changed since it was read. */
export class CommentNotFound extends DomainError {
  readonly code = 'catalogue.not-found';

  constructor() {
    super('There is no such comment any more. Its writer may have changed it: look at the list again.');
  }
}

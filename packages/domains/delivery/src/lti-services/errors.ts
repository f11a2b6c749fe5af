import { DomainError, type FieldIssue } from '@sinau/kernel';

/** The access token is not ours, has run out, or its tool may not call any more. */
export class ToolTokenInvalid extends DomainError {
  readonly code = 'lti.token-invalid';

  constructor() {
    super(
      'The access token is wrong or has run out, or the tool is not active; get a new one at the token endpoint.',
    );
  }
}

/** The course is no context of the tool; the same answer whether it exists or not. */
export class ContextNotFound extends DomainError {
  readonly code = 'lti.context-not-found';

  constructor() {
    super('This tool has no link in such a context.');
  }
}

/** The same answer for a line item of another tool as for none. */
export class LineItemNotFound extends DomainError {
  readonly code = 'lti.line-item-not-found';

  constructor() {
    super('This tool has no such line item in this context.');
  }
}

export class LinkNotFound extends DomainError {
  readonly code = 'lti.link-not-found';

  constructor() {
    super('This tool has no such resource link in this context.', {
      issues: [
        { path: '/resourceLinkId', message: 'is of no link of this tool here', requirement: 'AGS 3.2.9' },
      ],
    });
  }
}

export class LineItemInvalid extends DomainError {
  readonly code = 'lti.line-item-invalid';

  constructor(issue: FieldIssue) {
    super(`The line item is not right: ${issue.path.slice(1)} ${issue.message}.`, { issues: [issue] });
  }
}

/** The course counts on the line item. */
export class LineItemOfLink extends DomainError {
  readonly code = 'lti.line-item-of-link';

  constructor() {
    super('The course declares this line item with its link; it goes when the link does.');
  }
}

export class TooManyLineItems extends DomainError {
  readonly code = 'lti.too-many-line-items';

  constructor(most: number) {
    super(`A tool may have ${most} line items in a context; delete some.`);
  }
}

export class LineItemChanged extends DomainError {
  readonly code = 'lti.line-item-changed';

  constructor() {
    super('The line item has just been changed by another request; read it and try again.');
  }
}

export class ScoreInvalid extends DomainError {
  readonly code = 'lti.score-invalid';

  constructor(issue: FieldIssue) {
    super(`The score is not right: ${issue.path.slice(1)} ${issue.message}.`, { issues: [issue] });
  }
}

/** AGS 2.0, 3.4.5. */
export class ScoreOutdated extends DomainError {
  readonly code = 'lti.score-outdated';

  constructor() {
    super(
      'A score with a later timestamp is on record, or one with the same that says more; nothing was changed.',
    );
  }
}

export class UserNotFound extends DomainError {
  readonly code = 'lti.user-not-found';

  constructor() {
    super('This tool was never told of such a user.');
  }
}

export class UserNotGradable extends DomainError {
  readonly code = 'lti.user-not-gradable';

  constructor() {
    super('This user does not take the course, so nothing can be graded: staff, or somebody who has left.');
  }
}

export class PageCursorInvalid extends DomainError {
  readonly code = 'lti.cursor-invalid';

  constructor() {
    super('This address of a page is damaged or of another list; begin at the first page.');
  }
}

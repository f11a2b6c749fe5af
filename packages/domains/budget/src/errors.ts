import { DomainError } from '@sinau/kernel';

/** One answer for a line, booking or cost that is absent and for one of another agency (case C2). */
export class BudgetNotFound extends DomainError {
  readonly code = 'budget.not-found';

  constructor() {
    super('There is no such budget line.');
  }
}

/** Somebody else was quicker, or the step was done before. */
export class BudgetChanged extends DomainError {
  readonly code = 'budget.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** The agency has a line of this code in this year. */
export class BudgetLineExists extends DomainError {
  readonly code = 'budget.line-exists';

  constructor() {
    super('There is a line with this code in this year.', {
      issues: [{ path: '/code', message: 'is taken in this year' }],
    });
  }
}

/** There are as many lines as one year takes. */
export class BudgetFull extends DomainError {
  readonly code = 'budget.full';

  constructor() {
    super('There are too many lines in this year already.');
  }
}

/** The line has less room than is asked for. `room`: whole rupiah that are left. */
export class BudgetNoRoom extends DomainError {
  readonly code = 'budget.no-room';
  readonly room: number;

  constructor(line: { readonly title: string; readonly code: string; readonly room: number }) {
    super(
      `The budget line ${line.code} "${line.title}" has no room for this: Rp${line.room} are left. Take less, release something, or raise its ceiling.`,
      { issues: [{ path: '/amount', message: `must be at most ${line.room}` }] },
    );
    this.room = line.room;
  }
}

/** The ceiling would be lower than what is bound. */
export class BudgetCeilingTooLow extends DomainError {
  readonly code = 'budget.ceiling-too-low';

  constructor(bound: number) {
    super(`Rp${bound} of this line are bound. The ceiling cannot be lower.`, {
      issues: [{ path: '/ceiling', message: `must be at least ${bound}` }],
    });
  }
}

/** Nothing more is bound on a closed line. */
export class BudgetLineClosed extends DomainError {
  readonly code = 'budget.line-closed';

  constructor() {
    super('This budget line is closed. Open it again, or take another.');
  }
}

/** What seats bind goes on with their enrolments alone. */
export class BudgetOfSeat extends DomainError {
  readonly code = 'budget.of-seat';

  constructor() {
    super('This was bound by an enrolment and goes on with it.');
  }
}

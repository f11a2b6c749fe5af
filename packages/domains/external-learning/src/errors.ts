import { DomainError, type FieldIssue } from '@sinau/kernel';
import type { LearningId } from './learning.ts';

/** The same answer for what is absent and what is another's (case C2). */
export class LearningNotFound extends DomainError {
  readonly code = 'external-learning.not-found';

  constructor() {
    super('There is no such record.');
  }
}

/** Somebody else has got on with it meanwhile. */
export class LearningChanged extends DomainError {
  readonly code = 'external-learning.changed';

  constructor() {
    super('This record has changed meanwhile. Look at it again.');
  }
}

/** A step that its state does not have. */
export class StepRefused extends DomainError {
  readonly code = 'external-learning.not-now';

  constructor() {
    super('The record is not in a state for that.');
  }
}

/** Nobody decides about what they have learned themselves (case C7). */
export class OwnLearning extends DomainError {
  readonly code = 'external-learning.own';

  constructor() {
    super('Nobody decides about their own learning.');
  }
}

/** The same certificate, or the same event, is written down already. */
export class LearningDuplicate extends DomainError {
  readonly code = 'external-learning.duplicate';
  /** The record that is there, of the same person. */
  readonly learningId: LearningId;

  constructor(learningId: LearningId) {
    super('This certificate or event is recorded already.');
    this.learningId = learningId;
  }
}

/** The certificate is one of ours, or of a course here whose provider has told of it: that has counted by itself. */
export class LearningOnPlatform extends DomainError {
  readonly code = 'external-learning.on-platform';
  /** In which year its line stands, where that is known. */
  readonly year: number | undefined;

  constructor(year?: number) {
    super('This is a certificate of a course on this platform; its JP are counted there.', {
      issues: [{ path: '/certificateNumber', message: 'is a certificate of a course that counts already' }],
    });
    this.year = year;
  }
}

/** What was written does not fit together, or something is missing for this step. */
export class DetailsRefused extends DomainError {
  readonly code = 'external-learning.details';

  constructor(issues: readonly FieldIssue[]) {
    super('Some fields are missing or do not fit together.', { issues });
  }
}

export type EvidenceProblem = 'too-large' | 'not-pdf' | 'encrypted' | 'active' | 'too-many' | 'missing';

const evidenceWords: Readonly<Record<EvidenceProblem, string>> = {
  'too-large': 'The file is larger than 4 MB.',
  'not-pdf': 'The file is no PDF that can be read.',
  encrypted: 'The PDF is encrypted. Save it without a password.',
  active:
    'The PDF holds scripts, something that runs when it is opened, links elsewhere than to the web, forms that send, or attached files. Print it to a PDF anew.',
  'too-many': 'There are five files already. Remove one first.',
  missing: 'At least one PDF as evidence is needed.',
};

export class EvidenceRefused extends DomainError {
  readonly code = 'external-learning.evidence';
  readonly problem: EvidenceProblem;

  constructor(problem: EvidenceProblem) {
    super(evidenceWords[problem], { issues: [{ path: '/file', message: evidenceWords[problem] }] });
    this.problem = problem;
  }
}

/** Nobody could review: the person belongs to no agency. */
export class NoAgency extends DomainError {
  readonly code = 'external-learning.no-agency';

  constructor() {
    super('Your account belongs to no agency that could review this.');
  }
}

/** More than anybody could mean, each with files of its own. */
export class TooManyLearnings extends DomainError {
  readonly code = 'external-learning.too-many';

  constructor(most: number) {
    super(
      `There are ${most} records that are not recognised. Use one of them again, or wait for those under review.`,
    );
  }
}

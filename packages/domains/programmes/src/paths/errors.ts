import { DomainError, type LanguageMap } from '@sinau/kernel';
import type { PathFault } from './find-faults.ts';

/** There is no such path or step for whoever asks. */
export class PathNotFound extends DomainError {
  readonly code = 'programmes.not-found';

  constructor() {
    super('There is no such learning path.');
  }
}

/** Somebody else was quicker. */
export class PathChanged extends DomainError {
  readonly code = 'programmes.changed';

  constructor() {
    super('This has been changed meanwhile. Look at it again.');
  }
}

/** What is said of it does not fit together. */
export class PathIncomplete extends DomainError {
  readonly code = 'programmes.path-incomplete';
  readonly faults: readonly PathFault[];

  constructor(faults: readonly PathFault[]) {
    super('The learning path is not complete. Mend what is named.', {
      issues: faults.map((fault) => ({ path: placeOf(fault), message: sentenceOf(fault) })),
    });
    this.faults = faults;
  }
}

function placeOf(fault: PathFault): string {
  if (fault.kind === 'no-units') return '/unitIds';
  if (fault.kind === 'provider-audience') return '/audience';
  if (!('group' in fault)) return '/groups';
  return 'step' in fault ? `/groups/${fault.group}/steps/${fault.step}` : `/groups/${fault.group}/needs`;
}

function sentenceOf(fault: PathFault): string {
  switch (fault.kind) {
    case 'no-units':
      return 'names no unit';
    case 'provider-audience':
      return 'of a provider is everybody';
    case 'too-many-steps':
      return 'have more steps than a path may have';
    case 'needs-too-many':
      return 'is more than the group has steps';
    case 'twice':
      return 'stands in the path already';
    case 'not-open':
      return 'is not open: choose another course or event';
    case 'unknown-prerequisite':
      return `comes after "${fault.id}", which is not in the path`;
    case 'cycle':
      return `wait for each other: ${[...fault.ids, fault.ids[0]].join(' → ')}. Take one of these prerequisites out.`;
  }
}

/** Nobody begins a path that is retired, and nobody finishes one twice. */
export class PathFixed extends DomainError {
  readonly code = 'programmes.fixed';

  constructor() {
    super('This cannot be changed any more.');
  }
}

/** The agency has to free somebody of it first. */
export class PathRequired extends DomainError {
  readonly code = 'programmes.path-required';

  constructor() {
    super('Your agency requires this path of you. Ask its administrators if you cannot go through it.');
  }
}

/** Something else has to be finished first. */
export class StepLocked extends DomainError {
  readonly code = 'programmes.step-locked';
  /** What has to be finished first. */
  readonly missing: readonly LanguageMap[];

  constructor(missing: readonly LanguageMap[]) {
    super(`Finish first: ${missing.map(({ id = '', en = id }) => en).join(', ')}.`, {
      issues: missing.map(({ en = '', id = en }) => ({ path: '/after', message: id })),
    });
    this.missing = missing;
  }
}

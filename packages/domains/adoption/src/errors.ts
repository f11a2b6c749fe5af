import { DomainError } from '@sinau/kernel';

/** Somebody else was quicker, or it runs or has been stopped already. */
export class ExperimentChanged extends DomainError {
  readonly code = 'adoption.experiment-changed';

  constructor() {
    super('This nudge has been started or stopped meanwhile. Look at it again.');
  }
}

/** There is none, or not for whoever asks. */
export class AdoptionNotFound extends DomainError {
  readonly code = 'adoption.not-found';

  constructor() {
    super('There is nothing of that name.');
  }
}

/** Asked for by somebody whose office it is not. */
export class AdoptionForbidden extends DomainError {
  readonly code = 'adoption.forbidden';

  constructor() {
    super('Only operators and administrators of agencies see this.');
  }
}

/** A habit or pledge was changed in another tab since it was read. */
export class HabitChanged extends DomainError {
  readonly code = 'adoption.habit-changed';

  constructor() {
    super('This has changed meanwhile. Look at it again.');
  }
}

/** There are as many open pledges as somebody can keep in mind. */
export class TooManyPledges extends DomainError {
  readonly code = 'adoption.too-many-pledges';

  constructor() {
    super('You have five open pledges. Let one go before you make another.');
  }
}

/** A field holds what cannot be pledged: a course that is not open, a day that is gone, time for a team by somebody who leads none. */
export class UnfitPledge extends DomainError {
  readonly code = 'adoption.unfit-pledge';

  constructor(field: string) {
    super('This cannot be pledged.', { issues: [{ path: field, message: 'does not fit' }] });
  }
}

/** Whoever is in no unit has no board. */
export class NoUnit extends DomainError {
  readonly code = 'adoption.no-unit';

  constructor() {
    super('You are in no unit yet. Ask an administrator of your agency.');
  }
}

/** Whoever is to help is not of the agency, in no unit, or has a role already (`/who`); or the unit is not theirs or above it (`/unitId`). */
export class UnfitChampion extends DomainError {
  readonly code = 'adoption.unfit-champion';

  constructor(path: '/who' | '/unitId') {
    super('They cannot be asked for that.', { issues: [{ path, message: 'does not fit' }] });
  }
}

/** As many help the unit, or are asked to, as people can choose from. */
export class UnitHasEnough extends UnfitChampion {
  constructor() {
    super('/unitId');
  }
}

import type { ScoreTrouble } from '@sinau/lti/tool';

/** A platform did not do what was asked. `passing`: another try may go better. */
export class GradesRefused extends Error {
  readonly because: ScoreTrouble;
  readonly passing: boolean;
  /** The platform itself says when to come again. */
  readonly afterSeconds: number | undefined;

  constructor(
    because: ScoreTrouble,
    options: {
      readonly passing: boolean;
      readonly afterSeconds?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(`a platform took no score: ${because}`, { cause: options.cause });
    this.name = 'GradesRefused';
    this.because = because;
    this.passing = options.passing;
    this.afterSeconds = options.afterSeconds;
  }
}

import type { ScoreStanding } from '@sinau/lti/services';
import type { ToolPlace } from './line-item.ts';

/** Where one learner stands in one line item. */
export interface ScoreRecord extends ToolPlace {
  readonly lineItemId: string;
  /** The pseudonym by which the tool knows the learner. */
  readonly userId: string;
  readonly registration: string;
  readonly standing: ScoreStanding;
  /** Counts changes; a write names the one it has read, 0 if there was none. */
  readonly rev: number;
}

/** The only source of time. Tests inject a fixed or stepped one. */
export interface Clock {
  /** Current instant, UTC, millisecond precision. */
  now(): Date;
}

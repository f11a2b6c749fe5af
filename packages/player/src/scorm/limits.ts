/*
 * The limits of wire.ts, which the browser should not have to load with its schemas; limits.test.ts holds them equal.
 */

export const maxCallsPerMessage = 200;
export const maxCallsPerSession = 2000;
export const maxCallText = 250;
/** Characters of the sequencer's state. */
export const maxStateLength = 256 * 1024;

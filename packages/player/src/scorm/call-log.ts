import type { ScormCall } from '@sinau/scorm';
import { maxCallsPerMessage, maxCallsPerSession, maxCallText } from './limits.ts';

/** Calls of the content to the API that the server has not been told yet. */
export interface CallLog {
  add(call: ScormCall): void;
  /** Takes the oldest calls out, at most as many as one message holds. */
  take(): readonly ScormCall[];
  /** Puts calls of a message that will never be sent back in front. */
  putBack(calls: readonly ScormCall[]): void;
}

/**
 * Bounded on every side: long texts are cut, and what comes in faster than it is sent pushes out the oldest, since
 * the latest calls tell why something went wrong.
 */
export function createCallLog(): CallLog {
  const waiting: ScormCall[] = [];
  const trim = () => {
    if (waiting.length > maxCallsPerSession) waiting.splice(0, waiting.length - maxCallsPerSession);
  };
  return {
    add: (call) => {
      waiting.push(cut(call));
      trim();
    },
    take: () => waiting.splice(0, maxCallsPerMessage),
    putBack: (calls) => {
      waiting.unshift(...calls);
      trim();
    },
  };
}

function cut({ value, answer, element, ...call }: ScormCall): ScormCall {
  return {
    ...call,
    ...(element !== undefined && { element: element.slice(0, maxCallText) }),
    ...(value !== undefined && { value: value.slice(0, maxCallText) }),
    ...(answer !== undefined && { answer: answer.slice(0, maxCallText) }),
  };
}

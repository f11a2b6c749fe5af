import type { ScormCall, ScormVersion } from '@sinau/scorm';
import { type CallName, callNames, type RunTime } from './run-time.ts';

export interface ApiHooks {
  readonly runTime: RunTime;
  readonly log: (call: ScormCall) => void;
  readonly now: () => Date;
  /** The player has ended this visit, and the page of the content is still there. */
  readonly gone: () => boolean;
  /** After a successful Initialize. */
  readonly started: () => void;
  /** After a successful SetValue. */
  readonly changed: () => void;
  /** Stores what Commit wanted to send; false when that is not possible any more. */
  readonly commit: () => boolean;
  /** Terminate while the SCO runs: ends the visit and answers as the run-time did; `store` sends it. */
  readonly terminate: (parameters: readonly unknown[]) => {
    readonly answer: string;
    readonly store: () => boolean;
  };
}

/** Name of the object that content looks for, and its methods. */
export const apiNames = { '1.2': 'API', '2004': 'API_1484_11' } as const;

/** General failure in 1.2; "General Commit Failure" and "General Termination Failure" in 2004. */
const failures = { '1.2': { Commit: 101, Terminate: 101 }, '2004': { Commit: 391, Terminate: 111 } } as const;

/** What content finds on the window: the run-time's calls, each with a line in the launch log, storing done by us. */
export function createApiObject(version: ScormVersion, hooks: ApiHooks): Readonly<Record<string, unknown>> {
  const { runTime } = hooks;
  // Set when we fail where the run-time did not: until the next call, what GetLastError tells.
  let failure = 0;
  const log = (name: CallName, parameters: readonly unknown[], answer: string) =>
    hooks.log(lineOf({ name, parameters, answer, error: failure || runTime.lastError(), at: hooks.now() }));
  /** Its line has to be in the log before, so that it travels with what the call stores. */
  const storing = (name: 'Commit' | 'Terminate', answer: string, store: () => boolean) => {
    if (answer !== 'true' || store()) return answer;
    failure = failures[version][name];
    return 'false';
  };
  const ways: Partial<Record<CallName, (parameters: readonly unknown[]) => string>> = {
    Initialize: (parameters) => {
      const answer = runTime.call('Initialize', parameters);
      log('Initialize', parameters, answer);
      if (answer === 'true') hooks.started();
      return answer;
    },
    SetValue: (parameters) => {
      const answer = runTime.call('SetValue', parameters);
      log('SetValue', parameters, answer);
      if (answer === 'true') hooks.changed();
      return answer;
    },
    Commit: (parameters) => {
      const answer = runTime.call('Commit', parameters);
      log('Commit', parameters, answer);
      return storing('Commit', answer, hooks.commit);
    },
    Terminate: (parameters) => {
      const running = runTime.state === 'running';
      const { answer, store } = running
        ? hooks.terminate(parameters)
        : { answer: runTime.call('Terminate', parameters), store: () => true };
      log('Terminate', parameters, answer);
      return storing('Terminate', answer, store);
    },
  };
  const call = (name: CallName, parameters: readonly unknown[]): string => {
    if (hooks.gone()) return lateAnswer(name);
    const asksForError = name === 'GetLastError';
    if (asksForError && failure !== 0) return String(failure);
    if (!/^Get(?:LastError|ErrorString|Diagnostic)$/.test(name)) failure = 0;
    const way = ways[name];
    if (way) return way(parameters);
    const answer = runTime.call(name, parameters);
    log(name, parameters, answer);
    return answer;
  };
  const methods = callNames.map((name) => {
    const shown = version === '2004' ? name : `LMS${name === 'Terminate' ? 'Finish' : name}`;
    return [shown, (...parameters: readonly unknown[]) => call(name, parameters)] as const;
  });
  return Object.freeze({ ...Object.fromEntries(methods), version: '1.0' });
}

/**
 * A page that goes slowly speaks to a run-time that is another visit's by now. What it had said before was stored with
 * the end of its visit, so its goodbyes are right; nothing that it says now can count.
 */
function lateAnswer(name: CallName): string {
  if (name === 'Commit' || name === 'Terminate') return 'true';
  if (name === 'GetLastError') return '0';
  return name === 'Initialize' || name === 'SetValue' ? 'false' : '';
}

function lineOf(of: {
  readonly name: CallName;
  readonly parameters: readonly unknown[];
  readonly answer: string;
  readonly error: number;
  readonly at: Date;
}): ScormCall {
  const { name, parameters, answer, error, at } = of;
  const [first, second] = parameters;
  return {
    at: at.toISOString(),
    call: name,
    ...(/^(?:Get|Set)Value$/.test(name) && { element: String(first ?? '') }),
    ...(name === 'SetValue' && { value: String(second ?? '') }),
    answer,
    ...(Number.isSafeInteger(error) && { error }),
  };
}

import type { StubResult } from '../stub/dispatch.ts';
import type { Host } from '../stub/run-stub.ts';

/** Run-time functions of SCORM 1.2 that a host offers. */
export interface Api12 {
  LMSInitialize(parameter: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ''): unknown;
  LMSFinish(parameter: ''): unknown;
}

/** A window, as far as looking for the API goes. Those of other origins throw. */
interface ApiPlace {
  readonly API?: Api12;
  readonly parent: unknown;
  readonly opener: unknown;
}

const mostParents = 20;

/** Upwards through the frames, then from the window that opened this one (SCORM 1.2 RTE 3.3.6). */
export function findApi(start: unknown): Api12 | undefined {
  const up = (from: unknown): { readonly api?: Api12; readonly top: ApiPlace | undefined } => {
    let place = from as ApiPlace | undefined;
    for (let n = 0; n < mostParents && place; n += 1) {
      const api = apiOf(place);
      if (api) return { api, top: place };
      const parent = placeOf(() => place?.parent);
      if (!parent || parent === place) break;
      place = parent;
    }
    return { top: place };
  };
  const { api, top } = up(start);
  if (api) return api;
  const opener = placeOf(() => top?.opener);
  return opener ? up(opener).api : undefined;
}

function apiOf(place: ApiPlace): Api12 | undefined {
  try {
    return typeof place.API?.LMSInitialize === 'function' ? place.API : undefined;
  } catch {
    return undefined;
  }
}

function placeOf(read: () => unknown): ApiPlace | undefined {
  try {
    return (read() ?? undefined) as ApiPlace | undefined;
  } catch {
    return undefined;
  }
}

/** A host that speaks SCORM 1.2; undefined when it refuses to begin. */
export function openScormHost(api: Api12, now: () => number = () => Date.now()): Host | undefined {
  if (String(api.LMSInitialize('')) !== 'true') return undefined;
  const begunAt = now();
  const read = (name: string) => String(api.LMSGetValue(name) ?? '').trim();
  const set = (name: string, value: string) => void api.LMSSetValue(name, value);
  const writes = !['browse', 'review'].includes(read('cmi.core.lesson_mode'));
  let done = ['completed', 'passed'].includes(read('cmi.core.lesson_status'));
  if (writes && !done) set('cmi.core.lesson_status', 'incomplete');
  return {
    learnerId: read('cmi.core.student_id'),
    report: async (result) => {
      if (!writes) return;
      // What the host has as done stays so, whatever it is told later.
      if (!done || result.satisfied) set('cmi.core.lesson_status', statusOf(result));
      done ||= result.satisfied;
      if (result.score !== undefined) {
        set('cmi.core.score.min', '0');
        set('cmi.core.score.max', '100');
        set('cmi.core.score.raw', String(Math.round(result.score * 100)));
      }
      api.LMSCommit('');
    },
    leave: () => {
      if (writes) {
        set('cmi.core.session_time', timespan(now() - begunAt));
        set('cmi.core.exit', done ? '' : 'suspend');
      }
      api.LMSFinish('');
    },
  };
}

function statusOf({ satisfied, passed }: StubResult): 'passed' | 'completed' | 'incomplete' {
  if (!satisfied) return 'incomplete';
  return passed ? 'passed' : 'completed';
}

/** CMITimespan: HHHH:MM:SS.SS. */
function timespan(ms: number): string {
  const hundredths = Math.max(0, Math.round(ms / 10));
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
  return `${String(Math.min(hours, 9999)).padStart(4, '0')}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

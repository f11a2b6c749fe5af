import type { AuPrincipal, Clock } from '@sinau/kernel';
import { maxCallText, type ScormMessage } from '@sinau/scorm';
import type { LearnerPort } from '../own-page/ports.ts';
import type { RegistrationStore } from '../ports.ts';
import type { LaunchLog } from './ports.ts';

/**
 * Keeps the calls that came with a message, in any mode, texts cut to `maxCallText`. Who reads them is not told whose
 * they are, so the learner's name and account are taken out wherever content read or wrote them.
 */
export async function keepCalls(
  deps: {
    readonly registrations: RegistrationStore;
    readonly learners: LearnerPort;
    readonly launchLog: LaunchLog;
    readonly clock: Clock;
  },
  input: { readonly principal: AuPrincipal; readonly message: ScormMessage },
): Promise<void> {
  const { registration, sessionId } = input.principal;
  const { calls, run, sequence, itemId } = input.message;
  if (!calls || calls.length === 0) return;
  const state = await deps.registrations.read(registration);
  if (!state?.session || state.session.terms.sessionId !== sessionId) return;
  const { courseId, version, session, personId, actor } = state;
  const person = personId === undefined ? undefined : await deps.learners.find(personId);
  const nameless = hiding([actor.name, ...(person ? namesOf(person.name) : [])]);
  const at = deps.clock.now().toISOString();
  await deps.launchLog.append(
    { registration, sessionId, courseId, version, auIndex: session.auIndex, startedAt: at },
    {
      run,
      sequence,
      ...(itemId !== undefined && { itemId }),
      calls: bounded(calls.map(nameless)),
      at,
    },
  );
}

type Call = NonNullable<ScormMessage['calls']>[number];

/** Elements whose values are about the learner and nothing else. */
const aboutLearner = /^cmi\.(?:core\.student|learner)_(?:id|name)$/;

const hidden = '•••';

/** A name as it is kept, and as content may show it: without what stands behind the first comma. */
function namesOf(name: string): readonly string[] {
  const [plain = ''] = name.split(',');
  return [name, plain.trim()];
}

/** Longer texts first, so that none is left in half. A text of one or two letters stands for anything. */
function hiding(texts: readonly string[]): (call: Call) => Call {
  const all = [...new Set(texts)].filter(({ length }) => length > 2).sort((a, b) => b.length - a.length);
  const any = all.length > 0 ? new RegExp(all.map(literally).join('|'), 'giu') : undefined;
  const clean = (text: string) => (any ? text.replace(any, hidden) : text);
  return (call) => {
    const own = call.element !== undefined && aboutLearner.test(call.element);
    const { element, value, answer } = call;
    return {
      ...call,
      ...(element !== undefined && { element: clean(element) }),
      ...(value !== undefined && { value: own ? hidden : clean(value) }),
      ...(answer !== undefined && { answer: own && call.call !== 'SetValue' ? hidden : clean(answer) }),
    };
  };
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Of the calls of one message as JSON: a row has 400 KB at most. */
const mostBytes = 200 * 1024;

/** Texts of a message that would not fit into a row, e.g. of Japanese letters alone. */
const shortText = 50;

function bounded(calls: readonly Call[]): readonly Call[] {
  const usual = calls.map((call) => cut(call, maxCallText));
  const bytes = new TextEncoder().encode(JSON.stringify(usual)).length;
  return bytes <= mostBytes ? usual : calls.map((call) => cut(call, shortText));
}

function cut(call: Call, most: number): Call {
  const { element, value, answer } = call;
  return {
    ...call,
    ...(element !== undefined && { element: shortened(element, most) }),
    ...(value !== undefined && { value: shortened(value, most) }),
    ...(answer !== undefined && { answer: shortened(answer, most) }),
  };
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()}… (${text.length})`;

import type { AuPrincipal, Clock } from '@sinau/kernel';
import { maxCallText, type ScormMessage } from '@sinau/scorm';
import type { RegistrationStore } from '../ports.ts';
import type { LaunchLog } from './ports.ts';

/** Keeps the calls that came with a message, in any mode, texts cut to `maxCallText`. */
export async function keepCalls(
  deps: { readonly registrations: RegistrationStore; readonly launchLog: LaunchLog; readonly clock: Clock },
  input: { readonly principal: AuPrincipal; readonly message: ScormMessage },
): Promise<void> {
  const { registration, sessionId } = input.principal;
  const { calls, run, sequence, itemId } = input.message;
  if (!calls || calls.length === 0) return;
  const state = await deps.registrations.read(registration);
  if (!state?.session || state.session.terms.sessionId !== sessionId) return;
  const { courseId, version, session } = state;
  const at = deps.clock.now().toISOString();
  await deps.launchLog.append(
    { registration, sessionId, courseId, version, auIndex: session.auIndex, startedAt: at },
    { run, sequence, ...(itemId !== undefined && { itemId }), calls: calls.map(cut), at },
  );
}

type Call = NonNullable<ScormMessage['calls']>[number];

function cut(call: Call): Call {
  const { element, value, answer } = call;
  return {
    ...call,
    ...(element !== undefined && { element: shortened(element) }),
    ...(value !== undefined && { value: shortened(value) }),
    ...(answer !== undefined && { answer: shortened(answer) }),
  };
}

const shortened = (text: string): string =>
  text.length <= maxCallText ? text : `${text.slice(0, maxCallText).toWellFormed()}… (${text.length})`;

import { type Au, untouched, type WaiveReason, waivedStatement } from '@sinau/cmi5';
import { Unavailable } from '@sinau/kernel';
import { activityIdOf } from './activity-ids.ts';
import { commit } from './commit.ts';
import { NotEntitled } from './errors.ts';
import { auAt, loadContent } from './load-content.ts';
import { beginning, type RegistrationDeps } from './open-registration.ts';
import type { CourseContent } from './ports.ts';
import { type Change, satisfy } from './satisfy.ts';

/**
 * Counts an AU as done by other means, once per registration (cmi5 9.3.7), with what that satisfies. Who may waive is
 * for the caller to decide.
 */
export async function waiveAu(
  deps: RegistrationDeps,
  input: { readonly registration: string; readonly auIndex: number; readonly reason: WaiveReason },
): Promise<{ readonly outcome: 'waived' | 'was-waived' }> {
  const { registration } = input;
  const entitlement = await deps.entitlements.find(registration);
  if (!entitlement?.open) throw new NotEntitled();
  const content = await loadContent(deps, entitlement);
  const au = auAt(content, input.auIndex);
  const written = await commit(deps, async () => {
    const known = await deps.registrations.read(registration);
    // Moved since it was read: in that version the index may be another AU's.
    if (known && known.version !== entitlement.version) {
      throw new Unavailable('This course has just changed. Please try again.');
    }
    if (known?.aus[au.index]?.waived) return undefined;
    const start: Change = known
      ? { state: known, statements: [] }
      : beginning(deps, { registration, entitlement, content });
    return waive(deps, { start, au, content, reason: input.reason });
  });
  return { outcome: written ? 'waived' : 'was-waived' };
}

function waive(
  deps: RegistrationDeps,
  step: {
    readonly start: Change;
    readonly au: Au;
    readonly content: CourseContent;
    readonly reason: WaiveReason;
  },
): Change {
  const { start, au, content, reason } = step;
  const { state } = start;
  const sessionId = deps.ids.uuid();
  const ids = { digest: deps.digest, activityBase: deps.addresses.activityBase };
  const activityId = activityIdOf(ids, state.courseId, { kind: 'au', id: au.id });
  const stamp = { id: deps.ids.uuid(), timestamp: deps.clock.now().toISOString() };
  const waiver = { actor: state.actor, registration: state.registration, sessionId, activityId, au };
  const record = { ...(state.aus[au.index] ?? untouched), waived: true };
  const waived = { ...state, aus: { ...state.aus, [au.index]: record } };
  const change = satisfy(deps, { state: waived, content, sessionId });
  return {
    state: change.state,
    statements: [...start.statements, waivedStatement(stamp, waiver, reason), ...change.statements],
  };
}

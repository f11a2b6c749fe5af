import { evaluateSatisfaction, type LmsStatement, satisfiedStatement, untouched } from '@sinau/cmi5';
import type { Clock, Digest, Ids } from '@sinau/kernel';
import { activityIdOf } from './activity-ids.ts';
import type { CourseContent, DeliveryAddresses } from './ports.ts';
import type { DeliveryRegistration } from './registration.ts';

/** A next state of a registration and the statements the LMS writes with it, in order. */
export interface Change {
  readonly state: DeliveryRegistration;
  readonly statements: readonly LmsStatement[];
}

/** What the verdicts of `state` newly satisfy, under the session that brought it about. */
export function satisfy(
  deps: {
    readonly addresses: DeliveryAddresses;
    readonly digest: Digest;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: {
    readonly state: DeliveryRegistration;
    readonly content: CourseContent;
    readonly sessionId: string;
  },
): Change {
  const { state, content, sessionId } = input;
  const { structure } = content;
  const { reached, next } = evaluateSatisfaction(
    structure,
    (index) => state.aus[index] ?? untouched,
    state.satisfaction,
  );
  if (reached.length === 0) return { state, statements: [] };
  const timestamp = deps.clock.now().toISOString();
  const ids = { digest: deps.digest, activityBase: deps.addresses.activityBase };
  const statements = reached.map((object) => {
    const { id, title } = object.kind === 'course' ? structure.course : object.block;
    const { kind } = object;
    return satisfiedStatement(
      { id: deps.ids.uuid(), timestamp },
      { actor: state.actor, registration: state.registration, sessionId },
      { kind, activityId: activityIdOf(ids, state.courseId, { kind, id }), publisherId: id, title },
    );
  });
  const course = next.course && !state.satisfaction.course ? { courseSatisfiedAt: timestamp } : {};
  return { state: { ...state, satisfaction: next, ...course }, statements };
}

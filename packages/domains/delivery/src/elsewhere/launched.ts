import { type Au, agentOf, type LmsStatement, type StatementStamp } from '@sinau/cmi5';
import type { DeliveryRegistration } from '../registration.ts';

const launchedVerb = 'http://adlnet.gov/expapi/verbs/launched';

/**
 * The platform sent the learner to another system. It is no launch of cmi5: there is no session, nothing is abandoned by it, and
 * what is learned there comes as results.
 */
export function launchedElsewhere(
  stamp: StatementStamp,
  visit: {
    readonly state: DeliveryRegistration;
    readonly au: Au;
    readonly activityId: string;
    readonly courseActivityId: string;
  },
): LmsStatement {
  const { state, au, activityId, courseActivityId } = visit;
  const type = au.activityType === undefined ? {} : { type: au.activityType };
  return {
    ...stamp,
    actor: agentOf(state.actor),
    verb: { id: launchedVerb, display: { en: 'launched' } },
    object: { objectType: 'Activity', id: activityId, definition: { name: au.title, ...type } },
    context: {
      registration: state.registration,
      contextActivities: {
        parent: [{ objectType: 'Activity', id: courseActivityId }],
        grouping: [{ objectType: 'Activity', id: au.id }],
      },
    },
  };
}

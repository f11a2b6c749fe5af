import { noteEnrolmentTrace, noteProgressTrace, type TraceDeps } from '../shared/insight-traces.ts';
import type { Fact } from './follow-fact.ts';

/** Statistics of courses follow enrolments and what learners reach. A fact says that something changed; what it is now, its row says. */
export async function followInsight(deps: TraceDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'enrolment-created':
    case 'enrolment-moved':
    case 'enrolment-completed':
    case 'enrolment-ended':
      await noteEnrolmentTrace(deps, fact.registration);
      return;
    case 'progress-made':
      await noteProgressTrace(deps, fact.registration);
      return;
    default:
      return;
  }
}

import type { CourseId } from '@sinau/catalogue';
import {
  isRetryable,
  type ProviderEnrolment,
  readinessOf,
  retryEnrolment,
} from '@sinau/connectors/enrolments';
import { type Enrolment, EnrolmentNotActive } from '@sinau/enrolment';
import { organisationName } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import type { AtProviderView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'courses' | 'organisations' | 'providerEnrolments' | 'clock'>;

/** By then the way to the provider has begun, where it is to. */
const soonMs = 120_000;

/** How the enrolment stands at the provider of the course; undefined where none is asked. */
export async function providerView(
  deps: Deps,
  enrolment: Pick<Enrolment, 'courseId' | 'registration' | 'state' | 'enrolledAt'> | undefined,
): Promise<AtProviderView | undefined> {
  if (!enrolment) return undefined;
  const course = await deps.courses.find(enrolment.courseId as CourseId);
  if (!course?.source) return undefined;
  const { providerId } = course;
  const [found, provider] = await Promise.all([
    (await deps.providerEnrolments()).find(enrolment.registration),
    organisationName(deps, { kind: 'provider', providerId }),
  ]);
  if (found) return viewOf(found, provider ?? '–');
  const { enrolledAt: until, state } = enrolment;
  const isFresh = state === 'active' && deps.clock.now().getTime() - Date.parse(until) < soonMs;
  return isFresh ? { state: 'pending', provider: provider ?? '–', until, retryable: false } : undefined;
}

function viewOf(found: ProviderEnrolment, provider: string): AtProviderView {
  const readiness = readinessOf(found);
  if (readiness.state === 'ready') {
    return { state: 'confirmed', provider, ...(found.confirmedAt && { at: found.confirmedAt }) };
  }
  const { reason } = readiness;
  if (readiness.state === 'refused') return { state: 'refused', provider, reason: reason ?? 'left' };
  const { until } = readiness;
  return {
    ...{ state: 'pending', provider, until, retryable: isRetryable(found) },
    ...(reason !== undefined && { reason }),
  };
}

/** The learner asks that the provider be asked again now. */
export async function retryAtProvider(
  deps: Deps & Pick<PortalDeps, 'enrolments' | 'clock'>,
  { personId }: PersonPrincipal,
  courseId: string,
): Promise<'queued' | 'soon'> {
  const current = await deps.enrolments.findCurrent(personId, courseId);
  const providerEnrolments = await deps.providerEnrolments();
  const found = current && (await providerEnrolments.find(current.registration));
  if (!found) throw new EnrolmentNotActive();
  const outcome = await retryEnrolment({ providerEnrolments, clock: deps.clock }, found);
  return outcome === 'queued' ? 'queued' : 'soon';
}

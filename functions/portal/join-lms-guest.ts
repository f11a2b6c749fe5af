import { launchAu } from '@sinau/delivery';
import { type Enrolment, isTaken, type Registration } from '@sinau/enrolment';
import { type CoursePass, openCoursePass, sealCoursePass } from '@sinau/lti-tool';
import type { GuestPorts, GuestVisit } from '@sinau/web';
import { auIndexOf, courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

/**
 * What the window of somebody who came from their learning system may do: see and open the parts of this one enrolment, while the accounts are
 * linked. It is no session of the portal.
 */
export function joinLmsGuest(deps: PortalDeps): GuestPorts {
  return {
    enter: async (registration, entry) => {
      const { passes } = await deps.ltiTool();
      const pass = openCoursePass(passes, 'entry', entry);
      return pass?.registration === registration ? sealCoursePass(passes, 'visit', pass) : undefined;
    },
    courseOf: async (visit) => {
      const found = await enrolmentOf(deps, visit);
      if (!found) return undefined;
      const { pass, enrolment, closed } = found;
      const { personId, courseId } = pass;
      const [course, person] = await Promise.all([
        courseViewOf(deps, { personId, courseId, enrolment }),
        deps.people.find(personId),
      ]);
      return {
        ...{ title: course.title, outline: course.outline },
        satisfied: course.enrolment?.state === 'completed',
        ...(person && { learner: person.name }),
        ...(closed && { closed }),
      };
    },
    launch: async ({ partId, returnUrl, locale, ...visit }) => {
      const found = await enrolmentOf(deps, visit);
      if (!found || found.closed) return undefined;
      const { personId, registration } = found.pass;
      return launchAu(deps, { personId, registration, auIndex: auIndexOf(partId), returnUrl, locale });
    },
  };
}

interface Found {
  readonly pass: CoursePass;
  readonly enrolment: Enrolment;
  readonly closed?: 'disabled';
}

/** Undefined once the link was taken back, the person was turned off, or the enrolment is over. */
async function enrolmentOf(
  deps: PortalDeps,
  { registration, cookie }: GuestVisit,
): Promise<Found | undefined> {
  const { passes, links, platforms } = await deps.ltiTool();
  const pass = cookie === undefined ? undefined : openCoursePass(passes, 'visit', cookie);
  if (pass?.registration !== registration) return undefined;
  const [link, platform, enrolment, person] = await Promise.all([
    links.find(pass.platformId, pass.subject),
    platforms.find(pass.platformId),
    deps.enrolments.findByRegistration(registration as Registration),
    deps.people.find(pass.personId),
  ]);
  const isTheirs = link?.personId === pass.personId && enrolment?.personId === pass.personId;
  if (!platform || !enrolment || !isTheirs || !isTaken(enrolment) || person?.status !== 'active')
    return undefined;
  return { pass, enrolment, ...(platform.status !== 'active' && { closed: 'disabled' }) };
}

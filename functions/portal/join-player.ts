import { launchAu } from '@sinau/delivery';
import { getEnrolment } from '@sinau/enrolment';
import type { PlayerPorts, ToolTroublePorts } from '@sinau/web';
import { auIndexOf, courseViewOf } from './course-view.ts';
import { waitsForProvider } from './current-courses.ts';
import type { PortalDeps } from './deps.ts';
import { joinToolTrouble } from './tool-trouble.ts';

export function joinPlayer(deps: PortalDeps): PlayerPorts & ToolTroublePorts {
  return {
    ...joinToolTrouble(deps),
    takenCourseOf: async (principal, { courseId }) => {
      const enrolment = await getEnrolment(deps, { principal, courseId });
      const view = await courseViewOf(deps, { personId: principal.personId, courseId, enrolment });
      const [since, waits] = await Promise.all([
        deps.providerDownSince(courseId),
        waitsForProvider(deps, enrolment, view),
      ]);
      return {
        ...view,
        ...(since !== undefined && { providerDownSince: since }),
        ...(waits && { awaitsProvider: true as const }),
      };
    },
    launch: async (principal, { courseId, partId, returnUrl, locale }) => {
      const { registration } = await getEnrolment(deps, { principal, courseId });
      const { personId } = principal;
      const auIndex = auIndexOf(partId);
      return launchAu(deps, { personId, registration, auIndex, returnUrl, locale });
    },
  };
}

import { launchGuestPart, readGuestCourse } from '@sinau/delivery';
import { type GuestPass, isOver, noteFinished, openPass, sealPass } from '@sinau/dispatch';
import type { GuestPorts, GuestVisit } from '@sinau/web';
import { auIndexOf, outlineOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

/** What a guest's window may do: see and open the parts of one registration, while its dispatch is open. */
export function joinGuest(deps: PortalDeps): GuestPorts {
  const passOf = ({ registration, cookie }: GuestVisit): GuestPass | undefined => {
    const pass = cookie === undefined ? undefined : openPass(deps, 'visit', cookie);
    return pass?.registration === registration ? pass : undefined;
  };
  const closedOf = async ({ dispatchId }: GuestPass) => {
    const dispatch = await deps.dispatches.find(dispatchId);
    return dispatch ? isOver(deps, dispatch) : 'disabled';
  };
  return {
    enter: async (registration, entry) => {
      const pass = openPass(deps, 'entry', entry);
      return pass?.registration === registration ? sealPass(deps, 'visit', pass) : undefined;
    },
    courseOf: async (visit) => {
      const pass = passOf(visit);
      if (!pass) return undefined;
      const [closed, course] = await Promise.all([closedOf(pass), readGuestCourse(deps, pass.registration)]);
      const { content, progress, result } = course;
      if (result.satisfied) await noteFinished(deps, pass);
      return {
        title: content.structure.course.title,
        outline: outlineOf(content, progress),
        satisfied: result.satisfied,
        ...(closed && { closed }),
      };
    },
    launch: async ({ partId, returnUrl, locale, ...visit }) => {
      const pass = passOf(visit);
      if (!pass || (await closedOf(pass))) return undefined;
      const { registration } = pass;
      const auIndex = auIndexOf(partId);
      return launchGuestPart(deps, { registration, auIndex, returnUrl, locale });
    },
  };
}

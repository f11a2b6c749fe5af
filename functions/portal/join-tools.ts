import { type CourseId, CourseNotFound, getCourse } from '@sinau/catalogue';
import type { LtiClientId } from '@sinau/delivery/lti';
import type { StudioPorts } from '@sinau/web';
import { nameOf } from '../shared/name-of.ts';
import type { PortalDeps } from './deps.ts';

/** Tools of an author's own provider, to choose content from. */
export function joinTools(deps: PortalDeps): Pick<StudioPorts, 'toolsOf' | 'pickFromTool'> {
  const choosing = 'LtiDeepLinkingRequest';
  return {
    toolsOf: async ({ providerId }) => {
      const tools = providerId ? await deps.launchOrders.listOf(providerId) : [];
      return tools
        .filter(({ status }) => status === 'active')
        .map(({ clientId, name, deployments, messages }) => ({
          ...{ clientId, name, deployments },
          offersContent: messages.some(({ type }) => type === choosing),
        }));
    },
    pickFromTool: async (principal, courseId, asked) => {
      const { course } = await getCourse(deps, { principal, courseId: courseId as CourseId });
      const tool = await deps.launchOrders.find(asked.clientId as LtiClientId);
      if (!tool || tool.providerId !== course.providerId) throw new CourseNotFound();
      const { deploymentId, locale, returnUrl } = asked;
      return deps.launchOrders.order({
        ...{ message: choosing, role: 'instructor', target: 'window', deploymentId, locale },
        clientId: tool.clientId,
        personId: principal.personId,
        course: { courseId, title: nameOf(course.draft.title) },
        returnUrl: `${deps.portalOrigin}${returnUrl}`,
      });
    },
  };
}

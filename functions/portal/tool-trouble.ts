import { askTool, awaitTool, type LtiClientId } from '@sinau/delivery/lti';
import { getEnrolment } from '@sinau/enrolment';
import type { PersonPrincipal } from '@sinau/kernel';
import { readElsewhere } from '@sinau/lti';
import type { ToolTroublePorts } from '@sinau/web';
import { auIndexOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'content' | 'enrolments' | 'toolAsking'>;
type Part = Parameters<ToolTroublePorts['troubleOf']>[1];

/** Whether the tools of courses can be opened, for those who take them. */
export function joinToolTrouble(deps: Deps): ToolTroublePorts {
  return {
    async troubleOf(person, part) {
      const clientId = await toolOf(deps, person, part);
      if (clientId === undefined) return undefined;
      const asking = await deps.toolAsking();
      const { down } = await askTool(asking, { clientId });
      if (!down) return undefined;
      const waits = await asking.toolHealth.hasWait(clientId, person.personId);
      return { since: down.since, because: down.because, waits };
    },
    async awaitBack(person, part) {
      const clientId = await toolOf(deps, person, part);
      if (clientId === undefined) return;
      await awaitTool({ ...(await deps.toolAsking()) }, { ...part, clientId, personId: person.personId });
    },
  };
}

/** The tool that shows a part, in the version that the person is on. */
async function toolOf(
  deps: Deps,
  principal: PersonPrincipal,
  { courseId, partId }: Part,
): Promise<LtiClientId | undefined> {
  const { version } = await getEnrolment(deps, { principal, courseId });
  const found = await deps.content.find(courseId, version);
  const au = found?.structure.aus.find(({ index }) => index === auIndexOf(partId));
  const shown = readElsewhere(au?.launchParameters);
  return shown?.content.kind === 'lti' ? (shown.content.placement.clientId as LtiClientId) : undefined;
}

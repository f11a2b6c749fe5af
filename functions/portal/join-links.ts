import { type Course, type CourseId, editPlacement, getPlacement } from '@sinau/catalogue';
import type { LtiClientId, LtiTool } from '@sinau/delivery/lti';
import type { LinkTrouble, StudioPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<
  PortalDeps,
  | 'courses'
  | 'contentRoom'
  | 'addresses'
  | 'launchOrders'
  | 'toolItems'
  | 'tools'
  | 'mediaOrigins'
  | 'clock'
  | 'ids'
  | 'digest'
>;

/** Links to tools that stand in a course, for the author who looks after it. */
export function joinLinks(deps: Deps): Pick<StudioPorts, 'linkOf' | 'editLink'> {
  const { contentRoom: content, addresses } = deps;
  const editing = { ...deps, content, activityBase: addresses.activityBase };
  return {
    linkOf: async (principal, { courseId, moduleId }) => {
      const at = { principal, courseId: courseId as CourseId, moduleId };
      const { clientId, deploymentId, url, custom, lineItem } = await getPlacement(editing, at);
      const place = { courseId, clientId: clientId as LtiClientId };
      const [tool, items] = await Promise.all([
        deps.launchOrders.find(place.clientId),
        deps.toolItems.listItems(place),
      ]);
      const said = items.find(({ lineItemId }) => lineItemId === moduleId)?.said;
      return {
        ...{ tool: tool?.name ?? clientId, deploymentId, custom },
        isInUse: tool?.status === 'active',
        places: tool?.deployments ?? [],
        ...(url !== undefined && { url }),
        ...(lineItem && { lineItem: itemOf(lineItem) }),
        ...(said && { saidByTool: itemOf(said) }),
      };
    },
    editLink: async (principal, { courseId, moduleId }, edit) => {
      const of = { principal, courseId: courseId as CourseId, moduleId };
      await editPlacement(editing, { ...of, edit: { ...edit, custom: { ...edit.custom } } });
    },
  };
}

const itemOf = ({ scoreMaximum, label }: { readonly scoreMaximum: number; readonly label: string }) => ({
  ...{ scoreMaximum, label },
});

/** Links of a draft that nobody can open as they stand, by module. */
export async function linkTroubles(
  deps: Pick<Deps, 'contentRoom' | 'launchOrders'>,
  { draft }: Pick<Course, 'draft'>,
): Promise<ReadonlyMap<string, LinkTrouble>> {
  const links = draft.modules.filter(({ kind }) => kind === 'lti');
  const tools = new Map<string, Promise<LtiTool | undefined>>();
  const toolOf = (clientId: string) => {
    const asked = tools.get(clientId) ?? deps.launchOrders.find(clientId as LtiClientId);
    tools.set(clientId, asked);
    return asked;
  };
  const found = await Promise.all(
    links.map(async ({ moduleId, originHash }): Promise<readonly (readonly [string, LinkTrouble])[]> => {
      const content = await deps.contentRoom.readPackage(originHash);
      if (content?.kind !== 'lti') return [];
      const { clientId, deploymentId } = content.placement;
      const tool = await toolOf(clientId);
      if (tool?.status !== 'active') return [[moduleId, 'tool-off']];
      const stands = tool.deployments.some((one) => one.deploymentId === deploymentId);
      return stands ? [] : [[moduleId, 'place-gone']];
    }),
  );
  return new Map(found.flat());
}

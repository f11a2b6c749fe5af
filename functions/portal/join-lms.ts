import type { CourseId } from '@sinau/catalogue';
import type { PersonPrincipal, Tenant } from '@sinau/kernel';
import {
  addPlatformByHand,
  changePlatform,
  type ForeignPlatform,
  type ForeignPlatformId,
  findPlatform,
  makeRegistrationTicket,
  type Placement,
  removePlatform,
} from '@sinau/lti-tool';
import { orderAgain } from '@sinau/lti-tool/scores';
import { AccessDenied } from '@sinau/platform/http';
import type { LmsDesk, LmsPlacementView, LmsPorts, LmsScoreView, LmsView } from '@sinau/web';
import { ltiToolAddresses } from '../shared/lti-tool-addresses.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { scoreState } from './score-state.ts';

type Deps = Pick<PortalDeps, 'ltiTool' | 'courses' | 'portalOrigin'>;

/** Learning systems of others, for authors of a provider and for operators. */
export function joinLms(deps: Deps): LmsPorts {
  const { login, launch, choose, jwks, canvas, register } = ltiToolAddresses(deps.portalOrigin);
  const find = async (person: PersonPrincipal, desk: LmsDesk, platformId: string) =>
    findPlatform(await deps.ltiTool(), { platformId, owner: ownerOf(person, desk) });
  return {
    tool: async () => ({ login, launch, choose, jwks, canvas }),
    list: async (person, desk) => {
      const parts = await deps.ltiTool();
      const found = await parts.platforms.listOf(ownerOf(person, desk));
      return inTurns(found, (platform) => viewOf(deps, platform));
    },
    find: async (person, desk, platformId) => {
      const platform = await find(person, desk, platformId);
      const placements = await (await deps.ltiTool()).placements.listOf(platform.platformId);
      const [view, shown, scores] = await Promise.all([
        viewOf(deps, platform),
        inTurns(placements, (placement) => placementView(deps, placement)),
        scoresOf(deps, platform.platformId),
      ]);
      return { ...view, placements: shown, scores };
    },
    makeAddress: async (person, desk) => {
      const owner = ownerOf(person, desk);
      const made = await makeRegistrationTicket(await deps.ltiTool(), { owner, madeBy: person.personId });
      return { address: `${register}?token=${made.ticket}`, validUntil: made.validUntil };
    },
    add: async (person, desk, words) =>
      addPlatformByHand(await deps.ltiTool(), {
        ...{ owner: ownerOf(person, desk), registeredBy: person.personId },
        platform: { ...words, deployments: [...words.deployments] },
      }),
    change: async (person, desk, { platformId, rev, ...change }) => {
      const platform = await find(person, desk, platformId);
      await changePlatform(await deps.ltiTool(), { platform, change, ...(rev !== undefined && { rev }) });
    },
    sendScores: async (person, desk, { platformId, which }) => {
      const { scores, clock } = await deps.ltiTool();
      const platform = await find(person, desk, platformId);
      if (which) {
        await orderAgain({ scores, clock }, { ...which, platformId: platform.platformId });
        return;
      }
      const { rows } = await scores.listOf(platform.platformId, 'failed', { limit: mostOrdered });
      for (const row of rows) await orderAgain({ scores, clock }, row);
    },
    remove: async (person, desk, platformId) =>
      removePlatform(await deps.ltiTool(), await find(person, desk, platformId)),
  };
}

/** Whose they are comes from the person, never from a request. */
function ownerOf({ providerId, roles }: PersonPrincipal, desk: LmsDesk): Tenant {
  if (desk === 'operator' && roles.includes('operator')) return { kind: 'platform' };
  if (desk === 'studio' && providerId !== undefined) return { kind: 'provider', providerId };
  throw new AccessDenied('These learning systems belong to a provider or to operators.');
}

async function viewOf({ ltiTool }: Deps, platform: ForeignPlatform): Promise<LmsView> {
  const { platformId, name, status, issuer, clientId, deployments, strangeDeployment } = platform;
  const { authorizationUrl, tokenUrl, jwksUri, family, createdAt, rev } = platform;
  const count = await (await ltiTool()).platforms.launchesOf(platformId);
  return {
    ...{ platformId, name, status, issuer, clientId, deployments, authorizationUrl, tokenUrl, jwksUri },
    ...{ createdAt, rev, launches: count?.launches ?? 0 },
    ...(strangeDeployment !== undefined && { strangeDeployment }),
    ...(family !== undefined && { family }),
    ...(count && { lastLaunchAt: count.lastAt }),
  };
}

/** Of each state; more is nothing that somebody looks through. */
const mostScores = 50;
/** At once; who has more failed ones orders again. */
const mostOrdered = 200;

async function scoresOf(deps: Deps, platformId: ForeignPlatformId): Promise<readonly LmsScoreView[]> {
  const { scores } = await deps.ltiTool();
  const limit = mostScores;
  const pages = await Promise.all(
    (['failed', 'waiting', 'sent'] as const).map((state) => scores.listOf(platformId, state, { limit })),
  );
  return inTurns(
    pages.flatMap(({ rows }) => rows),
    async (row) => {
      const { registration, placementId, subject } = row;
      return { ...(await scoreState(deps, row)), registration, placementId, subject };
    },
  );
}

async function placementView({ courses }: Deps, placement: Placement): Promise<LmsPlacementView> {
  const { courseId, title, contextTitle, grades } = placement;
  const course = await courses.find(courseId as CourseId);
  return {
    ...{ courseId, grades: grades !== undefined },
    ...(course && { courseTitle: course.title }),
    ...(title !== undefined && { title }),
    ...(contextTitle !== undefined && { contextTitle }),
  };
}

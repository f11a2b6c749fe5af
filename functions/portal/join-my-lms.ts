import { organisationName } from '@sinau/identity';
import {
  courseOfLaunch,
  type ForeignPlatformId,
  LaunchRefused,
  linkAccount,
  listMyLinks,
  readLinking,
  removeMyLink,
  sealCoursePass,
} from '@sinau/lti-tool';
import type { MyLmsPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { scoresOfLink } from './score-state.ts';

/** Accounts of a person in learning systems of others: made here, after they have signed in, and taken back here. */
export function joinMyLms(deps: Pick<PortalDeps, 'ltiTool' | 'courses' | 'organisations'>): MyLmsPorts {
  return {
    linksOf: async ({ personId }) => {
      const parts = await deps.ltiTool();
      const [links, attempts] = await Promise.all([
        listMyLinks(parts, personId),
        parts.attempts.listOf(personId),
      ]);
      return inTurns(links, async ({ platformName, personId: _own, ...link }) => ({
        ...link,
        ...(platformName !== undefined && { name: platformName }),
        scores: await scoresOfLink({ ...deps, scores: parts.scores }, link, attempts),
      }));
    },
    unlink: async ({ personId }, { platformId, subject }) =>
      removeMyLink(await deps.ltiTool(), { platformId: platformId as ForeignPlatformId, subject, personId }),
    connecting: async ({ visit: pass, ...browser }) => {
      const parts = await deps.ltiTool();
      const linking = await whileOpen(readLinking(parts, { pass, ...browser }));
      if (!linking) return undefined;
      const { platform, launch } = linking;
      const { name: nameThere, subject } = launch;
      const course = await whileOpen(courseOfLaunch(parts, platform, launch));
      return {
        ...{ platform: platform.name, issuer: platform.issuer, subject },
        ...(platform.owner.kind !== 'platform' && {
          registeredBy: (await organisationName(deps, platform.owner)) ?? '–',
        }),
        ...(nameThere !== undefined && { nameThere }),
        ...(course && { course: course.title }),
      };
    },
    connect: async ({ personId }, { visit: pass, shownTo, ...browser }) => {
      const parts = await deps.ltiTool();
      const linking = await whileOpen(readLinking(parts, { pass, ...browser }));
      if (!linking) return undefined;
      const opened = await whileOpen(linkAccount(parts, { pass, ...browser, personId, shownTo }));
      if (!opened || opened.outcome === 'unlinked') return undefined;
      const { courseId } = opened.course;
      if (opened.outcome === 'closed') return { closedCourseId: courseId };
      const { platformId } = linking.platform;
      const { registration } = opened;
      const entry = sealCoursePass(parts.passes, 'entry', {
        ...{ registration, courseId, personId, platformId, subject: linking.launch.subject },
      });
      return { url: `/lms/${registration}?show=outline&entry=${encodeURIComponent(entry)}` };
    },
  };
}

/** A launch that was used, is too old, or belongs to another browser is told as one thing: it is opened anew over there. */
async function whileOpen<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LaunchRefused) return undefined;
    throw error;
  }
}

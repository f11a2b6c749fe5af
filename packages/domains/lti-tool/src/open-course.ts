import type { Clock, Digest, PersonId } from '@sinau/kernel';
import { courseParameter, type ToolLaunch } from '@sinau/lti/tool';
import { LaunchRefused } from './errors.ts';
import type { Placement } from './placement.ts';
import type { ForeignPlatform } from './platform.ts';
import type {
  AccountLinkStore,
  AttemptStore,
  CourseOpening,
  OpenCoursePort,
  PlacementStore,
  ToolCourse,
  ToolCoursePort,
} from './ports.ts';

export interface OpenDeps {
  readonly links: Pick<AccountLinkStore, 'find'>;
  readonly placements: Pick<PlacementStore, 'put'>;
  readonly attempts: Pick<AttemptStore, 'note'>;
  readonly courses: Pick<ToolCoursePort, 'find'>;
  readonly opening: OpenCoursePort;
  /** Courses are at this address and their id behind a slash. */
  readonly courseAddress: string;
  readonly clock: Clock;
  readonly digest: Digest;
}

export type OpenedLaunch =
  /** Nobody here is known to be this subject. */
  | { readonly outcome: 'unlinked'; readonly course: ToolCourse }
  | ({ readonly personId: PersonId; readonly course: ToolCourse } & CourseOpening);

/**
 * A launch whose message counts opens the course of its link for the person who linked the account, as the course admits people. The
 * placement is noted either way: its owner sees that it is there. Rejects with `LaunchRefused`, `course`.
 */
export async function openLaunch(
  deps: OpenDeps,
  input: { readonly platform: ForeignPlatform; readonly launch: ToolLaunch },
): Promise<OpenedLaunch> {
  const { platform, launch } = input;
  const course = await courseOfLaunch(deps, platform, launch);
  const at = deps.clock.now().toISOString();
  const placement = placementOf(deps, { platform, launch, courseId: course.courseId, at });
  await deps.placements.put(placement);
  const link = await deps.links.find(platform.platformId, launch.subject);
  if (!link) return { outcome: 'unlinked', course };
  const { personId } = link;
  const opened = await deps.opening.open({ personId, courseId: course.courseId });
  if (opened.outcome === 'open') {
    const { platformId, placementId, courseId } = placement;
    await deps.attempts.note({
      ...{ registration: opened.registration, courseId, platformId, placementId, personId },
      ...{ subject: launch.subject, startedAt: at, launchedAt: at },
    });
  }
  return { ...opened, personId, course };
}

/** One that this platform may open; absent, unpublished and foreign ones get the same answer (case C2). */
export async function courseOfLaunch(
  deps: Pick<OpenDeps, 'courses' | 'courseAddress'>,
  platform: ForeignPlatform,
  launch: ToolLaunch,
): Promise<ToolCourse> {
  const courseId = courseIdOf(deps, launch);
  const course = courseId === undefined ? undefined : await deps.courses.find(courseId);
  if (!course || !mayOpen(platform, course)) {
    throw new LaunchRefused('course', 'target_link_uri: leads to no course that this registration may open.');
  }
  return course;
}

export function mayOpen({ owner }: ForeignPlatform, course: ToolCourse): boolean {
  return course.published && (owner.kind !== 'provider' || owner.providerId === course.providerId);
}

/** The address of the link says it, or else what was chosen with it: some platforms send all links to one address. */
function courseIdOf(
  { courseAddress }: Pick<OpenDeps, 'courseAddress'>,
  launch: ToolLaunch,
): string | undefined {
  const { targetLinkUri, custom } = launch;
  const rest = targetLinkUri.startsWith(`${courseAddress}/`)
    ? targetLinkUri.slice(courseAddress.length + 1)
    : '';
  const found = /^[\w-]{1,100}/.exec(rest)?.[0];
  return found ?? (Object.hasOwn(custom, courseParameter) ? custom[courseParameter] : undefined);
}

function placementOf(
  { digest }: Pick<OpenDeps, 'digest'>,
  given: {
    readonly platform: ForeignPlatform;
    readonly launch: ToolLaunch;
    readonly courseId: string;
    readonly at: string;
  },
): Placement {
  const { deploymentId, resourceLink, context, grades } = given.launch;
  return {
    platformId: given.platform.platformId,
    placementId: digest.sha256(JSON.stringify([deploymentId, resourceLink.id])).slice(0, 32),
    ...{ deploymentId, resourceLinkId: resourceLink.id, courseId: given.courseId },
    ...(context && { contextId: context.id }),
    ...(context?.title !== undefined && { contextTitle: context.title }),
    ...(resourceLink.title !== undefined && { title: resourceLink.title }),
    ...(grades && { grades }),
    updatedAt: given.at,
  };
}

import {
  type CourseId,
  CourseNotFound,
  type CourseStore,
  type CourseVersion,
  getCourse,
} from '@sinau/catalogue';
import { type CourseContentPort, type LaunchLog, listLaunchLogs, readLaunchLog } from '@sinau/delivery';
import {
  type InsightStore,
  type ModuleFrame,
  readCourseStatistics,
  readModuleStatistics,
} from '@sinau/insight';
import { type Clock, type Digest, InvalidInput, type Principal } from '@sinau/kernel';
import * as z from 'zod';

export interface StatisticsDeps {
  readonly courses: CourseStore;
  readonly content: CourseContentPort;
  readonly insight: InsightStore;
  readonly launchLog: LaunchLog;
  readonly clock: Clock;
  readonly digest: Digest;
}

const month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/);

/** What a question about statistics may say; what is empty is not said. */
const wishSchema = z.object({
  version: z.coerce.number().int().min(1).max(999_999).optional(),
  from: month.optional(),
  until: month.optional(),
});

export type WishText = Readonly<Record<'version' | 'from' | 'until', string | undefined>>;

export function readWish(given: WishText): z.output<typeof wishSchema> {
  const said = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = wishSchema.safeParse(said);
  if (!read.success) {
    throw new InvalidInput('A version is a number, and months are written like 2026-03.', {
      issues: read.error.issues.map(({ path, message }) => ({ path: path.join('/'), message })),
    });
  }
  const { from, until } = read.data;
  if (from !== undefined && until !== undefined && from > until) {
    throw new InvalidInput('The last month comes before the first.', {
      issues: [{ path: 'until', message: 'The last month comes before the first.' }],
    });
  }
  return read.data;
}

interface Asked {
  readonly principal: Principal;
  readonly courseId: string;
  readonly wish: WishText;
}

/** Of own courses alone; others are answered as absent. */
async function versionAsked(deps: StatisticsDeps, { principal, courseId, wish }: Asked) {
  const { course, versions } = await getCourse(deps, { principal, courseId: courseId as CourseId });
  const { version: wanted, ...period } = readWish(wish);
  const number = wanted ?? course.publishedVersion ?? course.latestVersion;
  const version = versions.find((one) => one.version === number);
  // A draft that was never frozen has no version, and nobody who took it.
  if (!version && wanted !== undefined) throw new CourseNotFound();
  return { course, versions, version, period };
}

/** How a course of the caller's provider goes. Undefined numbers while it has no version. */
export async function courseStatisticsFor(deps: StatisticsDeps, asked: Asked) {
  const { course, versions, version, period } = await versionAsked(deps, asked);
  const frames = version ? await framesOf(deps, version) : [];
  const statistics = await readCourseStatistics(deps, {
    ...{ courseId: course.courseId, version: version?.version ?? 0, modules: frames },
    ...definedOnly(period),
  });
  return { course, versions: versions.map((one) => one.version), version, statistics };
}

/** How one module of it goes. */
export async function moduleStatisticsFor(
  deps: StatisticsDeps,
  asked: Asked & { readonly moduleId: string },
) {
  const { course, versions, version, period } = await versionAsked(deps, asked);
  const module = version?.modules.find(({ moduleId }) => moduleId === asked.moduleId);
  const frame =
    version && (await framesOf(deps, version)).find(({ moduleId }) => moduleId === asked.moduleId);
  if (!version || !module || !frame) throw new CourseNotFound();
  const statistics = await readModuleStatistics(deps, {
    ...{ courseId: course.courseId, version: version.version, module: frame },
    ...definedOnly(period),
  });
  return { course, versions: versions.map((one) => one.version), version, module, statistics };
}

/** Launches whose content called its API in a wrong way, and what went wrong; the latest first. */
export async function troubledLaunchesFor(
  deps: StatisticsDeps,
  { principal, courseId }: Pick<Asked, 'principal' | 'courseId'>,
) {
  const { course } = await getCourse(deps, { principal, courseId: courseId as CourseId });
  const { sessions } = await listLaunchLogs(deps, { courseId: course.courseId, limit: lookedThrough });
  const troubled = sessions.filter(({ errors }) => errors > 0).slice(0, mostTroubled);
  return Promise.all(
    troubled.map(async (session) => {
      const moduleId = (await deps.content.find(courseId, session.version))?.parts[session.auIndex]?.moduleId;
      const { entries } = await readLaunchLog(deps, { courseId, sessionId: session.sessionId });
      return {
        ...session,
        ...(moduleId !== undefined && { moduleId }),
        kinds: kindsOf(entries.flatMap(({ calls }) => calls)),
      };
    }),
  );
}

/** Sessions of a course that are looked through for trouble, and those of them that are told. */
const lookedThrough = 200;
const mostTroubled = 20;
const mostKinds = 5;

interface Call {
  readonly call: string;
  readonly element?: string;
  readonly error?: number;
}

/** The same error in the same call is one kind, of whichever interaction, told by how often it happened. */
function kindsOf(calls: readonly Call[]) {
  const kinds = new Map<string, { call: string; element?: string; error: number; times: number }>();
  for (const { call, element: named, error = 0 } of calls) {
    if (error === 0) continue;
    const element = named?.replaceAll(/\.\d+(?=\.|$)/g, '.n');
    const key = `${call} ${element ?? ''} ${error}`;
    const { times = 0 } = kinds.get(key) ?? {};
    kinds.set(key, { call, error, times: times + 1, ...(element !== undefined && { element }) });
  }
  return [...kinds.values()].sort((a, b) => b.times - a.times).slice(0, mostKinds);
}

/** Which AUs belong to which module of a version, by the marks that end their activity ids. */
async function framesOf(
  { content, digest }: StatisticsDeps,
  { courseId, version, modules }: CourseVersion,
): Promise<readonly ModuleFrame[]> {
  const found = await content.find(courseId, version);
  const marks = new Map<string, string[]>();
  found?.structure.aus.forEach(({ id }, index) => {
    const moduleId = found.parts[index]?.moduleId ?? '';
    marks.set(moduleId, [...(marks.get(moduleId) ?? []), digest.sha256(id).slice(0, 32)]);
  });
  return modules.map(({ moduleId }) => ({ moduleId, parts: marks.get(moduleId) ?? [] }));
}

function definedOnly({ from, until }: { from?: string | undefined; until?: string | undefined }) {
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

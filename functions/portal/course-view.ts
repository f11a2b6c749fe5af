import {
  type Course,
  type CourseId,
  CourseNotFound,
  type CourseVersion,
  getStatedJp,
  publishedSide,
} from '@sinau/catalogue';
import type { Au, CourseStructure, MoveOn, StructureNode } from '@sinau/cmi5';
import {
  type CourseContent,
  type CourseProgress,
  moveRegistration,
  NotEntitled,
  progressOf as progressIn,
} from '@sinau/delivery';
import type { Enrolment } from '@sinau/enrolment';
import { organisationName } from '@sinau/identity';
import type { LanguageMap, PersonId } from '@sinau/kernel';
import type { CourseView, Criterion, OutlineNode, PartView, ProviderWordView } from '@sinau/web';
import { classifiedNames } from './classification-names.ts';
import type { PortalDeps } from './deps.ts';

export type CourseViewDeps = Pick<
  PortalDeps,
  | 'courses'
  | 'content'
  | 'enrolments'
  | 'entitlements'
  | 'registrations'
  | 'organisations'
  | 'moves'
  | 'records'
  | 'actors'
  | 'addresses'
  | 'digest'
  | 'clock'
  | 'ids'
>;

/** The course as one learner sees it: their own version and state, or the open version before they enrol. */
export async function courseViewOf(
  deps: CourseViewDeps,
  input: {
    readonly personId: PersonId;
    readonly courseId: string;
    readonly enrolment: Enrolment | undefined;
    /** A request or a place in the waiting list: shows the course, and opens nothing. */
    readonly pending?: Enrolment;
    /** Somebody else looks: nothing changes by it. */
    readonly asObserver?: true;
  },
): Promise<CourseView> {
  const { personId, pending, asObserver } = input;
  const course = await deps.courses.find(input.courseId as CourseId);
  const open = course && publishedSide(course);
  const enrolment =
    course && input.enrolment && !asObserver
      ? await upToDate(deps, course, input.enrolment)
      : input.enrolment;
  const version = enrolment?.version ?? open?.version ?? pending?.version;
  // Drafts and retired courses exist for those alone who are enrolled in them, or wait for them.
  if (!course || version === undefined) throw new CourseNotFound();
  // What another has enrolled in is nobody's to see.
  if (enrolment && enrolment.personId !== personId) throw new NotEntitled();
  const [found, state, provider, jp] = await Promise.all([
    deps.content.find(course.courseId, version),
    enrolment && deps.registrations.read(enrolment.registration),
    providerName(deps, course),
    enrolment?.earnedJp ?? jpOf(deps, course, version),
  ]);
  if (!found) throw new CourseNotFound();
  const progress = enrolment && progressIn(found, state);
  const taken = { ...course, ...(jp !== undefined && { jp }) };
  return {
    ...(await describe(taken, { structure: found.structure, version, provider })),
    outline: outlineOf(found, progress),
    ...(enrolment && { enrolment: enrolmentView(enrolment, progress) }),
  };
}

/**
 * The JP of the version that is taken: what a later version is worth changes nothing for those who stay, and what was
 * earned stays (case L6).
 */
async function jpOf(deps: Pick<CourseViewDeps, 'courses'>, { courseId }: Course, version: number) {
  return getStatedJp(deps, { courseId, version });
}

/** A learner of an older version is moved when they come by, if the rule of the publication moves them. */
async function upToDate(deps: CourseViewDeps, course: Course, enrolment: Enrolment): Promise<Enrolment> {
  const { publishedVersion = 0, publishedRule = 'stay', status } = course;
  const due = status === 'published' && publishedRule !== 'stay' && enrolment.version < publishedVersion;
  if (!due || enrolment.state !== 'active') return enrolment;
  const outcome = await moveRegistration(deps, { registration: enrolment.registration });
  if (outcome !== 'moved') return enrolment;
  return (await deps.enrolments.findByRegistration(enrolment.registration)) ?? enrolment;
}

/** A version of a course in the words that would be published with it, and what was reached in trying it. */
export async function previewCourse(
  deps: CourseViewDeps,
  course: Course,
  of: { readonly version: CourseVersion; readonly progress: CourseProgress },
): Promise<CourseView> {
  const { courseId } = course;
  const { version, title, description, details, jp } = of.version;
  const [found, provider] = await Promise.all([
    deps.content.find(courseId, version),
    providerName(deps, course),
  ]);
  if (!found) throw new CourseNotFound();
  const { structure } = found;
  const { jp: _published, ...rest } = course;
  const shown = { ...rest, title, description, details, ...(jp !== undefined && { jp }) };
  const described = await describe(shown, { structure, version, provider });
  return { ...described, outline: outlineOf(found, of.progress) };
}

async function providerName(deps: CourseViewDeps, { providerId }: Course): Promise<string> {
  return (await organisationName(deps, { kind: 'provider', providerId })) ?? '';
}

async function describe(
  course: Course,
  found: { readonly structure: CourseStructure; readonly version: number; readonly provider: string },
): Promise<Omit<CourseView, 'outline' | 'enrolment'>> {
  const title = hasText(course.title) ? course.title : found.structure.course.title;
  const { form, subject, competencies, audience, price, languages } = course.details;
  // Where the provider states no effort: one JP is 45 minutes by definition.
  const byHours = course.jp === undefined ? undefined : Math.round((course.jp * 45) / 100);
  const minutes = course.details.minutes ?? byHours;
  const classified = await classifiedNames(course.details.classification);
  return {
    courseId: course.courseId,
    title,
    ...(hasText(course.description) && { description: course.description }),
    provider: found.provider,
    ...(course.jp !== undefined && { jp: course.jp }),
    ...(minutes !== undefined && { minutes }),
    languages: languagesOf(languages.length > 0 ? languages : Object.keys(title)),
    details: { form, subject, competencies, audience, price, ...(classified && { classified }) },
    ...(course.source && { runsElsewhere: true as const }),
    version: found.version,
    status: course.status,
  };
}

const hasText = (map: LanguageMap) => Object.values(map).some((text) => text.trim() !== '');

/** Main tags, each once, without `und`. */
export function languagesOf(given: readonly string[]): readonly string[] {
  const tags = given.map((tag) => (tag.split('-')[0] ?? '').toLowerCase());
  return [...new Set(tags)].filter((tag) => tag !== '' && tag !== 'und');
}

function enrolmentView(enrolment: Enrolment, progress: CourseProgress | undefined) {
  // Delivery knows first; the enrolment follows its event.
  const completedAt = enrolment.completedAt ?? progress?.satisfiedAt;
  const completed = enrolment.state === 'completed' || progress?.satisfied === true;
  return {
    state: completed ? ('completed' as const) : ('active' as const),
    enrolledAt: enrolment.enrolledAt,
    ...(completedAt !== undefined && { completedAt }),
    ...(enrolment.providerWord && { providerWord: wordView(enrolment.providerWord) }),
  };
}

function wordView({
  takenBack,
  score,
  completion,
}: NonNullable<Enrolment['providerWord']>): ProviderWordView {
  return {
    ...(takenBack && { takenBack: takenBack.at }),
    ...(score && {
      score: {
        ...{ at: score.at, from: percentOf(score.from) },
        ...(score.to !== undefined && { to: percentOf(score.to) }),
      },
    }),
    ...(completion && { completion }),
  };
}

const criteria: Readonly<Record<MoveOn, Criterion>> = {
  NotApplicable: 'not-applicable',
  Passed: 'passed',
  Completed: 'completed',
  CompletedAndPassed: 'completed-and-passed',
  CompletedOrPassed: 'completed-or-passed',
};

/** Parts and blocks in the order of the course, with what was reached. */
export function outlineOf(
  content: CourseContent,
  progress: CourseProgress | undefined,
): readonly OutlineNode[] {
  const { structure } = content;
  const toNode = (node: StructureNode): readonly OutlineNode[] => {
    if (node.kind === 'block') {
      const nodes = node.children.flatMap(toNode);
      return [{ kind: 'block', id: `block-${node.index}`, title: node.title, nodes }];
    }
    const au = structure.aus[node.au];
    return au ? [partOf(content, au, progress)] : [];
  };
  return structure.course.children.flatMap(toNode);
}

/** Parts are addressed by their place, counted from 1. */
export const partIdOf = (auIndex: number) => String(auIndex + 1);

export function auIndexOf(partId: string): number {
  return /^[1-9]\d{0,4}$/.test(partId) ? Number(partId) - 1 : -1;
}

function partOf(content: CourseContent, au: Au, progress: CourseProgress | undefined): PartView {
  const own = progress?.aus[au.index];
  const needs = neededBefore(content, au, progress);
  const kind = content.parts[au.index]?.kind;
  return {
    kind: 'part',
    id: partIdOf(au.index),
    title: au.title,
    ...(hasText(au.description) && { description: au.description }),
    state: stateOf(own),
    criterion: criteria[au.moveOn],
    ...(au.masteryScore !== undefined && { masteryScore: percentOf(au.masteryScore) }),
    ...(own?.score !== undefined && { score: percentOf(own.score) }),
    ...(own?.state === 'failed' && { failed: true }),
    ...(own?.percent !== undefined && { percent: own.percent }),
    ...(kind && kind !== 'cmi5' && { content: kind }),
    ...(needs.length > 0 && { needs }),
    ownWindow: au.launchMethod === 'OwnWindow',
    ...(own?.savedAt !== undefined && { savedAt: own.savedAt }),
  };
}

/** Parts that the course wants done before this one, and that are not; all of them for whoever has not enrolled. */
function neededBefore(
  { parts, structure }: CourseContent,
  { index }: Au,
  progress: CourseProgress | undefined,
): readonly LanguageMap[] {
  return (parts[index]?.after ?? []).flatMap((needed) => {
    const before = structure.aus[needed];
    const open = before && before.moveOn !== 'NotApplicable' && progress?.aus[needed]?.state !== 'done';
    return open ? [before.title] : [];
  });
}

function stateOf(own: CourseProgress['aus'][number] | undefined): PartView['state'] {
  if (!own || own.state === 'not-started') return 'not-started';
  if (own.state !== 'done') return 'started';
  return own.waived ? 'waived' : 'done';
}

/** Scaled 0–1 as 0–100 with one decimal; a negative score is shown as 0. */
const percentOf = (scaled: number) => Math.max(0, Math.round(scaled * 1000) / 10);

import {
  type Course,
  type CourseId,
  CourseNotFound,
  editDraft,
  freezeDraft,
  noDetails,
  openAdmission,
  placeElsewhere,
  publishCourse,
} from '@sinau/catalogue';
import { DeliveryNotFound, launchAu, openRegistration } from '@sinau/delivery';
import { createLaunchTicket, findTool, type LtiTool, ToolNotReady } from '@sinau/delivery/lti';
import { reviewPlacement } from '@sinau/delivery/lti-services';
import { enrolLearner, isTaken } from '@sinau/enrolment';
import { IdentityNotFound, principalOf } from '@sinau/identity';
import { type ClientPrincipal, InvalidInput, type PersonId } from '@sinau/kernel';
import { ltiPlacementSchema, messageTypes, readElsewhere } from '@sinau/lti';
import { completionRuleSchema } from '@sinau/rostering';
import * as z from 'zod';
import { createOpenCourses } from '../shared/open-courses.ts';
import type { ApiDeps } from './deps.ts';

export type LtiDeskDeps = ApiDeps & { readonly toolParts: Awaited<ReturnType<ApiDeps['lti']>> };

const id = z.string().regex(/^[\w-]{1,64}$/);
const placement = ltiPlacementSchema;

/** A link of a tool, and the course it stands in. */
export const linkOrderSchema = z.strictObject({
  clientId: id,
  /** @default the first of the tool */
  deploymentId: z.string().min(1).max(255).exactOptional(),
  /** @default a new course */
  courseId: id.exactOptional(),
  title: z.string().trim().min(1).max(300),
  url: placement.shape.url,
  text: z.string().max(4000).exactOptional(),
  custom: z.record(z.string().max(255), z.string().max(2048)).default({}),
  lineItem: placement.shape.lineItem,
  /** Which results count as done. @default as of a link that an author adds */
  completion: z.optional(completionRuleSchema),
  frame: z.boolean().default(false),
  /** Lesson hours of a new course. */
  jp: z.string().max(10).default('1'),
});

/** Puts a link into a course and opens the version that has it, as a machine of the provider with the right to would. */
export async function placeLink(
  deps: LtiDeskDeps,
  input: { readonly by: ClientPrincipal; readonly order: z.output<typeof linkOrderSchema> },
) {
  const { order, by } = input;
  const tool = await activeTool(deps, order.clientId);
  const principal = machineOf(tool, by);
  const deploymentId = order.deploymentId ?? tool.deployments[0]?.deploymentId ?? '';
  if (!tool.deployments.some((one) => one.deploymentId === deploymentId)) throw deploymentUnknown();
  if (order.url !== undefined && (await deps.toolParts.addressCheck.refusal(order.url)))
    throw notForLearners();
  const course = await courseFor(deps, tool, order);
  const { title, url, text, custom, lineItem } = order;
  const found = placement.parse({
    ...{ clientId: tool.clientId, deploymentId, custom },
    ...(url !== undefined && { url }),
    ...(text !== undefined && { text }),
    ...(lineItem !== undefined && { lineItem }),
  });
  const placed = await placeElsewhere(deps, {
    ...{ requestId: deps.ids.uuid(), providerId: tool.providerId, courseId: course.courseId },
    modules: [{ kind: 'lti', title, placement: found }],
  });
  const [resourceLinkId = ''] = placed.moduleIds;
  await editDraft(deps, {
    ...{ principal, courseId: course.courseId },
    edit: {
      rev: placed.course.rev,
      ...(placed.course.draft.jp === undefined && { jp: order.jp }),
      modules: placed.course.draft.modules.map(({ moduleId }) =>
        moduleId === resourceLinkId
          ? { moduleId, frame: order.frame, ...(order.completion && { completion: order.completion }) }
          : { moduleId },
      ),
    },
  });
  const { version } = await freezeDraft(deps, { principal, courseId: course.courseId });
  await publishCourse(deps, { principal, courseId: course.courseId, request: { version: version.version } });
  return { courseId: course.courseId, resourceLinkId, version: version.version };
}

/** Learners who meet a link can open it, and whoever cannot is not enrolled for it. */
async function activeTool({ toolParts }: LtiDeskDeps, clientId: string): Promise<LtiTool> {
  const tool = await findTool(toolParts, { clientId });
  if (tool.status === 'active') return tool;
  throw new ToolNotReady(
    tool.status === 'pending'
      ? 'This tool waits for an operator. Approve it first (PATCH /api/lti/tools/{clientId}, status active).'
      : 'This tool is turned off. Turn it on first (PATCH /api/lti/tools/{clientId}, status active).',
  );
}

const deploymentUnknown = () =>
  new InvalidInput('This tool has no such deployment.', {
    issues: [{ path: '/deploymentId', message: 'name one of its deployments' }],
  });

const notForLearners = () =>
  new InvalidInput('This is no address that learners can be led to.', {
    issues: [{ path: '/url', message: 'write an https address of the public internet' }],
  });

function machineOf({ providerId }: LtiTool, { clientId, name }: ClientPrincipal): ClientPrincipal {
  const tenant = { kind: 'provider', providerId } as const;
  return { kind: 'client', clientId, name, tenant, scopes: ['courses/write', 'courses/publish'] };
}

async function courseFor(
  deps: LtiDeskDeps,
  { providerId }: LtiTool,
  { courseId, title }: z.output<typeof linkOrderSchema>,
): Promise<Course> {
  if (courseId !== undefined) {
    const found = await deps.courses.find(courseId as CourseId);
    if (found?.providerId !== providerId) throw new CourseNotFound();
    return found;
  }
  const at = deps.clock.now().toISOString();
  const words = { title: { id: title }, description: {}, details: noDetails };
  const course: Course = {
    ...{ courseId: deps.ids.uuid() as CourseId, providerId, ...words, draft: { ...words, modules: [] } },
    ...{ admission: openAdmission, versionRule: 'move-with-results', status: 'draft', latestVersion: 0 },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  await deps.courses.change({ course });
  return course;
}

/** A launch for a person of this deployment. */
export const toolLaunchSchema = z.strictObject({
  message: z.enum(messageTypes).default('LtiResourceLinkRequest'),
  personId: id,
  courseId: id,
  /** Of launches and reviews. @default the only link of the course */
  resourceLinkId: id.exactOptional(),
  /** Of deep linking. */
  clientId: id.exactOptional(),
  deploymentId: z.string().min(1).max(255).exactOptional(),
  /** Whose work is reviewed. */
  forPersonId: id.exactOptional(),
  language: z.enum(['id', 'en']).default('id'),
});
type ToolLaunch = z.output<typeof toolLaunchSchema>;

/** Address that leads to the tool, without a session of the portal. A learner is enrolled first if need be. */
export async function launchTool(
  deps: LtiDeskDeps,
  order: ToolLaunch,
): Promise<{ readonly url: string; readonly registration?: string }> {
  if (order.message === 'LtiResourceLinkRequest') return launchLearner(deps, order);
  const course = await deps.courses.find(order.courseId as CourseId);
  if (!course) throw new CourseNotFound();
  const person = await personOf(deps, order.personId);
  const common = {
    personId: person.personId,
    ...({ role: 'instructor', target: 'window', byMachine: true } as const),
    locale: order.language,
    course: { courseId: course.courseId, title: titleOf(course.title) },
    returnUrl: `${deps.portalOrigin}/studio/courses/${course.courseId}`,
  };
  if (order.message === 'LtiDeepLinkingRequest') {
    const tool = await findTool(deps.toolParts, {
      clientId: order.clientId ?? '',
      providerId: course.providerId,
    });
    const { clientId } = tool;
    const url = await createLaunchTicket(deps.toolParts, {
      ...common,
      message: order.message,
      clientId,
      ...(order.deploymentId !== undefined && { deploymentId: order.deploymentId }),
    });
    return { url };
  }
  const version = course.publishedVersion ?? course.latestVersion;
  const { moduleId: resourceLinkId, title, placement: link } = await linkIn(deps, { ...order, version });
  const { clientId } = await findTool(deps.toolParts, { clientId: link.clientId });
  const about = { courseId: course.courseId, clientId, resourceLinkId, placement: link };
  const placement = await reviewPlacement(deps.toolParts, about);
  if (!placement.lineItem) throw nothingToReview();
  const reviewed = await personOf(deps, order.forPersonId ?? '');
  const url = await createLaunchTicket(deps.toolParts, {
    ...{ ...common, message: order.message, clientId, deploymentId: link.deploymentId },
    ...{ link: { resourceLinkId, title, placement }, forPersonId: reviewed.personId },
  });
  return { url };
}

/** Submission Review 1.0, 4.1: the message names the line item whose result it is about. */
const nothingToReview = () =>
  new ToolNotReady(
    'This link has no line item, so there is no result to review. Give the link one, or let the tool make one.',
  );

async function launchLearner(deps: LtiDeskDeps, order: ToolLaunch) {
  const person = await personOf(deps, order.personId);
  const current = await deps.enrolments.findCurrent(person.personId, order.courseId);
  if (!current) await checkLink(deps, order);
  const enrolment =
    current ??
    (await enrolLearner(
      { ...deps, courses: createOpenCourses(deps) },
      { principal: principalOf(person), request: { courseId: order.courseId } },
    ));
  if (!isTaken(enrolment))
    throw new DeliveryNotFound('This person waits for a seat or an approval in the course.');
  const { registration } = enrolment;
  await openRegistration(deps.delivery, { registration });
  const { version = enrolment.version } = (await deps.delivery.entitlements.find(registration)) ?? {};
  const { auIndex } = await linkIn(deps, { ...order, version });
  const { url } = await launchAu(deps.delivery, {
    ...{ personId: person.personId, registration, auIndex, locale: order.language },
    returnUrl: `${deps.portalOrigin}/courses/${order.courseId}`,
  });
  return { url, registration };
}

/** Nobody is enrolled for a link that cannot be opened. */
async function checkLink(deps: LtiDeskDeps, order: ToolLaunch): Promise<void> {
  const { publishedVersion: version } = (await deps.courses.find(order.courseId as CourseId)) ?? {};
  if (version === undefined) throw new CourseNotFound();
  const { placement: link } = await linkIn(deps, { ...order, version });
  await activeTool(deps, link.clientId);
}

async function personOf({ people }: LtiDeskDeps, personId: string) {
  const person = await people.find(personId as PersonId);
  if (!person) throw new IdentityNotFound('person');
  return person;
}

/** The link that was named, or the only one there is. */
async function linkIn(
  deps: LtiDeskDeps,
  asked: Pick<ToolLaunch, 'courseId' | 'resourceLinkId'> & { readonly version: number },
) {
  const content = await deps.delivery.content.find(asked.courseId, asked.version);
  const links = (content?.structure.aus ?? []).flatMap((au) => {
    const part = content?.parts[au.index];
    const shown = part?.kind === 'lti' ? readElsewhere(au.launchParameters) : undefined;
    if (!part || shown?.content.kind !== 'lti') return [];
    return [
      { auIndex: au.index, moduleId: part.moduleId, title: shown.title, placement: shown.content.placement },
    ];
  });
  const named = links.filter(({ moduleId }) => (asked.resourceLinkId ?? moduleId) === moduleId);
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  throw new DeliveryNotFound(
    only ? 'Name the link of this course by resourceLinkId.' : 'This course has no such link.',
  );
}

const titleOf = (title: Readonly<Record<string, string>>): string =>
  title.id ?? title.en ?? Object.values(title)[0] ?? '';

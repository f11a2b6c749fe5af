import { type CourseId, ownCourse } from '@sinau/catalogue';
import { DeliveryNotFound } from '@sinau/delivery';
import { createLaunchTicket, type LtiClientId, ToolNotReady } from '@sinau/delivery/lti';
import {
  findWork,
  listWork,
  readWork,
  reviewPlacement,
  type ToolWork,
  type WorkLink,
} from '@sinau/delivery/lti-services';
import { getEnrolment, type Registration } from '@sinau/enrolment';
import type { Locale, PersonId, PersonPrincipal } from '@sinau/kernel';
import { plainText, readElsewhere } from '@sinau/lti';
import type { ToolWorkPorts, ToolWorkView } from '@sinau/web';
import { createLtiContexts } from '../shared/lti-contexts.ts';
import { nameOf } from '../shared/name-of.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { auIndexOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'courses' | 'content' | 'enrolments' | 'portalOrigin' | 'signer' | 'toolWork'>;
type Link = WorkLink & { readonly title: string };

const shownLearners = 50;

/** Work of learners at tools of universities: their own, and for the authors of the provider that of their course. */
export function joinToolWork(deps: Deps): ToolWorkPorts {
  return {
    async ownWork(person, part) {
      const own = await ownLink(deps, person, part);
      const work = own && (await readWork(await deps.toolWork(), own));
      return work && viewOf(work);
    },
    async reviewOwn(person, { locale, ...part }) {
      const own = await ownLink(deps, person, part);
      const work = own && (await readWork(await deps.toolWork(), own));
      if (!own || !work?.review) throw nothingToReview();
      const { personId } = person;
      const returnUrl = `${deps.portalOrigin}/courses/${part.courseId}/learn/${encodeURIComponent(part.partId)}`;
      const by = { personId, role: 'learner', locale, returnUrl } as const;
      return reviewAddress(deps, own.link, { ...by, forPersonId: personId });
    },
    async courseWork(person, courseId, { moduleId, page }) {
      const { course, links } = await courseLinks(deps, person, courseId);
      const link = links.find(({ resourceLinkId }) => resourceLinkId === moduleId) ?? links[0];
      const head = {
        ...{ courseId, title: course.draft.title },
        links: links.map(({ resourceLinkId, title }) => ({ moduleId: resourceLinkId, title })),
      };
      if (!link) return { ...head, works: [] };
      const pages = sealedPages(deps, { list: 'tool-work', by: person, of: [courseId, link.resourceLinkId] });
      const { works, after } = await listWork(await deps.toolWork(), {
        ...{ link, limit: shownLearners },
        ...pages.open(page),
      });
      return {
        ...head,
        moduleId: link.resourceLinkId,
        works: works.map(({ userId, ...work }) => ({ learner: userId, ...viewOf(work) })),
        ...(after !== undefined && { next: pages.seal(after) }),
      };
    },
    async reviewOf(person, { courseId, moduleId, learner, locale }) {
      const { links } = await courseLinks(deps, person, courseId);
      const link = links.find(({ resourceLinkId }) => resourceLinkId === moduleId);
      const work = link && (await findWork(await deps.toolWork(), { link, userId: learner }));
      if (!work) throw new DeliveryNotFound('There is no such work.');
      if (!work.review) throw nothingToReview();
      const enrolment = await deps.enrolments.findByRegistration(work.registration as Registration);
      if (!enrolment) throw new DeliveryNotFound('There is no such work.');
      const returnUrl = `${deps.portalOrigin}/studio/courses/${courseId}/results?part=${encodeURIComponent(moduleId)}`;
      const { personId: forPersonId } = enrolment;
      const by = { personId: person.personId, role: 'instructor', locale, returnUrl } as const;
      return { url: await reviewAddress(deps, link, { ...by, forPersonId }), personId: forPersonId };
    },
  };
}

const nothingToReview = () =>
  new ToolNotReady('The tool does not show this work now. Look again when it has been handed in.');

/** The link of a part in the version that the person is on, and where they stand in it. */
async function ownLink(
  deps: Deps,
  principal: PersonPrincipal,
  { courseId, partId }: { readonly courseId: string; readonly partId: string },
): Promise<{ readonly link: Link; readonly registration: string } | undefined> {
  const { version, registration } = await getEnrolment(deps, { principal, courseId });
  const found = await deps.content.find(courseId, version);
  const index = auIndexOf(partId);
  const part = found?.parts[index];
  const shown = readElsewhere(found?.structure.aus.find((au) => au.index === index)?.launchParameters);
  if (part?.kind !== 'lti' || shown?.content.kind !== 'lti') return undefined;
  const { placement } = shown.content;
  return { registration, link: { resourceLinkId: part.moduleId, courseId, title: shown.title, placement } };
}

/** Of every version that somebody may be on; courses of others are not there. */
async function courseLinks(deps: Deps, principal: PersonPrincipal, courseId: string) {
  const course = await ownCourse(deps, { principal, courseId: courseId as CourseId });
  const context = await createLtiContexts(deps).find(courseId);
  return { course, links: context?.links ?? [] };
}

async function reviewAddress(
  deps: Deps,
  link: Link,
  by: {
    readonly personId: PersonId;
    readonly role: 'learner' | 'instructor';
    readonly forPersonId: PersonId;
    readonly locale: Locale;
    readonly returnUrl: string;
  },
): Promise<string> {
  const parts = await deps.toolWork();
  const { resourceLinkId, courseId, title } = link;
  const clientId = link.placement.clientId as LtiClientId;
  const { deploymentId } = link.placement;
  const placement = await reviewPlacement(parts, { ...link, clientId });
  const course = await deps.courses.find(courseId as CourseId);
  return createLaunchTicket(parts, {
    ...{ ...by, message: 'LtiSubmissionReviewRequest', target: 'window', clientId, deploymentId },
    course: { courseId, title: nameOf(course?.title ?? {}) },
    link: { resourceLinkId, title, placement },
  });
}

/** Graders write lines; tools write texts for HTML. */
function viewOf({ progress, settled, review }: ToolWork): ToolWorkView {
  const comment = settled?.comment?.split(/\r?\n/).map(plainText).join('\n').trim();
  const label = review?.label === undefined ? undefined : plainText(review.label);
  return {
    ...(progress && { state: stateOf(progress) }),
    ...(settled?.points && { points: settled.points }),
    ...(comment && { comment }),
    ...(settled && { at: settled.at }),
    ...(review && { review: { ...(label && { label }) } }),
  };
}

function stateOf({
  activity,
  grading,
}: NonNullable<ToolWork['progress']>): NonNullable<ToolWorkView['state']> {
  if (grading === 'FullyGraded') return 'graded';
  if (grading === 'Failed') return 'failed';
  if (grading === 'Pending' || grading === 'PendingManual') return 'waiting';
  if (activity === 'Submitted' || activity === 'Completed') return 'submitted';
  return activity === 'Initialized' ? 'new' : 'begun';
}

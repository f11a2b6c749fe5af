import { type CourseId, type CoursePackage, compareDraft, ownCourse } from '@sinau/catalogue';
import { reportComment } from '@sinau/catalogue/ratings';
import type { InvitationStore } from '@sinau/enrolment';
import {
  endOf,
  type Invitation,
  invitationRequestSchema,
  issueInvitation,
  listInvitations,
  revokeInvitation,
} from '@sinau/enrolment/desk';
import type { Principal, Signer } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createOpenCourses } from '../shared/open-courses.ts';
import type { ApiDeps } from './deps.ts';

const course = '/api/courses/:courseId';
const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;

type Deps = Pick<
  ApiDeps,
  'courses' | 'content' | 'activityBase' | 'ratings' | 'clock' | 'ids' | 'digest' | 'portalOrigin'
> & {
  readonly invitations: InvitationStore;
  readonly signer: Signer;
};

/** What else an author does at one course in the studio: look at what changes, find packages, invite, report. */
export function addCourseDeskRoutes(app: HttpApp, deps: Deps): void {
  app.route({ method: 'GET', path: `${course}/changes`, access: read }, async (c) => {
    const changes = await compareDraft(deps, ownOf(c.get('principal'), c.req.param('courseId')));
    return c.json({ ...(changes && { changes }) });
  });
  app.route({ method: 'GET', path: `${course}/packages`, access: read }, async (c) => {
    const { courseId, draft } = await ownCourse(deps, ownOf(c.get('principal'), c.req.param('courseId')));
    const used = new Set(draft.modules.map(({ packageId }) => packageId));
    const packages = await deps.courses.listPackages(courseId);
    return c.json({ packages: packages.map((one) => packageView(one, used.has(one.packageId))) });
  });
  app.route({ method: 'POST', path: `${course}/ratings/report`, access: write }, async (c) => {
    const { commentId } = await readJson(c.req, z.strictObject({ commentId: z.string().min(1).max(200) }));
    await reportComment(deps, { ...ownOf(c.get('principal'), c.req.param('courseId')), commentId });
    return c.body(null, 204);
  });
  addInvitations(app, deps);
}

/** Invitations to a course that admits by invitation. A code is told once, with the address that fills it in. */
function addInvitations(app: HttpApp, deps: Deps): void {
  const path = `${course}/invitations`;
  const inviting = { ...deps, courseOwners: createOpenCourses(deps) };
  const { courseId: _, ...request } = invitationRequestSchema.shape;
  app.route({ method: 'GET', path, access: read }, async (c) => {
    const own = ownOf(c.get('principal'), c.req.param('courseId'));
    await ownCourse(deps, own);
    const at = deps.clock.now().toISOString();
    const found = await listInvitations(inviting, own);
    return c.json({ invitations: found.map((one) => invitationView(one, at)) });
  });
  app.route({ method: 'POST', path, access: write, replayable: false }, async (c) => {
    const given = await readJson(c.req, z.strictObject(request));
    const own = ownOf(c.get('principal'), c.req.param('courseId'));
    await ownCourse(deps, own);
    const { courseId, principal } = own;
    const made = await issueInvitation(inviting, { principal, request: { ...given, courseId } });
    const query = new URLSearchParams({ invitation: made.code });
    const link = `${deps.portalOrigin}/courses/${courseId}?${query}`;
    const view = invitationView(made.invitation, deps.clock.now().toISOString());
    return c.json({ ...view, code: made.code, link }, 201);
  });
  app.route({ method: 'POST', path: `${path}/:invitationId/revoke`, access: write }, async (c) => {
    const { courseId = '', invitationId = '' } = c.req.param();
    const own = ownOf(c.get('principal'), courseId);
    await ownCourse(deps, own);
    await revokeInvitation(inviting, { ...own, invitationId });
    return c.body(null, 204);
  });
}

const ownOf = (principal: Principal, courseId: string) => ({ principal, courseId: courseId as CourseId });

function packageView(one: CoursePackage, used: boolean) {
  const { packageId, kind, title, auCount, fileCount, totalBytes, fileName, importedAt } = one;
  return { packageId, kind, title, auCount, fileCount, totalBytes, fileName, importedAt, used };
}

function invitationView(invitation: Invitation, at: string) {
  const { invitationId, label, uses, maxUses, expiresAt, createdAt } = invitation;
  const ended = endOf(invitation, at);
  return { invitationId, label, uses, maxUses, expiresAt, createdAt, ...(ended && { ended }) };
}

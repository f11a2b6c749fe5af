import type { CourseStore } from '@sinau/catalogue';
import { closeRegistration, openRegistration } from '@sinau/delivery';
import { EnrolmentNotFound, type EnrolmentStore, type Registration } from '@sinau/enrolment';
import {
  type Assigner,
  assignCourse,
  assignmentRequestSchema,
  getAssigned,
  listAgencyAssignments,
  withdrawAssignment,
} from '@sinau/enrolment/desk';
import { memberByEmployeeNumber, type PeopleStore } from '@sinau/identity';
import type { PersonId, Principal, Signer } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { createOpenCourses } from '../shared/open-courses.ts';
import { standingGateOf } from '../shared/standing-gate.ts';
import type { ApiDeps } from './deps.ts';
import { viewOfAssignment } from './views.ts';

const access = ['scope:enrolments/write'] as const;
const one = '/api/enrolments/:registration';

export type EnrolmentRouteDeps = Pick<ApiDeps, 'delivery' | 'clock' | 'ids'> & {
  readonly courses: CourseStore;
  readonly enrolments: EnrolmentStore;
  readonly people: PeopleStore;
  readonly signer: Signer;
};

const { personId, ...rest } = assignmentRequestSchema.shape;

/** A person of the agency by internal id or by employee number. */
const orderSchema = z
  .strictObject({ ...rest, personId: personId.exactOptional(), nip: z.string().max(40).exactOptional() })
  .refine((order) => (order.personId === undefined) !== (order.nip === undefined), {
    message: 'names the person by either `personId` or `nip`',
    path: ['personId'],
  });

/** Courses that an agency requires of its people, assigned by its own systems. */
export function addEnrolmentRoutes(app: HttpApp, deps: EnrolmentRouteDeps): void {
  const enrolling = {
    ...deps,
    courses: createOpenCourses(deps),
    learners: createLearnerDirectory(deps),
    standing: standingGateOf(deps),
  };
  app.route({ method: 'GET', path: '/api/enrolments', access, reads: { what: 'learning' } }, async (c) => {
    const after = c.req.query('after');
    const page = after === undefined ? {} : { pageToken: after };
    const principal = assignerOf(c.get('principal'));
    const { enrolments, nextPageToken } = await listAgencyAssignments(enrolling, { principal, ...page });
    return c.json({
      enrolments: enrolments.map(viewOfAssignment),
      ...(nextPageToken && { next: `/api/enrolments?after=${encodeURIComponent(nextPageToken)}` }),
    });
  });
  app.route({ method: 'POST', path: '/api/enrolments', access }, async (c) => {
    const principal = assignerOf(c.get('principal'));
    const { nip, ...order } = await readJson(c.req, orderSchema);
    const request = { ...order, personId: order.personId ?? (await personWith(deps, principal, nip)) };
    const enrolment = await assignCourse(enrolling, { principal, request });
    const { registration } = enrolment;
    if (enrolment.state === 'active') await openRegistration(deps.delivery, { registration });
    return c.json(viewOfAssignment(enrolment), 201, { location: `/api/enrolments/${registration}` });
  });
  app.route({ method: 'GET', path: one, access, reads: { what: 'learning' } }, async (c) => {
    const registration = c.req.param('registration') as Registration;
    const principal = assignerOf(c.get('principal'));
    return c.json(viewOfAssignment(await getAssigned(enrolling, { principal, registration })));
  });
  app.route({ method: 'DELETE', path: one, access }, async (c) => {
    const registration = c.req.param('registration') as Registration;
    const principal = assignerOf(c.get('principal'));
    const { state } = await withdrawAssignment(enrolling, { principal, registration });
    if (state === 'cancelled') await closeRegistration(deps.delivery, { registration });
    return c.body(null, 204);
  });
}

/** The door lets in clients alone; whoever else came this far is shown nothing. */
function assignerOf(principal: Principal): Assigner {
  if (principal.kind !== 'client') throw new EnrolmentNotFound('There is no such enrolment.');
  return principal;
}

async function personWith(
  deps: Pick<EnrolmentRouteDeps, 'people'>,
  principal: Assigner,
  number = '',
): Promise<PersonId> {
  const agencyId =
    principal.kind === 'client' && principal.tenant.kind === 'agency' ? principal.tenant.agencyId : undefined;
  const personId = agencyId && (await memberByEmployeeNumber(deps, { agencyId, number }));
  if (!personId) throw new EnrolmentNotFound('There is no such person among yours.');
  return personId;
}

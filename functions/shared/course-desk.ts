import {
  type CourseId,
  CourseInUse,
  CourseNotFound,
  completionOfProvided,
  type DeleteDeps,
  deleteCourse,
  type EditDeps,
  editProvidedCourse,
  makeProvidedCourse,
  NotPublishable,
  type ProvidedField,
  readProvidedCourse,
  reopenCourse,
  retireCourse,
  submitForReview,
} from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import {
  type Connection,
  type ConnectionId,
  completionOfCourse,
  type StartSettings,
} from '@sinau/connectors';
import { createConnectionStore } from '@sinau/connectors/dynamo';
import {
  CompletionUnchosen,
  type CourseContent,
  type CourseDesk,
  type SyncField,
  type SyncParty,
} from '@sinau/connectors/sync';
import type { PersonId, Principal, ProviderId } from '@sinau/kernel';
import type { LtiPlacement } from '@sinau/lti';
import { isPublicWebAddress } from '@sinau/media';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { activityBaseOf } from './delivery-addresses.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { Parts } from './parts.ts';

export interface DeskEnv {
  readonly LMS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly ISSUER_URL: string;
  readonly PUSH_ALLOW_LOOPBACK: boolean;
}

/** The catalogue as the synchronisation changes it, on the stores of this deployment. */
export function openCourseDesk(parts: Parts, env: DeskEnv): CourseDesk {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const enrolments = createEnrolmentStore(stores);
  const connections = createConnectionStore(stores);
  return createCourseDesk({
    courses: createCourseStore(stores),
    content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    jobs: createImportJobStore(stores),
    closing: (courseId) => enrolments.closing(courseId),
    activityBase: activityBaseOf(env.ISSUER_URL),
    ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
    allowLoopback: env.PUSH_ALLOW_LOOPBACK,
    settingsOf: (connectionId) => connections.find(connectionId),
  });
}

export function createCourseDesk(
  deps: EditDeps &
    DeleteDeps & {
      /** One machine alone: courses of providers at http and loopback addresses. */
      readonly allowLoopback: boolean;
      /** Where courses of a connection start, and what counts as done of them. */
      readonly settingsOf: (
        connectionId: ConnectionId,
      ) => Promise<Pick<Connection, 'kind' | 'start' | 'completion'> | undefined>;
    },
): CourseDesk {
  const courseOf = (courseId: string) => deps.courses.find(courseId as CourseId);
  return {
    takesUrl: (url) => isPublicWebAddress(url) || (deps.allowLoopback && isLoopback(url)),
    async make({ courseId, providerId, connectionId, externalId, content, ...said }) {
      const source = { connectionId, externalId };
      const settings = await deps.settingsOf(connectionId);
      const placement = placementOf(settings?.start, { externalId, content });
      // A tool reports scores by itself, whatever the connection says.
      const completion = placement ? settings?.completion : settings && completionOfCourse(settings, said);
      if (!completion && !placement && content.url !== undefined) throw new CompletionUnchosen();
      return makeProvidedCourse(deps, {
        ...{ courseId: courseId as CourseId, providerId, source, words: content },
        ...(placement && { placement }),
        ...(completion && { completion }),
      });
    },
    completionOf: (courseId) => completionOfProvided(deps, courseId as CourseId),
    async read(courseId) {
      const found = await readProvidedCourse(deps, courseId as CourseId);
      return found && { content: found.words, standing: found.status };
    },
    edit: (courseId, to, choose) =>
      editProvidedCourse(deps, {
        ...{ courseId: courseId as CourseId, to },
        choose: (current) => choose(current).filter(hasPlace),
      }),
    async close(courseId) {
      const course = await courseOf(courseId);
      if (!course) return;
      await retireCourse(deps, { principal: ofProvider(course.providerId), courseId: course.courseId });
    },
    async reopen(courseId, standing) {
      const course = await courseOf(courseId);
      if (!course || standing === 'retired') return;
      await reopenCourse(deps, {
        courseId: course.courseId,
        providerId: course.providerId,
        status: standing,
      });
    },
    async remove(courseId, providerId) {
      try {
        await deleteCourse(deps, { principal: ofProvider(providerId), courseId: courseId as CourseId });
        return 'removed';
      } catch (error) {
        if (error instanceof CourseNotFound) return 'removed';
        if (error instanceof CourseInUse) return 'in-use';
        throw error;
      }
    },
    async submit(courseId, { party, providerId }) {
      try {
        const principal = principalOf(party, providerId);
        await submitForReview(deps, { principal, courseId: courseId as CourseId, submission: {} });
        return true;
      } catch (error) {
        if (error instanceof NotPublishable) return false;
        throw error;
      }
    },
  };
}

/** A link of the tool for one course, with a line item, as an author would choose it over there. */
function placementOf(
  start: StartSettings | undefined,
  { externalId, content }: { readonly externalId: string; readonly content: CourseContent },
): LtiPlacement | undefined {
  if (!start) return undefined;
  const { clientId, deploymentId, parameter } = start;
  const { title, url } = content;
  const link = { clientId, deploymentId, lineItem: { scoreMaximum: 100, label: title.slice(0, 255) } };
  if (parameter !== undefined) return { ...link, custom: { [parameter]: externalId } };
  return url === undefined ? undefined : { ...link, custom: {}, url };
}

/** Codes and credits of universities are shown beside a course and kept nowhere in it. */
const hasPlace = (field: SyncField): field is ProvidedField => field !== 'code' && field !== 'sks';

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

const ofProvider = (providerId: ProviderId): Principal => principalOf({ kind: 'rule' }, providerId);

/** Whoever decided, as the catalogue knows its authors. A rule acts as a machine of the provider. */
function principalOf(party: SyncParty, providerId: ProviderId): Principal {
  if (party.kind === 'person') {
    const { id, name } = party;
    return { kind: 'person', personId: id as PersonId, name, roles: ['provider-author'], providerId };
  }
  const { id, name } =
    party.kind === 'client' ? party : { id: 'catalogue-sync', name: 'Sinkronisasi katalog' };
  return { kind: 'client', clientId: id, name, tenant: { kind: 'provider', providerId }, scopes: [] };
}

import { type CourseId, CourseNotFound, type ModuleElsewhere, placeElsewhere } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createLtiToolStore } from '@sinau/delivery/dynamo';
import type { PlaceItemsPort } from '@sinau/delivery/lti';
import type { ElsewhereModule } from '@sinau/lti';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { activityBaseOf } from './delivery-addresses.ts';
import type { Parts } from './parts.ts';

/** What an author chose at a tool becomes modules of a course of the tool's own provider. */
export function createPlaceItems(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly ISSUER_URL: string;
  };
}): PlaceItemsPort {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const tools = createLtiToolStore(stores);
  const deps = {
    ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
    courses: createCourseStore(stores),
    content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    activityBase: activityBaseOf(env.ISSUER_URL),
  };
  return {
    async place({ requestId, courseId, clientId, items }) {
      const tool = await tools.find(clientId);
      if (tool?.status !== 'active') throw new CourseNotFound();
      await placeElsewhere(deps, {
        ...{ requestId, providerId: tool.providerId, courseId: courseId as CourseId },
        modules: items.map(moduleOf),
      });
    },
  };
}

function moduleOf({ title, content, frame }: ElsewhereModule): ModuleElsewhere {
  if (content.kind === 'external') return { kind: 'external', title, ...content.page };
  return { kind: 'lti', title, placement: content.placement, ...(frame && { frame }) };
}

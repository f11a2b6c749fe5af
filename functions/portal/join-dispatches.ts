import {
  changeDispatch,
  createDispatch,
  type Dispatch,
  getDispatch,
  keyOf,
  listDispatches,
} from '@sinau/dispatch';
import { NotFound } from '@sinau/platform/http';
import type { DispatchPorts, DispatchView } from '@sinau/web';
import { buildDispatchPackage, packageName } from '../shared/dispatch-package.ts';
import { createDispatchCourses } from '../shared/dispatch-parts.ts';
import type { PortalDeps } from './deps.ts';

/** Courses of a provider in other learning systems. */
export function joinDispatches(deps: PortalDeps): DispatchPorts {
  const courses = createDispatchCourses(deps);
  const domain = { ...deps, courses };
  return {
    dispatchesOf: async (principal, courseId) => {
      const { course, dispatches } = await listDispatches(domain, { principal, courseId });
      const published = course.version !== undefined;
      return { courseId, title: course.title, published, dispatches: dispatches.map(viewOf) };
    },
    dispatchOf: async (principal, dispatchId) => {
      const dispatch = await getDispatch(domain, { principal, dispatchId });
      return { ...viewOf(dispatch), courseId: dispatch.courseId };
    },
    create: async (principal, courseId, request) => {
      await createDispatch(domain, { principal, courseId, request });
    },
    change: async (principal, dispatchId, { capacity = null, expiresAt = null, ...words }) => {
      const change = { ...words, capacity, expiresAt };
      await changeDispatch(domain, { principal, dispatchId, change });
    },
    setEnabled: async (principal, dispatchId, enabled) => {
      await changeDispatch(domain, { principal, dispatchId, change: { enabled } });
    },
    renewKey: async (principal, dispatchId) => {
      await changeDispatch(domain, { principal, dispatchId, change: { newKey: true } });
    },
    download: async (principal, dispatchId, format) => {
      const dispatch = await getDispatch(domain, { principal, dispatchId });
      const course = await courses.find(dispatch.courseId);
      if (!course) throw new NotFound('There is nothing at this address.');
      const script = (await deps.assets.readStubs())[format];
      const { portalOrigin } = deps;
      const made = { dispatch, course, key: keyOf(deps, dispatch), portalOrigin, format, script };
      return { name: packageName(made), bytes: buildDispatchPackage(made) };
    },
  };
}

function viewOf(dispatch: Dispatch): DispatchView {
  const { courseId: _of, providerId: _own, keyVersion: _key, rev: _rev, ...view } = dispatch;
  return view;
}

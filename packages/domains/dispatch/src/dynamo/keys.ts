import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';

export const dispatchKey = (dispatchId: string): Key => ({
  pk: composeKey('DISPATCH', dispatchId),
  sk: 'DISPATCH',
});

export const learnerKey = (dispatchId: string, mark: string): Key => ({
  pk: composeKey('DISPATCH', dispatchId),
  sk: composeKey('LEARNER', mark),
});

/** Which dispatches a course has. */
export const coursePartition = (courseId: string): string => composeKey('DISPATCHES', courseId);

export const pointerPrefix = keyPrefix('DISPATCH');

export const pointerKey = (courseId: string, dispatchId: string): Key => ({
  pk: coursePartition(courseId),
  sk: composeKey('DISPATCH', dispatchId),
});

import { createGradeStore } from '@sinau/delivery/dynamo';
import { createLtiTools, type LtiEnvironment } from './lti-launches.ts';
import type { Parts } from './parts.ts';

/** What knows the work of learners at tools, and leads there. */
export function createToolWork(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: LtiEnvironment;
}) {
  const { parts, env } = given;
  const grades = createGradeStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  return { ...createLtiTools(given), grades };
}

import { type OpenEdxEnrolmentTerms, readOpenEdxEnrolmentTerms } from '@sinau/rostering/openedx';
import type { OpenEdxSiteDeps } from './read-catalogue.ts';

/** Undefined where the site does not know the course, or tells nothing that can be read. */
export async function enrolmentTermsOf(
  { client, baseUrl }: Pick<OpenEdxSiteDeps, 'client' | 'baseUrl'>,
  courseId: string,
): Promise<OpenEdxEnrolmentTerms | undefined> {
  const { status, value } = await client.read({
    url: `${baseUrl}/api/enrollment/v1/course/${encodeURIComponent(courseId)}`,
    answers: [400, 404],
  });
  return status === 200 ? readOpenEdxEnrolmentTerms(value) : undefined;
}

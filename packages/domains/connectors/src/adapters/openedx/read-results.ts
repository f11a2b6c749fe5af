import type { Clock, Digest } from '@sinau/kernel';
import type { ExternalResult } from '@sinau/rostering';
import {
  type OpenEdxCertificate,
  type OpenEdxGrade,
  readOpenEdxCertificate,
  readOpenEdxGrades,
} from '@sinau/rostering/openedx';
import type { ProviderAdapter } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { OpenEdxSiteDeps } from './read-catalogue.ts';
import { readPages } from './read-pages.ts';

export interface ResultDeps extends Pick<OpenEdxSiteDeps, 'client' | 'baseUrl'> {
  readonly clock: Clock;
  readonly digest: Pick<Digest, 'sha256'>;
}

/** So many are asked for one by one; for more of them the whole course is read. */
const fewLearners = 20;

/** Grades, what was passed, and certificates. A learner of whom nothing is known stops nobody. */
export async function* readResults(
  deps: ResultDeps,
  request: Parameters<ProviderAdapter['readResults']>[0],
): AsyncGenerator<ExternalResult> {
  const wanted = new Set(request.learners.map(({ externalLearnerId }) => externalLearnerId));
  const url = `${deps.baseUrl}/api/grades/v1/courses/${encodeURIComponent(request.externalCourseId)}/`;
  const grades = wanted.size > fewLearners ? gradesOfCourse(deps, url) : gradesOfSome(deps, url, wanted);
  for await (const grade of grades) {
    if (grade.courseId !== request.externalCourseId || !wanted.delete(grade.username)) continue;
    yield* await resultsOf(deps, grade);
  }
}

async function* gradesOfCourse(deps: ResultDeps, url: string): AsyncGenerator<OpenEdxGrade> {
  for await (const { items } of readPages(deps.client, { url, query: '?page_size=100', isOfCourse: true })) {
    yield* readOpenEdxGrades(items) ?? broken();
  }
}

async function* gradesOfSome(
  { client }: ResultDeps,
  url: string,
  usernames: ReadonlySet<string>,
): AsyncGenerator<OpenEdxGrade> {
  for (const username of [...usernames]) {
    const query = new URLSearchParams({ username });
    const { status, value } = await client.read({ url: `${url}?${query}`, answers: [404] });
    if (status === 200) yield* readOpenEdxGrades(value) ?? broken();
  }
}

const broken = (): never => {
  throw brokenAnswer('the grades of a course cannot be read');
};

/**
 * A grade is a running one until the learner has passed. Only what was passed is told as complete: Open edX counts who has
 * not passed yet as not passed, from the first day on.
 */
async function resultsOf(deps: ResultDeps, grade: OpenEdxGrade): Promise<readonly ExternalResult[]> {
  const { username, courseId, passed, share } = grade;
  const certificate = passed ? await certificateOf(deps, grade) : 'none';
  const who = { externalCourseId: courseId, externalLearnerId: username };
  const at = certificate === 'none' ? undefined : certificate.issuedAt;
  const say = <Said extends object>(said: Said, time?: string) => ({
    ...{ ...who, ...said, occurredAt: time ?? deps.clock.now().toISOString() },
    eventId: `openedx-${deps.digest.sha256(JSON.stringify([who, said])).slice(0, 40)}`,
  });
  return [
    // Better marks after the certificate are later than it: a grade has no time of its own.
    ...(share === undefined
      ? []
      : [say({ kind: 'score' as const, given: share, maximum: 1, isFinal: passed })]),
    ...(passed ? [say({ kind: 'completion' as const, completed: true, passed: true }, at)] : []),
    ...(certificate === 'none' ? [] : [say(credentialOf(certificate), at)]),
  ];
}

const credentialOf = ({ number, url, issuedAt }: OpenEdxCertificate) => ({
  ...{ kind: 'credential' as const, number },
  ...(url !== undefined && { url }),
  ...(issuedAt !== undefined && { issuedOn: issuedAt.slice(0, 10) }),
});

/** Sites without certificates, and accounts that may not see them, have none. */
async function certificateOf(deps: ResultDeps, { username, courseId }: OpenEdxGrade) {
  const [name, course] = [encodeURIComponent(username), encodeURIComponent(courseId)];
  const { status, value } = await deps.client.read({
    url: `${deps.baseUrl}/api/certificates/v0/certificates/${name}/courses/${course}/`,
    answers: [403, 404],
  });
  if (status !== 200) return 'none';
  return readOpenEdxCertificate(value, deps.baseUrl) ?? broken();
}

import { type Clock, type Digest, jsonElements } from '@sinau/kernel';
import {
  type OpenEdxCertificate,
  type OpenEdxGrade,
  readOpenEdxCertificate,
  readOpenEdxGrades,
} from '@sinau/rostering/openedx';
import type { ProviderAdapter } from '../../ports.ts';
import type { SentPayload } from '../../results/sent-payload.ts';
import type { SentResult } from '../../results/take-many.ts';
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
): AsyncGenerator<SentResult> {
  const wanted = new Set(request.learners.map(({ externalLearnerId }) => externalLearnerId));
  const url = `${deps.baseUrl}/api/grades/v1/courses/${encodeURIComponent(request.externalCourseId)}/`;
  const grades = wanted.size > fewLearners ? gradesOfCourse(deps, url) : gradesOfSome(deps, url, wanted);
  for await (const said of grades) {
    const { courseId, username } = said.grade;
    if (courseId !== request.externalCourseId || !wanted.delete(username)) continue;
    yield* await resultsOf(deps, said);
  }
}

/** A grade, and how it was said. */
interface SaidGrade {
  readonly grade: OpenEdxGrade;
  readonly sent: SentPayload;
}

async function* gradesOfCourse(deps: ResultDeps, url: string): AsyncGenerator<SaidGrade> {
  const list = { url, query: '?page_size=100', isOfCourse: true };
  for await (const { items, text } of readPages(deps.client, list)) {
    yield* saidIn(items, jsonElements(text, ['results']));
  }
}

function* saidIn(items: unknown, texts: readonly string[] = []): Generator<SaidGrade> {
  const grades = readOpenEdxGrades(items) ?? broken();
  for (const [n, grade] of grades.entries()) yield { grade, sent: answered('grades', texts[n] ?? '') };
}

const answered = (service: 'grades' | 'certificates', text: string): SentPayload => ({
  ...{ text, contentType: 'application/json', where: `/api/${service}` },
});

async function* gradesOfSome(
  { client }: ResultDeps,
  url: string,
  usernames: ReadonlySet<string>,
): AsyncGenerator<SaidGrade> {
  for (const username of [...usernames]) {
    const query = new URLSearchParams({ username });
    const { status, value, text } = await client.read({ url: `${url}?${query}`, answers: [404] });
    if (status === 200) yield* saidIn(value, jsonElements(text));
  }
}

const broken = (): never => {
  throw brokenAnswer('the grades of a course cannot be read');
};

/**
 * A grade is a running one until the learner has passed. Only what was passed is told as complete: Open edX counts who has
 * not passed yet as not passed, from the first day on.
 */
async function resultsOf(deps: ResultDeps, { grade, sent }: SaidGrade): Promise<readonly SentResult[]> {
  const { username, courseId, passed, share } = grade;
  const certificate = passed ? await certificateOf(deps, grade) : 'none';
  const who = { externalCourseId: courseId, externalLearnerId: username };
  const at = certificate === 'none' ? undefined : certificate.issuedAt;
  const say = <Said extends object>(said: Said, time?: string) => ({
    ...{ ...who, ...said, occurredAt: time ?? deps.clock.now().toISOString() },
    ...(time === undefined && { untimed: true as const }),
    eventId: `openedx-${deps.digest.sha256(JSON.stringify([who, said])).slice(0, 40)}`,
  });
  const passing = { kind: 'completion' as const, completed: true, passed: true };
  return [
    // Better marks after the certificate are later than it: a grade has no time of its own.
    ...(share === undefined
      ? []
      : [{ result: say({ kind: 'score' as const, given: share, maximum: 1, isFinal: passed }), sent }]),
    ...(passed ? [{ result: say(passing, at), sent }] : []),
    ...(certificate === 'none'
      ? []
      : [{ result: say(credentialOf(certificate), at), sent: certificate.sent }]),
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
  const { status, value, text } = await deps.client.read({
    url: `${deps.baseUrl}/api/certificates/v0/certificates/${name}/courses/${course}/`,
    answers: [403, 404],
  });
  if (status !== 200) return 'none';
  const certificate = readOpenEdxCertificate(value, deps.baseUrl) ?? broken();
  return certificate === 'none' ? 'none' : { ...certificate, sent: answered('certificates', text) };
}

import type { ExternalEnrolment, ExternalLearner } from '@sinau/rostering';
import {
  openEdxUsername,
  readOpenEdxAccounts,
  readOpenEdxEnrolment,
  readOpenEdxEnrolments,
} from '@sinau/rostering/openedx';
import type { EnrolAnswer, ProviderAdapter } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import { refusal } from './failures.ts';
import type { OpenEdxSiteDeps } from './read-catalogue.ts';
import { readPages } from './read-pages.ts';

/** Open edX knows no idempotency key, so it is looked at first: a write whose answer got lost is found done. */
export async function enrolLearner(
  deps: OpenEdxSiteDeps,
  request: Omit<Parameters<ProviderAdapter['enrol']>[0], 'idempotencyKey'>,
): Promise<EnrolAnswer> {
  const found = request.account ?? (await accountOf(deps, request.learner));
  if (typeof found !== 'string') return { ...found, outcome: 'account-proposed' };
  const user = found;
  const at = { user, courseId: request.externalCourseId };
  if ((await stateOf(deps, at)) === 'active') return { externalLearnerId: user, outcome: 'was-enrolled' };
  // What is answered is told as it is stored: a mode that the course lacks, a closed door and a full house are refusals.
  if ((await write(deps, at, { mode: deps.settings.mode, is_active: true })) !== 'active')
    throw refusal('refused');
  return { externalLearnerId: user, outcome: 'enrolled' };
}

export async function unenrolLearner(
  deps: OpenEdxSiteDeps,
  request: Parameters<ProviderAdapter['unenrol']>[0],
): Promise<void> {
  const at = { user: request.externalLearnerId, courseId: request.externalCourseId };
  if ((await stateOf(deps, at)) !== 'active') return;
  if ((await write(deps, at, { is_active: false })) === 'active') throw refusal('refused');
}

/** Who is in a course; accounts are not told apart by what they are called. */
export async function* readEnrolments(
  { client, baseUrl }: Pick<OpenEdxSiteDeps, 'client' | 'baseUrl'>,
  externalCourseId: string,
): AsyncGenerator<ExternalEnrolment> {
  const seen = new Set<string>();
  const query = `?${new URLSearchParams({ course_id: externalCourseId, page_size: '100' })}`;
  const url = `${baseUrl}/api/enrollment/v1/enrollments/`;
  for await (const { items } of readPages(client, { url, query, isOfCourse: true })) {
    const read = readOpenEdxEnrolments(items, { externalCourseId });
    if (!read) throw brokenAnswer('the people of a course are no list');
    yield* read.filter(({ externalLearnerId: id }) => !seen.has(id) && seen.add(id));
  }
}

interface At {
  readonly user: string;
  readonly courseId: string;
}

async function stateOf({ client, baseUrl }: OpenEdxSiteDeps, { user, courseId }: At) {
  const key = `${encodeURIComponent(user)},${encodeURIComponent(courseId)}`;
  const { status, value } = await client.read({
    url: `${baseUrl}/api/enrollment/v1/enrollment/${key}`,
    answers: [400, 404],
  });
  // Neither says whether the course is unknown or the learner; the write does.
  if (status !== 200) return 'none';
  const state = readOpenEdxEnrolment(value);
  if (!state) throw brokenAnswer('an enrolment cannot be read');
  return state;
}

async function write({ client, baseUrl }: OpenEdxSiteDeps, { user, courseId }: At, change: object) {
  const { status, value } = await client.write({
    url: `${baseUrl}/api/enrollment/v1/enrollment`,
    body: { user, course_details: { course_id: courseId }, ...change },
    answers: [400, 404, 406],
  });
  if (status !== 200) throw refusal(reasonOf(status, JSON.stringify(value ?? '')));
  const state = readOpenEdxEnrolment(value);
  if (!state) throw brokenAnswer('what was enrolled cannot be read');
  return state;
}

/** By what is said: a name of a person that may stand there goes nowhere. */
function reasonOf(status: number, said: string) {
  if (status === 406) return 'learner-unknown';
  if (status === 404 || /no course/i.test(said)) return 'course-unknown';
  return /\bfull\b/i.test(said) ? 'full' : 'refused';
}

/**
 * Our pseudonym is the learner's own. An address that the agreement lets us name finds an account at most: whoever could give
 * any address to an account would else be enrolled, and graded, as somebody else. One of nobody, or of two, finds none.
 */
async function accountOf(
  deps: OpenEdxSiteDeps,
  learner: ExternalLearner,
): Promise<string | { readonly proposedAccount: string }> {
  const { client, baseUrl, settings } = deps;
  if (settings.learnersBy === 'pseudonym') return openEdxUsername(learner.subject);
  const { email } = await learner.tell(['email']);
  if (email === undefined) throw refusal('learner-unknown');
  const { status, value } = await client.read({
    url: `${baseUrl}/api/user/v1/accounts?${new URLSearchParams({ email })}`,
    answers: [404],
  });
  const accounts = status === 200 ? readOpenEdxAccounts(value) : [];
  if (!accounts) throw brokenAnswer('the accounts found are no list');
  const own = accounts.filter((one) => one.email.toLowerCase() === email.toLowerCase());
  if (own.length !== 1 || !own[0]) throw refusal('learner-unknown');
  return { proposedAccount: own[0].username };
}

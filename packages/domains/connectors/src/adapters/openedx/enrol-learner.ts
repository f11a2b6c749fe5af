import type { ExternalEnrolment, ExternalLearner } from '@sinau/rostering';
import {
  openEdxUsername,
  readOpenEdxAccounts,
  readOpenEdxEnrolment,
  readOpenEdxEnrolmentMode,
  readOpenEdxEnrolments,
  readOpenEdxRefusal,
} from '@sinau/rostering/openedx';
import {
  type AdapterFailure,
  type EnrolAnswer,
  EnrolmentRefused,
  type ProviderAdapter,
} from '../../ports.ts';
import { brokenAnswer, failureOfHttp } from '../failures.ts';
import { enrolmentTermsOf } from './enrolment-terms.ts';
import { refusal } from './failures.ts';
import type { OpenEdxSiteDeps, OpenEdxSiteNow } from './read-catalogue.ts';
import { readPages } from './read-pages.ts';

/** Open edX knows no idempotency key, so it is looked at first: a write whose answer got lost is found done. */
export async function enrolLearner(
  deps: OpenEdxSiteNow,
  request: Omit<Parameters<ProviderAdapter['enrol']>[0], 'idempotencyKey'>,
): Promise<EnrolAnswer> {
  const found = request.account ?? (await accountOf(deps, request.learner));
  if (typeof found !== 'string') return { ...found, outcome: 'account-proposed' };
  const user = found;
  const at = { user, courseId: request.externalCourseId };
  const before = await stateOf(deps, at);
  if (before.state === 'active') {
    // Whoever only looked at the course before would never get its certificate. What comes of it decides nothing here.
    if (isWithoutCertificate(before.mode) && !isWithoutCertificate(deps.settings.mode)) {
      await write(deps, at, { mode: deps.settings.mode, is_active: true });
    }
    return { externalLearnerId: user, outcome: 'was-enrolled' };
  }
  // What is answered is told as it is stored.
  const written = await write(deps, at, { mode: deps.settings.mode, is_active: true });
  if (written.outcome === 'bad-request') throw await refusalOf(deps, at.courseId, written.said);
  if (written.state !== 'active') throw refusal('refused');
  return { externalLearnerId: user, outcome: 'enrolled' };
}

export async function unenrolLearner(
  deps: OpenEdxSiteDeps,
  request: Parameters<ProviderAdapter['unenrol']>[0],
): Promise<void> {
  const at = { user: request.externalLearnerId, courseId: request.externalCourseId };
  if ((await stateOf(deps, at)).state !== 'active') return;
  const written = await write(deps, at, { is_active: false });
  if (written.outcome === 'bad-request' || written.state === 'active') throw refusal('refused');
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

/** Modes without a certificate, which anybody may choose. */
const isWithoutCertificate = (mode: string | undefined) => mode === 'audit' || mode === 'honor';

async function stateOf({ client, baseUrl }: OpenEdxSiteDeps, { user, courseId }: At) {
  const key = `${encodeURIComponent(user)},${encodeURIComponent(courseId)}`;
  const { status, value } = await client.read({
    url: `${baseUrl}/api/enrollment/v1/enrollment/${key}`,
    answers: [400, 404],
  });
  // Neither says whether the course is unknown or the learner; the write does.
  if (status !== 200) return { state: 'none' as const, mode: undefined };
  const state = readOpenEdxEnrolment(value);
  if (!state) throw brokenAnswer('an enrolment cannot be read');
  return { state, mode: readOpenEdxEnrolmentMode(value) };
}

type Written =
  | { readonly outcome: 'stored'; readonly state: 'none' | 'active' | 'ended' }
  | { readonly outcome: 'bad-request'; readonly said: string };

async function write(
  { client, baseUrl }: OpenEdxSiteDeps,
  { user, courseId }: At,
  change: object,
): Promise<Written> {
  const { status, value } = await client.write({
    url: `${baseUrl}/api/enrollment/v1/enrollment`,
    body: { user, course_details: { course_id: courseId }, ...change },
    answers: [400, 403, 404, 406],
  });
  const said = readOpenEdxRefusal(value);
  if ((status === 400 || status === 403) && said !== undefined) throw new EnrolmentRefused(said);
  // Ours is the account that may not.
  if (status === 403) throw failureOfHttp(status);
  if (status === 406) throw refusal('learner-unknown');
  if (status === 404) throw refusal('course-unknown');
  if (status === 400) return { outcome: 'bad-request', said: JSON.stringify(value ?? '') };
  const state = readOpenEdxEnrolment(value);
  if (!state) throw brokenAnswer('what was enrolled cannot be read');
  return { outcome: 'stored', state };
}

/**
 * A course that is not there and a mode that cannot be chosen are told apart by their sentences; a closed door, a full house and
 * a rule of the site without words of its own have one in common ("An error occurred while creating …"), so that the door is looked at.
 * Every other sentence is about the request: an attribute that the mode needs, a value that is none. A name of a person that may
 * stand in what was said goes nowhere.
 */
async function refusalOf(deps: OpenEdxSiteNow, courseId: string, said: string): Promise<AdapterFailure> {
  if (/no course/i.test(said)) return refusal('course-unknown');
  // The connection asks for something that the course does not offer (any more): no learner can do anything about it.
  if (/course mode/i.test(said) || !/while creating/i.test(said)) return refusal('not-accepted');
  const terms = await enrolmentTermsOf(deps, courseId);
  if (!terms) return refusal('refused');
  const now = deps.clock.now().toISOString();
  const { opensAt = '', closesAt = '~', isByInvitation } = terms;
  return refusal(isByInvitation || now < opensAt || now > closesAt ? 'refused' : 'full');
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

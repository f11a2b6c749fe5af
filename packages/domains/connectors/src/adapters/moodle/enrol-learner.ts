import type { Digest, Ids } from '@sinau/kernel';
import type { ExternalLearner, LearnerFacts } from '@sinau/rostering';
import { type MoodleUser, readMoodleUserCourses, readMoodleUsers } from '@sinau/rostering/moodle';
import type { MoodleSettings } from '../../moodle-settings.ts';
import { AdapterFailure, type EnrolAnswer, type ProviderAdapter } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { MoodleClient } from './moodle-client.ts';

export interface EnrolDeps {
  readonly client: MoodleClient;
  readonly settings: MoodleSettings;
  readonly ids: Ids;
  readonly digest: Pick<Digest, 'sha1'>;
  /** Present where learners start in a tool of that site. */
  readonly toolIssuer?: string;
}

/**
 * Moodle knows no idempotency key, so it is looked at before and after: who is enrolled already stays so, and a write whose
 * answer got lost is found to have happened the next time.
 */
export async function enrolLearner(
  deps: EnrolDeps,
  request: Omit<Parameters<ProviderAdapter['enrol']>[0], 'idempotencyKey'>,
): Promise<EnrolAnswer> {
  const { client, settings } = deps;
  const courseid = numberOf(request.externalCourseId, 'course-unknown');
  const user = (await findLearner(deps, request.learner)) ?? (await createLearner(deps, request.learner));
  if (user.isSuspended) throw refusal('refused');
  const externalLearnerId = user.id;
  if (await isEnrolled(client, user.id, request.externalCourseId)) {
    return { externalLearnerId, outcome: 'was-enrolled' };
  }
  const enrolments = [{ roleid: settings.learnerRoleId, userid: Number(user.id), courseid }];
  await client.write({ name: 'enrol_manual_enrol_users', parameters: { enrolments } });
  // The answer is `null` whatever has come of it, e.g. behind an enrolment that has not begun yet.
  if (!(await isEnrolled(client, user.id, request.externalCourseId))) throw refusal('refused');
  return { externalLearnerId, outcome: 'enrolled' };
}

/** Ends the enrolment that we made; who is in the course in another way as well is still there, and that is told. */
export async function unenrolLearner(
  { client }: Pick<EnrolDeps, 'client'>,
  request: Parameters<ProviderAdapter['unenrol']>[0],
): Promise<void> {
  const { externalCourseId, externalLearnerId } = request;
  const courseid = numberOf(externalCourseId, 'course-unknown');
  const userid = numberOf(externalLearnerId, 'learner-unknown');
  if (!(await isEnrolled(client, externalLearnerId, externalCourseId))) return;
  await client.write({
    name: 'enrol_manual_unenrol_users',
    parameters: { enrolments: [{ userid, courseid }] },
  });
  if (await isEnrolled(client, externalLearnerId, externalCourseId)) throw refusal('refused');
}

async function isEnrolled(client: MoodleClient, userId: string, courseId: string): Promise<boolean> {
  const value = await client.read({
    name: 'core_enrol_get_users_courses',
    parameters: { userid: userId },
    // Nobody is in a course who is not there at all.
    softCodes: ['invaliduser', 'invaliduserid', 'userdeleted'],
  });
  if (value === undefined) return false;
  const courses = readMoodleUserCourses(value);
  if (!courses) throw brokenAnswer('the courses of a person are no list');
  return courses.some(({ id }) => id === courseId);
}

/**
 * By the pseudonym: by the account that the site's own tool has made at the learner's first launch, where courses start in it; else by
 * the account's ID number, or its user name. Never by an address (it is no identity).
 */
async function findLearner(
  { client, digest, toolIssuer }: EnrolDeps,
  { subject }: ExternalLearner,
): Promise<MoodleUser | undefined> {
  const username = usernameOf(subject);
  const launched = toolIssuer && launchedNameOf(digest, { toolIssuer, subject });
  const isLaunched = (user: MoodleUser) =>
    // Nobody else is called so by accident; where the site tells how it signs in, that is by launches alone.
    user.username === launched && (user.auth === '' || user.auth === 'lti');
  const isOurs = (user: MoodleUser) =>
    user.idnumber === subject ||
    // Two pseudonyms may differ in their letter case alone; user names here cannot.
    (user.username === username && (user.idnumber === '' || username === subject));
  const asked: readonly (readonly ['username' | 'idnumber', string, (user: MoodleUser) => boolean])[] = [
    ...(launched ? [['username', launched, isLaunched] as const] : []),
    ['idnumber', subject, isOurs],
    ['username', username, isOurs],
  ];
  for (const [field, value, isTheirs] of asked) {
    const users = readMoodleUsers(
      await client.read({ name: 'core_user_get_users_by_field', parameters: { field, values: [value] } }),
    );
    if (!users) throw brokenAnswer('the people found are no list');
    const own = users.filter(isTheirs);
    if (own.length > 1) throw refusal('refused');
    if (own[0]) return own[0];
  }
  return undefined;
}

/** How Moodle's tool (auth_lti) calls the account that it makes for whoever comes by a launch. */
export const launchedNameOf = (
  digest: Pick<Digest, 'sha1'>,
  { toolIssuer, subject }: { readonly toolIssuer: string; readonly subject: string },
): string => `enrol_lti_13_${digest.sha1(`${toolIssuer}_${subject}`)}`;

async function createLearner(deps: EnrolDeps, learner: ExternalLearner): Promise<MoodleUser> {
  const { client, settings, ids } = deps;
  if (!settings.createsLearners) throw refusal('learner-unknown');
  // No language: a site that has not installed it would refuse the account.
  const { email, agency, unit, ...names } = await learner.tell(['name', 'email', 'agency', 'unit']);
  const user = {
    username: usernameOf(learner.subject),
    auth: settings.auth,
    // Nobody ever learns it: learners come by LTI or by the sign-in of the university.
    ...(settings.auth === 'manual' && { password: `Aa1!${ids.token(24)}` }),
    ...namesOf(learner.subject, names),
    ...(agency !== undefined && { institution: agency.slice(0, 255) }),
    ...(unit !== undefined && { department: unit.slice(0, 255) }),
    email: email ?? `${usernameOf(learner.subject)}@peserta.invalid`,
    idnumber: learner.subject,
  };
  const value = await client
    .write({ name: 'core_user_create_users', parameters: { users: [user] } })
    .catch(async (error: unknown) => {
      // Another request may have made the account a moment ago; Moodle then says no more than "invalid parameter".
      const found = error instanceof AdapterFailure ? await findLearner(deps, learner) : undefined;
      if (!found) throw error;
      return [found];
    });
  const created = readMoodleUsers(value)?.[0];
  if (!created) throw brokenAnswer('the account that was made is not told');
  return created;
}

/** Moodle wants both names. Without leave to tell them, the learner is called by a piece of the pseudonym. */
function namesOf(subject: string, { name, givenName, familyName }: LearnerFacts) {
  const [first, ...rest] = (name ?? '').trim().split(/\s+/);
  const firstname = givenName || first || 'Peserta';
  const lastname = familyName || rest.join(' ') || (firstname === 'Peserta' ? subject.slice(0, 8) : '-');
  return { firstname: firstname.slice(0, 100), lastname: lastname.slice(0, 100) };
}

/** Lower case, and nothing but letters, digits and `_ - . @`; at most 100. */
export const usernameOf = (subject: string): string =>
  subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.@-]/g, '-')
    .slice(0, 100);

const refusal = (reason: 'refused' | 'learner-unknown' | 'course-unknown') =>
  new AdapterFailure(reason, { passing: false });

function numberOf(id: string, reason: 'learner-unknown' | 'course-unknown'): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw refusal(reason);
  return Number(id);
}

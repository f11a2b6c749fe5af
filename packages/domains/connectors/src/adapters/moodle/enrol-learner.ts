import type { Digest, Ids } from '@sinau/kernel';
import type { ExternalLearner, LearnerFacts } from '@sinau/rostering';
import {
  type MoodleParameters,
  type MoodleUser,
  readMoodleCourses,
  readMoodleUserCourses,
  readMoodleUsers,
} from '@sinau/rostering/moodle';
import type { MoodleSettings } from '../../moodle-settings.ts';
import { AdapterFailure, type EnrolAnswer, EnrolmentUnconfirmed, type ProviderAdapter } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { MoodleClient } from './moodle-client.ts';
import { readEnrolments } from './read-progress.ts';

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
  const { externalCourseId } = request;
  const courseid = numberOf(externalCourseId, 'course-unknown');
  const user = (await findLearner(deps, request)) ?? (await createLearner(deps, request));
  if ('proposedAccount' in user) return { ...user, outcome: 'account-proposed' };
  if (user.isSuspended) throw refusal('refused');
  const externalLearnerId = user.id;
  if (await isListed(client, user.id, externalCourseId)) {
    return { externalLearnerId, outcome: 'was-enrolled' };
  }
  const enrolments = [{ roleid: settings.learnerRoleId, userid: Number(user.id), courseid }];
  await writeEnrolment(client, externalCourseId, { enrolments });
  // The answer is `null` whatever has come of it. From here on nothing is a no.
  const seen = await isSeen(deps, user.id, externalCourseId).catch((cause: unknown) => {
    if (!(cause instanceof AdapterFailure)) throw cause;
    throw new EnrolmentUnconfirmed(externalLearnerId, { cause });
  });
  if (!seen) throw new EnrolmentUnconfirmed(externalLearnerId);
  return { externalLearnerId, outcome: 'enrolled' };
}

/**
 * Ends the enrolment that we made, whether it is to be seen or not: Moodle does nothing for nobody. Who is in the course in another
 * way as well is still there, and that is told where it is to be seen.
 */
export async function unenrolLearner(
  { client }: Pick<EnrolDeps, 'client'>,
  request: Parameters<ProviderAdapter['unenrol']>[0],
): Promise<void> {
  const { externalCourseId, externalLearnerId } = request;
  const courseid = numberOf(externalCourseId, 'course-unknown');
  const userid = numberOf(externalLearnerId, 'learner-unknown');
  await client
    .write({ name: 'enrol_manual_unenrol_users', parameters: { enrolments: [{ userid, courseid }] } })
    .catch((error: unknown) => {
      if (!(error instanceof AdapterFailure)) throw error;
      // What it does not accept here is an id that nobody has.
      if (error.reason === 'not-accepted') throw refusal('learner-unknown');
      // Where the course has no "manual enrolment" there is none of ours.
      if (error.reason !== 'refused') throw error;
    });
  if (await isListed(client, externalLearnerId, externalCourseId)) throw refusal('refused');
}

async function writeEnrolment(client: MoodleClient, courseId: string, parameters: MoodleParameters) {
  try {
    await client.write({ name: 'enrol_manual_enrol_users', parameters });
  } catch (error) {
    if (!(error instanceof AdapterFailure) || error.reason !== 'not-accepted') throw error;
    // Of a course that is not there it says no more than that.
    const value = await client.read({
      name: 'core_course_get_courses_by_field',
      parameters: { field: 'id', value: courseId },
    });
    const found = readMoodleCourses(value, { baseUrl: '' });
    if (!found) throw brokenAnswer('the list of courses is none');
    throw found.length === 0 ? refusal('course-unknown') : error;
  }
}

/** A list of a learner's courses lacks those that are hidden from learners; the list of the course's people does not. */
async function isSeen(deps: EnrolDeps, userId: string, courseId: string): Promise<boolean> {
  if (await isListed(deps.client, userId, courseId)) return true;
  for await (const { externalLearnerId } of readEnrolments(deps, courseId)) {
    if (externalLearnerId === userId) return true;
  }
  return false;
}

/** True: enrolled. False says nothing where the course is hidden, or the account may not see who is in it. */
async function isListed(client: MoodleClient, userId: string, courseId: string): Promise<boolean> {
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

/** Whom to enrol, and the account that a person over there has confirmed to be theirs, by its id. */
interface Wanted {
  readonly learner: ExternalLearner;
  readonly account?: string;
}

/**
 * By the account that the site's own tool has made at the learner's first launch, where courses start in it; else by the one that was
 * confirmed; else by the pseudonym, as the account's ID number or its user name. Never by an address (it is no identity).
 */
async function findLearner(
  { client, digest, toolIssuer }: EnrolDeps,
  { learner: { subject }, account }: Wanted,
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
  const asked: readonly (readonly [UserField, string, (user: MoodleUser) => boolean])[] = [
    ...(launched ? [['username', launched, isLaunched] as const] : []),
    ...(account === undefined
      ? ([
          ['idnumber', subject, isOurs],
          ['username', username, isOurs],
        ] as const)
      : ([['id', account, (user: MoodleUser) => user.id === account]] as const)),
  ];
  for (const [field, value, isTheirs] of asked) {
    if (field === 'id') numberOf(value, 'learner-unknown');
    const own = (await usersBy(client, field, value)).filter(isTheirs);
    if (own.length > 1) throw refusal('refused');
    if (own[0]) return own[0];
  }
  // What was confirmed is theirs, so that no other is made or taken in its place.
  if (account !== undefined) throw refusal('learner-unknown');
  return undefined;
}

type UserField = 'id' | 'username' | 'idnumber' | 'email';

async function usersBy(
  client: MoodleClient,
  field: UserField,
  value: string,
): Promise<readonly MoodleUser[]> {
  const users = readMoodleUsers(
    await client.read({ name: 'core_user_get_users_by_field', parameters: { field, values: [value] } }),
  );
  if (!users) throw brokenAnswer('the people found are no list');
  return users;
}

/** How Moodle's tool (auth_lti) calls the account that it makes for whoever comes by a launch. */
export const launchedNameOf = (
  digest: Pick<Digest, 'sha1'>,
  { toolIssuer, subject }: { readonly toolIssuer: string; readonly subject: string },
): string => `enrol_lti_13_${digest.sha1(`${toolIssuer}_${subject}`)}`;

interface Proposed {
  readonly proposedAccount: string;
}

async function createLearner(deps: EnrolDeps, wanted: Wanted): Promise<MoodleUser | Proposed> {
  const { client, settings, ids } = deps;
  const { learner } = wanted;
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
  let value: unknown;
  try {
    value = await client.write({ name: 'core_user_create_users', parameters: { users: [user] } });
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    // Another request may have made the account a moment ago.
    const found = await findLearner(deps, wanted);
    if (found) return found;
    if (error.reason !== 'not-accepted' && error.reason !== 'refused') throw error;
    return proposalFor(client, { subject: learner.subject, email }, error);
  }
  const created = readMoodleUsers(value)?.[0];
  if (!created) throw brokenAnswer('the account that was made is not told');
  return created;
}

/**
 * Moodle gives an address to one account alone, and says of a second no more than of a way to sign in that is not installed, or of a
 * password against its rules. So it is asked whether somebody has the address: that account may be the learner's, and only a person
 * over there can say so.
 */
async function proposalFor(
  client: MoodleClient,
  { subject, email }: { readonly subject: string; readonly email: string | undefined },
  cause: AdapterFailure,
): Promise<Proposed> {
  const [holder, ...others] = email === undefined ? [] : await usersBy(client, 'email', email);
  if (holder && others.length === 0) return { proposedAccount: holder.id };
  // Our name for the learner is taken by somebody who carries another number.
  const isTaken = holder || (await usersBy(client, 'username', usernameOf(subject))).length > 0;
  if (isTaken) throw refusal('learner-unknown');
  throw new AdapterFailure('not-accepted', { passing: false, cause });
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

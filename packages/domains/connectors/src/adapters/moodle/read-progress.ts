import type { Clock, Digest } from '@sinau/kernel';
import type { ExternalEnrolment, ExternalResult } from '@sinau/rostering';
import {
  type MoodleCompletion,
  type MoodleGrade,
  readMoodleCompletion,
  readMoodleEnrolments,
  readMoodleGrades,
} from '@sinau/rostering/moodle';
import type { MoodleSettings } from '../../moodle-settings.ts';
import type { ProviderAdapter } from '../../ports.ts';
import type { SentPayload } from '../../results/sent-payload.ts';
import type { SentResult } from '../../results/take-many.ts';
import { brokenAnswer } from '../failures.ts';
import type { MoodleClient, MoodleSaid } from './moodle-client.ts';

export interface ProgressDeps {
  readonly client: MoodleClient;
  readonly settings: MoodleSettings;
  readonly clock: Clock;
  readonly digest: Pick<Digest, 'sha256'>;
}

const page = 200;
/** Learners asked about at once: a campus server has other guests. */
const together = 4;

/** Learners with an active enrolment; teachers and others are left out. */
export async function* readEnrolments(
  { client, settings }: Pick<ProgressDeps, 'client' | 'settings'>,
  externalCourseId: string,
): AsyncGenerator<ExternalEnrolment> {
  const seen = new Set<string>();
  for (let from = 0; ; from += page) {
    const options = Object.entries({
      ...{ onlyactive: 1, limitfrom: from, limitnumber: page, sortby: 'id' },
      // Names and addresses of people who are none of ours are not even sent.
      userfields: 'id,username,idnumber,roles',
    }).map(([name, value]) => ({ name, value }));
    const value = await client.read({
      name: 'core_enrol_get_enrolled_users',
      parameters: { courseid: externalCourseId, options },
    });
    const read = readMoodleEnrolments(value, { externalCourseId, learnerRoleId: settings.learnerRoleId });
    if (!read) throw brokenAnswer('the people of a course are no list');
    // Who joins or leaves meanwhile shifts the pages; nobody is told twice.
    const fresh = read.learners.filter(({ externalLearnerId: id }) => !seen.has(id));
    for (const { externalLearnerId } of fresh) seen.add(externalLearnerId);
    yield* fresh;
    if (read.people < page) return;
  }
}

/** Error codes that say no more than that there is nothing to say. */
const noCompletion = ['completionnotenabled', 'nocriteriaset', 'nottracked', 'notenroled', 'usernotenrolled'];
const noLearner = ['invaliduser', 'invaliduserid', 'userdeleted', 'notenroled', 'usernotenrolled'];

/** What Moodle says of each learner. One of whom it knows nothing does not stop the others. */
export async function* readResults(
  deps: ProgressDeps,
  request: Parameters<ProviderAdapter['readResults']>[0],
): AsyncGenerator<SentResult> {
  const { externalCourseId, learners } = request;
  const known = learners.filter(({ externalLearnerId }) => /^[1-9]\d{0,14}$/.test(externalLearnerId));
  for (let start = 0; start < known.length; start += together) {
    const group = known.slice(start, start + together);
    const read = group.map(({ externalLearnerId }) => readLearner(deps, externalCourseId, externalLearnerId));
    for (const results of await Promise.all(read)) yield* results;
  }
}

async function readLearner(
  deps: ProgressDeps,
  externalCourseId: string,
  externalLearnerId: string,
): Promise<readonly SentResult[]> {
  const { client } = deps;
  const parameters = { courseid: externalCourseId, userid: externalLearnerId };
  const done = await client.ask({
    ...{ name: completionService, parameters },
    softCodes: [...noCompletion, ...noLearner],
  });
  const graded = await client.ask({ name: gradeService, parameters, softCodes: noLearner });
  const completion = done && (readMoodleCompletion(done.value) ?? broken());
  const grades = graded ? (readMoodleGrades(graded.value) ?? broken()) : [];
  const grade = grades.find(({ userId }) => userId === externalLearnerId);
  const who = { externalCourseId, externalLearnerId, ...(grade?.idnumber && { subject: grade.idnumber }) };
  return [
    ...(graded && grade
      ? [{ result: scoreOf(deps, who, { grade, completion }), sent: answered(gradeService, graded) }]
      : []),
    // Moodle does not say when a completion was taken back, so only one that is there can be told.
    ...(done && completion?.completed
      ? [{ result: completionOf(deps, who, completion), sent: answered(completionService, done) }]
      : []),
  ];
}

const completionService = 'core_completion_get_course_completion_status';
const gradeService = 'gradereport_user_get_grade_items';

/** Both are asked of one learner, so the whole answer is about nobody else. */
const answered = (where: string, { text }: MoodleSaid): SentPayload => ({
  ...{ text, contentType: 'application/json', where },
});

const broken = (): never => {
  throw brokenAnswer('the results of a learner cannot be read');
};

type Who = Pick<ExternalResult, 'externalCourseId' | 'externalLearnerId' | 'subject'>;

/** A running total is no final score; it becomes one with the last grade, or when the course is complete. */
function scoreOf(
  deps: ProgressDeps,
  who: Who,
  of: { readonly grade: MoodleGrade; readonly completion: MoodleCompletion | undefined },
): ExternalResult {
  const { given, maximum, isWhole, gradedAt } = of.grade;
  const isFinal = isWhole || of.completion?.completed === true;
  // Completion makes it final without another grade, and has to come after the running total.
  const times = [gradedAt, isWhole ? undefined : of.completion?.completedAt].flatMap((time) => time ?? []);
  const at = times.toSorted().at(-1);
  const said = { kind: 'score' as const, given, maximum, isFinal };
  return { ...who, ...said, ...sayingOf(deps, [who, said, at], at) };
}

function completionOf(deps: ProgressDeps, who: Who, { completedAt }: MoodleCompletion): ExternalResult {
  const said = { kind: 'completion' as const, completed: true };
  return { ...who, ...said, ...sayingOf(deps, [who, said, completedAt], completedAt) };
}

/** Moodle has no ids of what it says: the same saying has the same id however often it is read, with a time or without. */
function sayingOf(deps: ProgressDeps, said: readonly unknown[], at: string | undefined) {
  return {
    occurredAt: at ?? deps.clock.now().toISOString(),
    ...(at === undefined && { untimed: true as const }),
    eventId: `moodle-${deps.digest.sha256(JSON.stringify(said)).slice(0, 40)}`,
  };
}

import {
  type AuVerdict,
  contextExtensions,
  isLearner,
  type LaunchMode,
  type Refusal,
  verbs,
} from '@sinau/cmi5';
import type { Account, Activity, Score, Statement } from '@sinau/xapi';
import { voidedVerb } from '@sinau/xapi';

/** What a launch of such content fixes. */
export interface TincanTerms {
  readonly actor: Account;
  readonly registration: string;
  /** The LMS's id of the part, and the id of its module: what every statement is said to belong to. */
  readonly belongsTo: readonly string[];
  readonly launchMode: LaunchMode;
  /** Ids of the launchable activity: as its package names it, and as the LMS does. */
  readonly launchable: readonly string[];
}

export type TincanCheck =
  | {
      readonly outcome: 'accepted';
      /** As it is to be stored; the same object where nothing had to be added. */
      readonly statement: Statement;
      /** The same object where nothing was decided. */
      readonly verdict: AuVerdict;
    }
  | ({ readonly outcome: 'refused' } & Refusal);

/**
 * One statement of content that knows of no session, well-formed by xAPI. It may speak of its own learner in its own registration.
 * What it leaves out of the context is added, the same at every repetition; what it says of itself is decided by `judge`.
 */
export function checkTincanStatement(
  terms: TincanTerms,
  verdict: AuVerdict,
  statement: Statement,
): TincanCheck {
  const refusal = refuse(terms, statement);
  if (refusal) return { outcome: 'refused', ...refusal };
  const counts = terms.launchMode === 'Normal' && isAbout(statement, terms.launchable);
  return {
    outcome: 'accepted',
    statement: complete(terms, statement),
    verdict: counts ? judge(verdict, statement) : verdict,
  };
}

function refuse(terms: TincanTerms, { actor, verb, context }: Statement): Refusal | undefined {
  if (verb.id === voidedVerb) {
    return { requirement: 'sinau.tincan-voiding', message: 'Content may not void statements.' };
  }
  if (!isLearner(actor, terms.actor)) {
    return { requirement: 'tincan.launch', message: 'The actor must be the one of the launch URL.' };
  }
  if (context?.extensions?.[contextExtensions.sessionId] !== undefined) {
    return { requirement: 'sinau.tincan-session', message: 'Sessions are named by the LMS alone.' };
  }
  const registration = context?.registration?.toLowerCase();
  if (registration === undefined || registration === terms.registration) return undefined;
  return {
    requirement: 'tincan.launch',
    message: 'context.registration must be the one of the launch URL, or left out.',
  };
}

function isAbout({ object }: Statement, ids: readonly string[]): boolean {
  const isActivity = object.objectType === undefined || object.objectType === 'Activity';
  return isActivity && 'id' in object && ids.includes(object.id);
}

function complete(terms: TincanTerms, statement: Statement): Statement {
  const { context = {} } = statement;
  const given = context.contextActivities?.grouping;
  const grouping: readonly Activity[] = given === undefined ? [] : [given].flat();
  // Last come those of the LMS, whatever the content names before: readers of the record go by them.
  const others = grouping.filter(({ id }) => !terms.belongsTo.includes(id));
  const placed = [...others.map(({ id }) => id), ...terms.belongsTo];
  const isPlaced = grouping.length === placed.length && grouping.every(({ id }, at) => id === placed[at]);
  const traceless = terms.launchMode !== 'Normal';
  if (context.registration !== undefined && isPlaced && !traceless) return statement;
  const own = terms.belongsTo.map((id): Activity => ({ objectType: 'Activity', id }));
  return {
    ...statement,
    context: {
      ...context,
      registration: context.registration ?? terms.registration,
      contextActivities: { ...context.contextActivities, grouping: [...others, ...own] },
      // Whoever reads the record can tell what a visit was that counts for nothing.
      ...(traceless && {
        extensions: { ...context.extensions, [contextExtensions.launchMode]: terms.launchMode },
      }),
    },
  };
}

const mastered = 'http://adlnet.gov/expapi/verbs/mastered';

/** Whoever has passed stays so, with the best score; failing is not the end, as people try again. */
function judge(verdict: AuVerdict, { verb, result }: Statement): AuVerdict {
  const completed: AuVerdict = verdict.completed ? verdict : { ...verdict, completed: true, progress: 100 };
  const score = result?.score && scaledOf(result.score);
  switch (verb.id) {
    case verbs.completed:
      return verdict.judged === undefined && score !== undefined && score !== completed.score
        ? { ...completed, score }
        : completed;
    case verbs.passed:
    case mastered:
      return pass(result?.completion === true ? completed : verdict, score);
    case verbs.failed:
      if (verdict.judged === 'passed' || (verdict.judged === 'failed' && score === verdict.score))
        return verdict;
      return { ...verdict, judged: 'failed', ...(score !== undefined && { score }) };
    default:
      return verdict;
  }
}

function pass(verdict: AuVerdict, score: number | undefined): AuVerdict {
  const passed = verdict.judged === 'passed';
  const better = score !== undefined && (!passed || score > (verdict.score ?? -1));
  if (passed && !better) return verdict;
  return { ...verdict, judged: 'passed', ...(better && { score }) };
}

/** -1 to 1; from the raw score where content says its bounds alone. */
function scaledOf({ scaled, raw, min = 0, max }: Score): number | undefined {
  if (scaled !== undefined) return scaled;
  if (raw === undefined || max === undefined || max <= min) return undefined;
  return Math.min(1, Math.max(-1, (raw - min) / (max - min)));
}

import type { Statement } from '@sinau/xapi';
import type { Rule } from './envelope-rules.ts';
import type { Refusal, SessionState } from './session.ts';
import { type AuVerbName, auVerbNames, contextExtensions, verbs } from './vocabulary.ts';

/** The cmi5 verb of a defined statement, if an AU may use it. */
export function auVerbOf(statement: Statement): AuVerbName | undefined {
  return auVerbNames.find((name) => verbs[name] === statement.verb.id);
}

/** Further rules for cmi5 defined statements; they may rely on the envelope rules having passed. */
export const definedRules: readonly Rule[] = [
  usesAuVerb,
  isAboutTheAu,
  judgesInNormalModeOnly,
  hasSuccess,
  hasCompletion,
  hasDuration,
  scoresOnlyWhenJudging,
  matchesMastery,
  isNewInSession,
  isNewInRegistration,
];

const isJudging = (verb: AuVerbName | undefined) => verb === 'passed' || verb === 'failed';

function usesAuVerb(statement: Statement): Refusal | undefined {
  if (auVerbOf(statement)) return undefined;
  return {
    requirement: '9.3.0.0-1',
    message: `With the cmi5 category an AU sends ${auVerbNames.join(', ')}; leave the category out for other verbs.`,
  };
}

function isAboutTheAu({ object }: Statement, { terms }: SessionState): Refusal | undefined {
  if (object.objectType !== undefined && object.objectType !== 'Activity') {
    return { requirement: '9.4.0.0-1', message: 'The object must be the activity of the AU.' };
  }
  if (object.id === terms.activityId) return undefined;
  return { requirement: '8.1.5.0-6', message: 'object.id must be the activityId of the launch URL.' };
}

function judgesInNormalModeOnly(statement: Statement, { terms }: SessionState): Refusal | undefined {
  const verb = auVerbOf(statement);
  if (terms.launchMode === 'Normal' || verb === 'initialized' || verb === 'terminated') return undefined;
  return {
    requirement: terms.launchMode === 'Browse' ? '10.2.2.0-2' : '10.2.2.0-3',
    message: `In ${terms.launchMode} mode an AU sends initialized and terminated only.`,
  };
}

function hasSuccess(statement: Statement): Refusal | undefined {
  const verb = auVerbOf(statement);
  const success = statement.result?.success;
  if (verb === 'passed' && success !== true) {
    return { requirement: '9.5.2.0-1', message: 'passed needs result.success true.' };
  }
  if (verb === 'failed' && success !== false) {
    return { requirement: '9.5.2.0-2', message: 'failed needs result.success false.' };
  }
  if (isJudging(verb) || success === undefined) return undefined;
  return { requirement: '9.5.2.0-3', message: 'Only passed and failed carry result.success.' };
}

function hasCompletion(statement: Statement): Refusal | undefined {
  const completed = auVerbOf(statement) === 'completed';
  const completion = statement.result?.completion;
  if (completed && completion !== true) {
    return { requirement: '9.5.3.0-1', message: 'completed needs result.completion true.' };
  }
  if (completed || completion === undefined) return undefined;
  return { requirement: '9.5.3.0-2', message: 'Only completed carries result.completion.' };
}

const durationRequirements: Readonly<Partial<Record<AuVerbName, string>>> = {
  terminated: '9.5.4.1-1',
  completed: '9.5.4.1-2',
  passed: '9.5.4.1-3',
  failed: '9.5.4.1-4',
};

function hasDuration(statement: Statement): Refusal | undefined {
  const verb = auVerbOf(statement);
  const requirement = verb && durationRequirements[verb];
  if (!requirement || statement.result?.duration !== undefined) return undefined;
  return { requirement, message: `${verb} needs result.duration.` };
}

function scoresOnlyWhenJudging(statement: Statement): Refusal | undefined {
  const score = statement.result?.score;
  if (!score) return undefined;
  if (!isJudging(auVerbOf(statement))) {
    return { requirement: '9.5.1.0-2', message: 'Only passed and failed carry result.score.' };
  }
  if (score.raw === undefined || (score.min !== undefined && score.max !== undefined)) return undefined;
  return { requirement: '9.5.1.0-3', message: 'A raw score needs min and max beside it.' };
}

function matchesMastery(statement: Statement, { terms }: SessionState): Refusal | undefined {
  const verb = auVerbOf(statement);
  const { masteryScore } = terms;
  if (masteryScore === undefined || !isJudging(verb)) return undefined;
  const told = statement.context?.extensions?.[contextExtensions.masteryScore];
  const score = statement.result?.score;
  if (told === undefined ? score !== undefined : told !== masteryScore) {
    return {
      requirement: '9.6.3.2-2',
      message: `context.extensions must hold ${contextExtensions.masteryScore} with ${masteryScore}.`,
    };
  }
  if (score?.scaled === undefined) return undefined;
  if (verb === 'passed' && score.scaled < masteryScore) {
    return {
      requirement: '9.3.4.0-2',
      message: `passed needs a scaled score of at least ${masteryScore}.`,
    };
  }
  if (verb === 'passed' || score.scaled < masteryScore) return undefined;
  return { requirement: '9.3.5.0-2', message: `failed needs a scaled score below ${masteryScore}.` };
}

function isNewInSession(statement: Statement, { session }: SessionState): Refusal | undefined {
  const verb = auVerbOf(statement);
  const { accepted } = session;
  if (verb && accepted[verb] !== undefined) {
    const requirement = verb === 'initialized' ? '9.3.2.0-3' : '9.3.0.0-2';
    return { requirement, message: `This session already has its ${verb} statement.` };
  }
  if (verb === 'passed' && accepted.failed !== undefined) {
    return {
      requirement: '9.3.0.0-3',
      message: 'This session has already sent failed; launch again to pass.',
    };
  }
  // After a passed statement 9.3.0.0-3 and 9.3.0.0-8 both apply; the one of the session is the nearer.
  if (verb !== 'failed' || accepted.passed === undefined) return undefined;
  return { requirement: '9.3.0.0-3', message: 'This session has already sent passed.' };
}

function isNewInRegistration(statement: Statement, { verdict }: SessionState): Refusal | undefined {
  const verb = auVerbOf(statement);
  if (verb === 'completed' && verdict.completed) {
    return { requirement: '9.3.0.0-6', message: 'The AU is already completed in this registration.' };
  }
  if (verdict.judged !== 'passed') return undefined;
  if (verb === 'passed') {
    return { requirement: '9.3.0.0-7', message: 'The AU is already passed in this registration.' };
  }
  if (verb !== 'failed') return undefined;
  return { requirement: '9.3.0.0-8', message: 'A passed AU cannot fail any more in this registration.' };
}

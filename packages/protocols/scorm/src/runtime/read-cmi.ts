import { type CmiReader, onlyKnown, readScore } from './cmi-reader.ts';
import {
  type CommentData,
  type Completion,
  completions,
  exits,
  type InteractionData,
  interactionTypes,
  type ObjectiveData,
  type RuntimeData,
  type Success,
  successes,
} from './runtime-data.ts';

/**
 * More than the specifications ask an LMS to keep, as real content exceeds them (suspend data of 1.2: 4,096), and
 * little enough for one row of a store to stay bounded.
 */
export const cmiLimits = {
  suspendData: 65_536,
  location: 1000,
  identifier: 4000,
  response: 4000,
  comment: 4000,
  comments12: 65_536,
  description: 500,
  objectives: 500,
  interactions: 2000,
  patterns: 50,
  comments: 500,
  sharedData: 100,
} as const;

const fraction = { min: 0, max: 1 };

/** The tree of SCORM 1.2 (RTE 3.4). */
export function readCmi12(cmi: CmiReader): RuntimeData {
  const core = cmi.child('core');
  const data = cmi.child('student_data');
  const preference = cmi.child('student_preference');
  // Ours to say, so nothing is learned from hearing it back.
  cmi.ignore('launch_data', 'comments_from_lms');
  core.ignore('student_id', 'student_name', 'credit', 'entry', 'lesson_mode', 'total_time');
  data.ignore('mastery_score', 'max_time_allowed', 'time_limit_action', 'tries', 'tries_during_lesson');
  data.ignore('attempt_number', 'average_performance');
  preference.ignore('text');
  const comments = cmi.text('comments', cmiLimits.comments12);
  return {
    ...readStatus12(core, 'lesson_status'),
    score: readScore(core.child('score')),
    exit: core.word('exit', exits) ?? '',
    ...onlyKnown({
      location: core.text('lesson_location', cmiLimits.location),
      suspendData: cmi.text('suspend_data', cmiLimits.suspendData),
      sessionSeconds: core.seconds('session_time'),
    }),
    objectives: cmi.list('objectives', cmiLimits.objectives).flatMap(readObjective12),
    interactions: cmi.list('interactions', cmiLimits.interactions).flatMap(readInteraction12),
    commentsFromLearner: comments === undefined ? [] : [{ comment: comments }],
    preferences: onlyKnown({
      audioLevel: preference.number('audio'),
      language: preference.text('language', cmiLimits.identifier),
      deliverySpeed: preference.number('speed'),
    }),
    sharedData: {},
  };
}

/** The tree of SCORM 2004 (RTE 4.2). */
export function readCmi2004(cmi: CmiReader, adl: CmiReader): RuntimeData {
  const preference = cmi.child('learner_preference');
  cmi.ignore('comments_from_lms', 'completion_threshold', 'credit', 'entry', 'launch_data', 'learner_id');
  cmi.ignore('learner_name', 'max_time_allowed', 'mode', 'scaled_passing_score', 'time_limit_action');
  cmi.ignore('total_time');
  return {
    completion: cmi.word('completion_status', completions) ?? 'unknown',
    success: cmi.word('success_status', successes) ?? 'unknown',
    score: readScore(cmi.child('score')),
    exit: cmi.word('exit', exits) ?? '',
    ...onlyKnown({
      progressMeasure: cmi.number('progress_measure', fraction),
      location: cmi.text('location', cmiLimits.location),
      suspendData: cmi.text('suspend_data', cmiLimits.suspendData),
      sessionSeconds: cmi.seconds('session_time'),
    }),
    objectives: cmi.list('objectives', cmiLimits.objectives).flatMap(readObjective2004),
    interactions: cmi.list('interactions', cmiLimits.interactions).flatMap(readInteraction2004),
    commentsFromLearner: cmi.list('comments_from_learner', cmiLimits.comments).flatMap(readComment),
    preferences: onlyKnown({
      audioLevel: preference.number('audio_level'),
      language: preference.text('language', cmiLimits.identifier),
      deliverySpeed: preference.number('delivery_speed'),
      audioCaptioning: preference.number('audio_captioning'),
    }),
    sharedData: readSharedData(adl),
  };
}

/**
 * One word of 1.2 says two things. Passed and failed both mean that the learner went through the SCO (RTE 3.4.4: "is
 * considered to have completed"), so a failed learner has completed; browsed is no completion.
 */
export function statusOf12(word: string | undefined): { completion: Completion; success: Success } {
  switch (word) {
    case 'passed':
    case 'failed':
      return { completion: 'completed', success: word };
    case 'completed':
      return { completion: 'completed', success: 'unknown' };
    case 'incomplete':
    case 'browsed':
      return { completion: 'incomplete', success: 'unknown' };
    default:
      return { completion: 'not attempted', success: 'unknown' };
  }
}

function readStatus12(reader: CmiReader, name: string) {
  const words = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'] as const;
  return statusOf12(reader.word(name, words));
}

function readObjective12(objective: CmiReader): readonly ObjectiveData[] {
  const id = objective.text('id', cmiLimits.identifier);
  const score = readScore(objective.child('score'));
  const status = readStatus12(objective, 'status');
  return id === undefined ? [] : [{ id, ...status, score }];
}

function readObjective2004(objective: CmiReader): readonly ObjectiveData[] {
  const id = objective.text('id', cmiLimits.identifier);
  const read = {
    completion: objective.word('completion_status', completions) ?? 'unknown',
    success: objective.word('success_status', successes) ?? 'unknown',
    score: readScore(objective.child('score')),
    ...onlyKnown({
      progressMeasure: objective.number('progress_measure', fraction),
      description: objective.text('description', cmiLimits.description),
    }),
  };
  return id === undefined ? [] : [{ id, ...read }];
}

function readInteraction12(interaction: CmiReader): readonly InteractionData[] {
  const read = readInteraction(interaction, { time: 'time', response: 'student_response' });
  const said = readResult(interaction, 'wrong');
  return read.map((data) => ({ ...data, ...said }));
}

function readInteraction2004(interaction: CmiReader): readonly InteractionData[] {
  const read = readInteraction(interaction, { time: 'timestamp', response: 'learner_response' });
  const said = readResult(interaction, 'incorrect');
  const description = interaction.text('description', cmiLimits.description);
  return read.map((data) => ({ ...data, ...said, ...onlyKnown({ description }) }));
}

function readInteraction(
  interaction: CmiReader,
  names: { readonly time: string; readonly response: string },
): readonly Omit<InteractionData, 'result'>[] {
  const id = interaction.text('id', cmiLimits.identifier);
  const data = {
    objectives: interaction
      .list('objectives', cmiLimits.patterns)
      .flatMap((objective) => objective.text('id', cmiLimits.identifier) ?? []),
    correctResponses: interaction
      .list('correct_responses', cmiLimits.patterns)
      .flatMap((response) => response.text('pattern', cmiLimits.response) ?? []),
    ...onlyKnown({
      type: interaction.word('type', interactionTypes),
      timestamp: interaction.text(names.time, cmiLimits.identifier),
      weighting: interaction.number('weighting'),
      response: interaction.text(names.response, cmiLimits.response),
      latencySeconds: interaction.seconds('latency'),
    }),
  };
  return id === undefined ? [] : [{ id, ...data }];
}

function readResult(interaction: CmiReader, wrong: 'wrong' | 'incorrect'): Pick<InteractionData, 'result'> {
  const text = interaction.text('result', cmiLimits.identifier);
  if (text !== undefined && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text))
    return onlyKnown({ result: Number(text) });
  const word = interaction.word('result', ['correct', wrong, 'unanticipated', 'neutral']);
  return onlyKnown({ result: word === 'wrong' ? ('incorrect' as const) : word });
}

function readComment(comment: CmiReader): readonly CommentData[] {
  const text = comment.text('comment', cmiLimits.comment);
  const more = onlyKnown({
    location: comment.text('location', cmiLimits.location),
    timestamp: comment.text('timestamp', cmiLimits.identifier),
  });
  return text === undefined ? [] : [{ comment: text, ...more }];
}

function readSharedData(adl: CmiReader): RuntimeData['sharedData'] {
  const entries = adl.list('data', cmiLimits.sharedData).flatMap((store): [string, string][] => {
    const id = store.text('id', cmiLimits.identifier);
    const text = store.text('store', cmiLimits.suspendData);
    return id === undefined || text === undefined ? [] : [[id, text]];
  });
  return Object.fromEntries(entries);
}

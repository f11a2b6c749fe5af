import { formatIsoDuration, formatTimespan } from '../durations.ts';
import type { Item, ScormVersion } from '../manifest/model.ts';
import type { SequencingObjective } from '../manifest/sequencing-model.ts';
import type { NextEntry, Thresholds } from './attempt.ts';
import { onlyKnown } from './cmi-reader.ts';
import {
  type Completion,
  type GlobalObjectives,
  type InteractionData,
  type ObjectiveData,
  type RuntimeData,
  type Score,
  type ScormLaunchMode,
  type Success,
  untouchedData,
} from './runtime-data.ts';

export interface LaunchSeed {
  readonly version: ScormVersion;
  readonly item: Item;
  readonly learner: { readonly id: string; readonly name: string };
  readonly mode: ScormLaunchMode;
  readonly entry: NextEntry;
  /** Data of the attempt that goes on; of no use to a new one. */
  readonly data?: RuntimeData;
  /** Over all sessions of the attempt. */
  readonly totalSeconds: number;
  readonly globalObjectives: GlobalObjectives;
  /** What the activities of the course share (4th edition), by target id. */
  readonly sharedData?: RuntimeData['sharedData'];
  /** Preferences that outlive the attempt. */
  readonly preferences?: RuntimeData['preferences'];
}

/** Values of the tree: texts, and lists as objects by index. */
export type CmiTree = { readonly [name: string]: string | CmiTree };

export interface SeededLaunch {
  /** To be loaded before Initialize: `{ cmi: … }` and, for 2004, `{ adl: { data: … } }`. */
  readonly tree: CmiTree;
  /** The same as data, what the session starts from. */
  readonly data: RuntimeData;
}

/** What the LMS puts into the run-time before content starts. */
export function seedLaunch(seed: LaunchSeed): SeededLaunch {
  const own = seed.entry.newAttempt || !seed.data ? freshData(seed) : resumedData(seed.data);
  const data = { ...own, sharedData: readableData(seed) };
  return { tree: seed.version === '1.2' ? tree12(seed, data) : tree2004(seed, data), data };
}

/** What the manifest lets the LMS decide; 2004 has its passing score in the primary objective. */
export function thresholdsOf(item: Item): Thresholds {
  const primary = item.sequencing?.objectives.find((objective) => objective.primary);
  return onlyKnown({
    masteryScore: item.masteryScore,
    completionThreshold: item.completionThreshold,
    scaledPassingScore: primary?.satisfiedByMeasure ? primary.minNormalizedMeasure : undefined,
  });
}

function freshData({ version, item, globalObjectives, preferences }: LaunchSeed): RuntimeData {
  const objectives = version === '2004' ? (item.sequencing?.objectives ?? []) : [];
  return {
    ...untouchedData,
    // 2004 starts at unknown (RTE 4.2.4).
    completion: version === '2004' ? 'unknown' : 'not attempted',
    objectives: objectives.flatMap((objective) => seededObjective(objective, globalObjectives)),
    preferences: preferences ?? {},
  };
}

/** Session time and exit are of one session; the rest goes on. */
function resumedData({ sessionSeconds: _, ...data }: RuntimeData): RuntimeData {
  return { ...data, exit: '' };
}

function readableData({ item, sharedData = {} }: LaunchSeed): RuntimeData['sharedData'] {
  const readable = item.sharedData.flatMap(({ targetId, read }): [string, string][] => {
    const store = Object.hasOwn(sharedData, targetId) ? sharedData[targetId] : undefined;
    return read && store !== undefined ? [[targetId, store]] : [];
  });
  return Object.fromEntries(readable);
}

/** An objective with a name is there from the start (RTE 4.2.17), with what its global objective knows (SN 3.10). */
function seededObjective(
  objective: SequencingObjective,
  globals: GlobalObjectives,
): readonly ObjectiveData[] {
  if (objective.id === undefined) return [];
  const known = (part: 'satisfiedStatus' | 'normalizedMeasure') => {
    const map = objective.maps.find(({ read }) => read[part]);
    const entry = map && Object.hasOwn(globals, map.target) ? globals[map.target] : undefined;
    return entry && entry[`${part}Known`] !== false ? entry[part] : undefined;
  };
  const satisfied = known('satisfiedStatus');
  const measure = known('normalizedMeasure');
  return [
    {
      id: objective.id,
      completion: 'unknown',
      success: typeof satisfied === 'boolean' ? successOf(satisfied) : 'unknown',
      score: typeof measure === 'number' && Math.abs(measure) <= 1 ? { scaled: measure } : {},
    },
  ];
}

function successOf(satisfied: boolean): Success {
  return satisfied ? 'passed' : 'failed';
}

function tree12(seed: LaunchSeed, data: RuntimeData): CmiTree {
  const { item, learner, mode, entry, totalSeconds } = seed;
  return {
    cmi: {
      core: texts({
        student_id: learner.id,
        student_name: learner.name,
        lesson_location: data.location,
        credit: mode === 'normal' ? 'credit' : 'no-credit',
        lesson_status: lessonStatusOf(data),
        entry: entry.entry,
        lesson_mode: mode,
        total_time: formatTimespan(totalSeconds),
        score: scoreTree(data.score),
      }),
      ...texts({
        suspend_data: data.suspendData,
        launch_data: item.dataFromLms,
        comments: data.commentsFromLearner.map(({ comment }) => comment).join(''),
      }),
      objectives: indexed(
        data.objectives.map((objective) =>
          texts({
            id: objective.id,
            score: scoreTree(objective.score),
            status: lessonStatusOf(objective),
          }),
        ),
      ),
      student_data: texts({
        mastery_score: item.masteryScore,
        max_time_allowed: timeOf(item, formatTimespan),
        time_limit_action: item.timeLimitAction,
      }),
      student_preference: texts({
        audio: data.preferences.audioLevel,
        language: data.preferences.language,
        speed: data.preferences.deliverySpeed,
      }),
      interactions: indexed(data.interactions.map((one) => interactionTree(one, seed.version))),
    },
  };
}

function tree2004(seed: LaunchSeed, data: RuntimeData): CmiTree {
  const { item, learner, mode, entry, totalSeconds } = seed;
  const threshold = item.completionThreshold;
  return {
    cmi: {
      ...texts({
        learner_id: learner.id,
        learner_name: learner.name,
        mode,
        credit: mode === 'normal' ? 'credit' : 'no-credit',
        entry: entry.entry,
        total_time: formatIsoDuration(totalSeconds),
        launch_data: item.dataFromLms,
        max_time_allowed: timeOf(item, formatIsoDuration),
        time_limit_action: item.timeLimitAction,
        completion_threshold: threshold?.completedByMeasure ? threshold.minProgressMeasure : undefined,
        scaled_passing_score: thresholdsOf(item).scaledPassingScore,
        completion_status: data.completion,
        success_status: data.success,
        progress_measure: data.progressMeasure,
        location: data.location,
        suspend_data: data.suspendData,
        score: scoreTree(data.score),
      }),
      learner_preference: texts({
        audio_level: data.preferences.audioLevel,
        language: data.preferences.language,
        delivery_speed: data.preferences.deliverySpeed,
        audio_captioning: data.preferences.audioCaptioning,
      }),
      comments_from_learner: indexed(data.commentsFromLearner.map((comment) => texts({ ...comment }))),
      objectives: indexed(
        data.objectives.map((objective) =>
          texts({
            id: objective.id,
            score: scoreTree(objective.score),
            success_status: objective.success,
            completion_status: objective.completion,
            progress_measure: objective.progressMeasure,
            description: objective.description,
          }),
        ),
      ),
      interactions: indexed(data.interactions.map((one) => interactionTree(one, seed.version))),
    },
    adl: {
      // A store that may only be written is there as well, empty.
      data: indexed(item.sharedData.map(({ targetId: id }) => texts({ id, store: data.sharedData[id] }))),
    },
  };
}

function interactionTree(interaction: InteractionData, version: ScormVersion): CmiTree {
  const older = version === '1.2';
  const { result, latencySeconds: latency } = interaction;
  const said = older && result === 'incorrect' ? 'wrong' : result;
  const format = older ? formatTimespan : formatIsoDuration;
  return texts({
    id: interaction.id,
    type: interaction.type,
    objectives: indexed(interaction.objectives.map((id) => ({ id }))),
    [older ? 'time' : 'timestamp']: interaction.timestamp,
    correct_responses: indexed(interaction.correctResponses.map((pattern) => ({ pattern }))),
    weighting: interaction.weighting,
    [older ? 'student_response' : 'learner_response']: interaction.response,
    result: said,
    latency: latency === undefined ? undefined : format(latency),
    description: older ? undefined : interaction.description,
  });
}

function lessonStatusOf(status: { readonly completion: Completion; readonly success: Success }): string {
  if (status.success !== 'unknown') return status.success;
  return status.completion === 'unknown' ? 'not attempted' : status.completion;
}

function timeOf(item: Item, format: (seconds: number) => string): string | undefined {
  return item.maxTimeAllowedSeconds === undefined ? undefined : format(item.maxTimeAllowedSeconds);
}

function scoreTree(score: Score): CmiTree {
  return texts({ ...score });
}

function indexed(entries: readonly CmiTree[]): CmiTree {
  return Object.fromEntries(entries.map((entry, index) => [String(index), entry]));
}

/** What is unset stays out: the run-time has its own defaults. */
function texts(values: Readonly<Record<string, string | number | CmiTree | undefined>>): CmiTree {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string | CmiTree][] => {
      if (value === undefined || value === '') return [];
      return [[name, typeof value === 'number' ? decimal(value) : value]];
    }),
  );
}

/** SCORM knows no exponents. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(7).replace(/\.?0+$/, '') : text;
}

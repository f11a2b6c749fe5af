/** Run-time data of one SCO in one attempt, the same for SCORM 1.2 and 2004. What was never set is absent. */
export interface RuntimeData {
  readonly completion: Completion;
  readonly success: Success;
  readonly score: Score;
  /** 0 to 1; 2004 only. */
  readonly progressMeasure?: number;
  readonly exit: Exit;
  readonly location?: string;
  readonly suspendData?: string;
  /** Of the running session, as the content counts it. */
  readonly sessionSeconds?: number;
  readonly objectives: readonly ObjectiveData[];
  readonly interactions: readonly InteractionData[];
  readonly commentsFromLearner: readonly CommentData[];
  readonly preferences: Preferences;
  /** Shared data of the 4th edition (adl.data) by target id. */
  readonly sharedData: Readonly<Record<string, string>>;
}

export const completions = ['completed', 'incomplete', 'not attempted', 'unknown'] as const;
export type Completion = (typeof completions)[number];

export const successes = ['passed', 'failed', 'unknown'] as const;
export type Success = (typeof successes)[number];

/** Empty: the content said nothing. */
export const exits = ['', 'suspend', 'logout', 'normal', 'time-out'] as const;
export type Exit = (typeof exits)[number];

export const launchModes = ['normal', 'browse', 'review'] as const;
export type ScormLaunchMode = (typeof launchModes)[number];

export interface Score {
  /** -1 to 1; 2004 only. */
  readonly scaled?: number;
  readonly raw?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface ObjectiveData {
  readonly id: string;
  readonly completion: Completion;
  readonly success: Success;
  readonly score: Score;
  readonly progressMeasure?: number;
  readonly description?: string;
}

export const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const;
export type ScormInteractionType = (typeof interactionTypes)[number];

/** Responses and patterns are kept in the words of their version. */
export interface InteractionData {
  readonly id: string;
  readonly type?: ScormInteractionType;
  readonly objectives: readonly string[];
  /** 1.2: time of day; 2004: ISO 8601. */
  readonly timestamp?: string;
  readonly correctResponses: readonly string[];
  readonly weighting?: number;
  readonly response?: string;
  /** 1.2 `wrong` is `incorrect` here; a number is a score. */
  readonly result?: 'correct' | 'incorrect' | 'unanticipated' | 'neutral' | number;
  readonly latencySeconds?: number;
  readonly description?: string;
}

export interface CommentData {
  readonly comment: string;
  readonly location?: string;
  readonly timestamp?: string;
}

export interface Preferences {
  readonly audioLevel?: number;
  readonly language?: string;
  readonly deliverySpeed?: number;
  readonly audioCaptioning?: number;
}

/** What is known of global objectives, by id, as the sequencer keeps them. */
export type GlobalObjectives = Readonly<
  Record<string, Readonly<Record<string, string | number | boolean | null>>>
>;

export const untouchedData: RuntimeData = {
  completion: 'not attempted',
  success: 'unknown',
  score: {},
  exit: '',
  objectives: [],
  interactions: [],
  commentsFromLearner: [],
  preferences: {},
  sharedData: {},
};

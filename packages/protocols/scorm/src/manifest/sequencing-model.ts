/** Sequencing of one activity (SCORM 2004 SN book); every default of the specification is filled in. */
export interface Sequencing {
  readonly controlMode: {
    readonly choice: boolean;
    readonly choiceExit: boolean;
    readonly flow: boolean;
    readonly forwardOnly: boolean;
    readonly useCurrentAttemptObjectiveInfo: boolean;
    readonly useCurrentAttemptProgressInfo: boolean;
  };
  readonly preConditionRules: readonly SequencingRule<PreConditionAction>[];
  readonly exitConditionRules: readonly SequencingRule<'exit'>[];
  readonly postConditionRules: readonly SequencingRule<PostConditionAction>[];
  readonly limitConditions: {
    readonly attemptLimit?: number;
    readonly attemptAbsoluteDurationLimitSeconds?: number;
  };
  readonly rollupRules: {
    readonly rollupObjectiveSatisfied: boolean;
    readonly rollupProgressCompletion: boolean;
    /** 0 to 1. */
    readonly objectiveMeasureWeight: number;
    readonly rules: readonly RollupRule[];
  };
  /** The primary objective, when there is one, comes first. */
  readonly objectives: readonly SequencingObjective[];
  readonly randomization: {
    readonly randomizationTiming: Timing;
    readonly selectCount?: number;
    readonly reorderChildren: boolean;
    readonly selectionTiming: Timing;
  };
  readonly deliveryControls: {
    readonly tracked: boolean;
    readonly completionSetByContent: boolean;
    readonly objectiveSetByContent: boolean;
  };
  readonly constrainedChoice: { readonly preventActivation: boolean; readonly constrainChoice: boolean };
  readonly rollupConsiderations: {
    readonly requiredForSatisfied: RollupRequirement;
    readonly requiredForNotSatisfied: RollupRequirement;
    readonly requiredForCompleted: RollupRequirement;
    readonly requiredForIncomplete: RollupRequirement;
    readonly measureSatisfactionIfActive: boolean;
  };
}

export const timings = ['never', 'once', 'onEachNewAttempt'] as const;
export type Timing = (typeof timings)[number];

export const rollupRequirements = ['always', 'ifAttempted', 'ifNotSkipped', 'ifNotSuspended'] as const;
export type RollupRequirement = (typeof rollupRequirements)[number];

export const combinations = ['all', 'any'] as const;
export type Combination = (typeof combinations)[number];

export const preConditionActions = ['skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'] as const;
export type PreConditionAction = (typeof preConditionActions)[number];

export const postConditionActions = [
  'exitParent',
  'exitAll',
  'retry',
  'retryAll',
  'continue',
  'previous',
] as const;
export type PostConditionAction = (typeof postConditionActions)[number];

export const ruleConditions = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'objectiveMeasureGreaterThan',
  'objectiveMeasureLessThan',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'always',
] as const;

export interface SequencingRule<Action> {
  readonly combination: Combination;
  readonly conditions: readonly {
    readonly condition: (typeof ruleConditions)[number];
    readonly not: boolean;
    readonly referencedObjective?: string;
    /** -1 to 1. */
    readonly measureThreshold?: number;
  }[];
  readonly action: Action;
}

export const rollupConditions = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'never',
] as const;

export const childActivitySets = ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'] as const;
export const rollupActions = ['satisfied', 'notSatisfied', 'completed', 'incomplete'] as const;

export interface RollupRule {
  readonly childActivitySet: (typeof childActivitySets)[number];
  readonly minimumCount: number;
  /** 0 to 1. */
  readonly minimumPercent: number;
  readonly combination: Combination;
  readonly conditions: readonly {
    readonly condition: (typeof rollupConditions)[number];
    readonly not: boolean;
  }[];
  readonly action: (typeof rollupActions)[number];
}

export interface SequencingObjective {
  /** Absent only for a primary objective without a name. */
  readonly id?: string;
  readonly primary: boolean;
  readonly satisfiedByMeasure: boolean;
  /** -1 to 1. */
  readonly minNormalizedMeasure: number;
  readonly maps: readonly ObjectiveMap[];
}

/** What an objective shares with a global one; the last five pairs are of the 4th edition. */
export interface ObjectiveMap {
  readonly target: string;
  readonly read: SharedParts;
  readonly write: SharedParts;
}

export interface SharedParts {
  readonly satisfiedStatus: boolean;
  readonly normalizedMeasure: boolean;
  readonly rawScore: boolean;
  readonly minScore: boolean;
  readonly maxScore: boolean;
  readonly completionStatus: boolean;
  readonly progressMeasure: boolean;
}

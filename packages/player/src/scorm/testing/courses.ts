import type {
  CmiTree,
  Item,
  Organization,
  RollupRule,
  ScormItemStart,
  ScormStart,
  Sequencing,
  SequencingObjective,
  SequencingRule,
  SharedParts,
} from '@sinau/scorm';

/** Every default of the specification. */
export const plainSequencing: Sequencing = {
  controlMode: {
    choice: true,
    choiceExit: true,
    flow: false,
    forwardOnly: false,
    useCurrentAttemptObjectiveInfo: true,
    useCurrentAttemptProgressInfo: true,
  },
  preConditionRules: [],
  exitConditionRules: [],
  postConditionRules: [],
  limitConditions: {},
  rollupRules: {
    rollupObjectiveSatisfied: true,
    rollupProgressCompletion: true,
    objectiveMeasureWeight: 1,
    rules: [],
  },
  objectives: [],
  randomization: { randomizationTiming: 'never', reorderChildren: false, selectionTiming: 'never' },
  deliveryControls: { tracked: true, completionSetByContent: false, objectiveSetByContent: false },
  constrainedChoice: { preventActivation: false, constrainChoice: false },
  rollupConsiderations: {
    requiredForSatisfied: 'always',
    requiredForNotSatisfied: 'always',
    requiredForCompleted: 'always',
    requiredForIncomplete: 'always',
    measureSatisfactionIfActive: true,
  },
};

export function controlled(
  controls: Partial<Sequencing['controlMode']>,
  more: Partial<Sequencing> = {},
): Sequencing {
  return { ...plainSequencing, ...more, controlMode: { ...plainSequencing.controlMode, ...controls } };
}

export function withRollup(rules: readonly RollupRule[]): Pick<Sequencing, 'rollupRules'> {
  return { rollupRules: { ...plainSequencing.rollupRules, rules } };
}

export function item(identifier: string, more: Partial<Item> = {}): Item {
  return {
    identifier,
    title: identifier.toUpperCase(),
    visible: true,
    children: [],
    sharedData: [],
    hiddenControls: [],
    launch: {
      resource: `r-${identifier}`,
      kind: 'sco',
      file: `${identifier}.html`,
      url: `${identifier}.html`,
    },
    ...more,
  };
}

export function cluster(identifier: string, children: readonly Item[], more: Partial<Item> = {}): Item {
  const { launch: _, ...rest } = item(identifier, more);
  return { ...rest, children };
}

export function organization(items: readonly Item[], sequencing?: Sequencing): Organization {
  return {
    identifier: 'org',
    title: 'Kursus',
    items,
    objectivesGlobalToSystem: false,
    sharedDataGlobalToSystem: false,
    ...(sequencing && { sequencing }),
  };
}

const noParts: SharedParts = {
  satisfiedStatus: false,
  normalizedMeasure: false,
  rawScore: false,
  minScore: false,
  maxScore: false,
  completionStatus: false,
  progressMeasure: false,
};

export function primary(more: Partial<SequencingObjective> = {}): SequencingObjective {
  return { primary: true, satisfiedByMeasure: false, minNormalizedMeasure: 1, maps: [], ...more };
}

/** Writes whether it is satisfied to a global objective, or reads it from there. */
export function mapped(target: string, way: 'read' | 'write'): SequencingObjective['maps'][number] {
  const shared = { ...noParts, satisfiedStatus: true };
  return { target, read: way === 'read' ? shared : noParts, write: way === 'write' ? shared : noParts };
}

export function rule<Action>(
  action: Action,
  condition: SequencingRule<Action>['conditions'][number],
): SequencingRule<Action> {
  return { combination: 'all', conditions: [condition], action };
}

/** Nothing was done yet. */
export function itemStart(itemId: string, cmi: CmiTree = {}): ScormItemStart {
  return {
    itemId,
    attempt: 1,
    entry: 'ab-initio',
    seed: { cmi },
    status: { completion: 'not attempted', success: 'unknown' },
    score: {},
  };
}

export function startOf(
  version: ScormStart['version'],
  of: {
    readonly organization: Organization;
    readonly items: readonly ScormItemStart[];
  } & Partial<ScormStart>,
): ScormStart {
  return {
    version,
    courseTitle: { id: 'Kursus' },
    moduleTitle: { id: 'Modul' },
    locale: 'id',
    learner: { id: 'L1', name: 'Contoh, Sri' },
    mode: 'normal',
    run: 1,
    globalObjectives: {},
    commitUrl: 'https://sinau.example/launch/scorm/commit?token=t',
    returnUrl: 'https://sinau.example/courses/1/learn/1/returned',
    commitSeconds: 10,
    ...of,
  };
}

import type {
  Item,
  Organization,
  Sequencing,
  SequencingObjective,
  SequencingRule,
  SharedParts,
} from '@sinau/scorm';
import type {
  ActivitySettings,
  ObjectiveSettings,
  RollupRulesSettings,
  SequencingControlsSettings,
  SequencingRuleSettings,
} from './sequencer-settings.ts';

/**
 * The activity tree that the run-time sequences by, from an organization of SCORM 2004.
 *
 * Time limits stay out: the run-time would refuse to deliver an activity by a guess at how long it will take. Content
 * learns its limit from cmi.max_time_allowed, which the server seeds.
 */
export function activityTreeOf(organization: Organization): ActivitySettings {
  return {
    id: organization.identifier,
    title: organization.title,
    ...(organization.sequencing && sequencingSettings(organization.sequencing)),
    children: organization.items.map(activityOf),
  };
}

function activityOf(item: Item): ActivitySettings {
  const { completionThreshold } = item;
  return {
    id: item.identifier,
    title: item.title,
    isVisible: item.visible,
    ...(item.sequencing && sequencingSettings(item.sequencing)),
    ...(completionThreshold && { completionThreshold: { ...completionThreshold } }),
    hideLmsUi: item.hiddenControls,
    sharedDataMaps: item.sharedData.map(({ targetId, read, write }) => ({
      targetID: targetId,
      readSharedData: read,
      writeSharedData: write,
    })),
    ...(item.children.length > 0 && { children: item.children.map(activityOf) }),
  };
}

function sequencingSettings(sequencing: Sequencing): Partial<ActivitySettings> {
  const primary = sequencing.objectives.find((objective) => objective.primary);
  const others = sequencing.objectives.filter((objective) => objective !== primary);
  const { attemptLimit } = sequencing.limitConditions;
  return {
    ...(attemptLimit !== undefined && { attemptLimit }),
    ...(primary && { primaryObjective: objectiveOf(primary) }),
    objectives: others.map(objectiveOf),
    sequencingControls: controlsOf(sequencing),
    deliveryControls: { ...sequencing.deliveryControls },
    sequencingRules: {
      preConditionRules: sequencing.preConditionRules.map(ruleOf),
      exitConditionRules: sequencing.exitConditionRules.map(ruleOf),
      postConditionRules: sequencing.postConditionRules.map(ruleOf),
    },
    rollupRules: rollupOf(sequencing),
    rollupConsiderations: { ...sequencing.rollupConsiderations },
  };
}

/** Blank, because the run-time needs a name where the manifest has none, and makes no cmi.objectives of a blank one. */
const nameless = ' ';

function objectiveOf(objective: SequencingObjective): ObjectiveSettings {
  return {
    objectiveID: objective.id ?? nameless,
    isPrimary: objective.primary,
    satisfiedByMeasure: objective.satisfiedByMeasure,
    // Known to the run-time it would become cmi.scaled_passing_score, which holds only where the measure decides.
    minNormalizedMeasure: objective.satisfiedByMeasure ? objective.minNormalizedMeasure : null,
    mapInfo: objective.maps.map(({ target, read, write }) => ({
      targetObjectiveID: target,
      ...sharedAs('read', read),
      ...sharedAs('write', write),
    })),
  };
}

function sharedAs(way: 'read' | 'write', parts: SharedParts): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, shared]) => [
      `${way}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      shared,
    ]),
  );
}

function controlsOf({
  controlMode,
  constrainedChoice,
  randomization,
  rollupRules,
}: Sequencing): SequencingControlsSettings {
  return {
    ...controlMode,
    ...constrainedChoice,
    rollupObjectiveSatisfied: rollupRules.rollupObjectiveSatisfied,
    rollupProgressCompletion: rollupRules.rollupProgressCompletion,
    objectiveMeasureWeight: rollupRules.objectiveMeasureWeight,
    selectionTiming: randomization.selectionTiming,
    selectCount: randomization.selectCount ?? null,
    randomizationTiming: randomization.randomizationTiming,
    // Its own `reorderChildren` says that it was done, not that it is wished.
    randomizeChildren: randomization.reorderChildren && randomization.randomizationTiming !== 'never',
  };
}

function ruleOf(rule: SequencingRule<string>): SequencingRuleSettings {
  return {
    action: rule.action,
    conditionCombination: rule.combination,
    conditions: rule.conditions.map(({ condition, not, referencedObjective, measureThreshold }) => ({
      condition,
      ...(not && { operator: 'not' }),
      ...(referencedObjective !== undefined && { referencedObjective }),
      ...(measureThreshold !== undefined && { parameters: { threshold: measureThreshold } }),
    })),
  };
}

function rollupOf({ rollupRules }: Sequencing): RollupRulesSettings {
  return {
    rules: rollupRules.rules.map((rule) => ({
      action: rule.action,
      consideration: rule.childActivitySet,
      minimumCount: rule.minimumCount,
      // A share in the manifest, a percentage in the run-time.
      minimumPercent: rule.minimumPercent * 100,
      conditionCombination: rule.combination,
      conditions: rule.conditions.map(({ condition, not }) => ({
        // Whatever the run-time does not know is false to it, as `never` and the limits of time have to be here.
        condition: condition === 'activityProgressKnown' ? 'progressKnown' : condition,
        operator: not ? 'not' : 'noOp',
      })),
    })),
  };
}

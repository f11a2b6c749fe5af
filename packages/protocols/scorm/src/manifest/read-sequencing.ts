import type { XmlElement } from '@sinau/findings';
import { parseIsoDuration } from '../durations.ts';
import { readObjectives } from './read-objectives.ts';
import { comparableId, readRollupRules, readRules } from './read-sequencing-rules.ts';
import { attributeReader, type Reading, report, writtenAttribute } from './reading.ts';
import {
  postConditionActions,
  preConditionActions,
  rollupRequirements,
  type Sequencing,
  timings,
} from './sequencing-model.ts';
import { childOf, childrenOf } from './xml-element.ts';

/** The sequencings of the manifest's collection by their ID. */
export function readCollection(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const entries = childrenOf(root, 'imsss', 'sequencingCollection')
    .flatMap((collection) => childrenOf(collection, 'imsss', 'sequencing'))
    .flatMap((element): [string, XmlElement][] => {
      const id = writtenAttribute(element, 'ID')?.value;
      return id ? [[id, element]] : [];
    });
  return new Map(entries);
}

/**
 * The sequencing of an item or organization. With an IDRef, what stands in the element itself takes the place of the
 * part of the same name in the collection (SN, sequencing collection).
 */
export function readSequencing(
  owner: XmlElement,
  reading: Reading & { readonly collection: ReadonlyMap<string, XmlElement> },
): Sequencing | undefined {
  const element = childOf(owner, 'imsss', 'sequencing');
  if (!element) return undefined;
  const reference = writtenAttribute(element, 'IDRef');
  const referenced = reference && reading.collection.get(reference.value);
  if (reference && !referenced) {
    report(reading, reference, { code: 'sequencing.reference-unknown', params: { value: reference.value } });
  }
  const part = (name: string) =>
    childOf(element, 'imsss', name) ?? (referenced && childOf(referenced, 'imsss', name));
  const adlPart = (name: string) =>
    childOf(element, 'adlseq', name) ?? (referenced && childOf(referenced, 'adlseq', name));
  const objectives = readObjectives(
    { imsss: partOf({ element, referenced }), adlseq: adlObjectivesOf({ element, referenced }) },
    reading,
  );
  const rules = part('sequencingRules');
  const known = {
    ...reading,
    objectives: new Map(objectives.flatMap(({ id }) => (id === undefined ? [] : [[comparableId(id), id]]))),
  };
  return {
    controlMode: readControlMode(part('controlMode'), reading),
    preConditionRules: readRules(rules, { name: 'preConditionRule', actions: preConditionActions }, known),
    exitConditionRules: readRules(rules, { name: 'exitConditionRule', actions: ['exit'] }, known),
    postConditionRules: readRules(rules, { name: 'postConditionRule', actions: postConditionActions }, known),
    limitConditions: readLimits(part('limitConditions'), reading),
    rollupRules: readRollup(part('rollupRules'), reading),
    objectives,
    randomization: readRandomization(part('randomizationControls'), reading),
    deliveryControls: readDelivery(part('deliveryControls'), reading),
    constrainedChoice: readConstraint(adlPart('constrainedChoiceConsiderations'), reading),
    rollupConsiderations: readConsiderations(adlPart('rollupConsiderations'), reading),
  };
}

interface Sources {
  readonly element: XmlElement;
  readonly referenced: XmlElement | undefined;
}

// Both vocabularies have an element `objectives`, so here the namespace decides.
function partOf({ element, referenced }: Sources): XmlElement | undefined {
  const own = (source: XmlElement | undefined) =>
    source && childrenOf(source, 'imsss', 'objectives').find((child) => !isAdlseq(child));
  return own(element) ?? own(referenced);
}

function adlObjectivesOf({ element, referenced }: Sources): XmlElement | undefined {
  const own = (source: XmlElement | undefined) =>
    source && childrenOf(source, 'adlseq', 'objectives').find(isAdlseq);
  return own(element) ?? own(referenced);
}

function isAdlseq({ namespace }: XmlElement): boolean {
  return namespace.toLowerCase().includes('adlseq');
}

function readControlMode(element: XmlElement | undefined, reading: Reading): Sequencing['controlMode'] {
  const { flag } = attributeReader(element, reading);
  return {
    choice: flag('choice', true),
    choiceExit: flag('choiceExit', true),
    flow: flag('flow', false),
    forwardOnly: flag('forwardOnly', false),
    useCurrentAttemptObjectiveInfo: flag('useCurrentAttemptObjectiveInfo', true),
    useCurrentAttemptProgressInfo: flag('useCurrentAttemptProgressInfo', true),
  };
}

function readLimits(element: XmlElement | undefined, reading: Reading): Sequencing['limitConditions'] {
  const { count, optional } = attributeReader(element, reading);
  const attemptLimit = count('attemptLimit');
  const seconds = optional('attemptAbsoluteDurationLimit', parseIsoDuration);
  return {
    ...(attemptLimit !== undefined && { attemptLimit }),
    ...(seconds !== undefined && { attemptAbsoluteDurationLimitSeconds: seconds }),
  };
}

function readRollup(element: XmlElement | undefined, reading: Reading): Sequencing['rollupRules'] {
  const { flag, number } = attributeReader(element, reading);
  return {
    rollupObjectiveSatisfied: flag('rollupObjectiveSatisfied', true),
    rollupProgressCompletion: flag('rollupProgressCompletion', true),
    objectiveMeasureWeight: number('objectiveMeasureWeight', { min: 0, max: 1, fallback: 1 }),
    rules: readRollupRules(element, reading),
  };
}

function readRandomization(element: XmlElement | undefined, reading: Reading): Sequencing['randomization'] {
  const { flag, count, oneOf } = attributeReader(element, reading);
  const selectCount = count('selectCount');
  return {
    randomizationTiming: oneOf('randomizationTiming', timings, 'never'),
    ...(selectCount !== undefined && { selectCount }),
    reorderChildren: flag('reorderChildren', false),
    selectionTiming: oneOf('selectionTiming', timings, 'never'),
  };
}

function readDelivery(element: XmlElement | undefined, reading: Reading): Sequencing['deliveryControls'] {
  const { flag } = attributeReader(element, reading);
  return {
    tracked: flag('tracked', true),
    completionSetByContent: flag('completionSetByContent', false),
    objectiveSetByContent: flag('objectiveSetByContent', false),
  };
}

function readConstraint(element: XmlElement | undefined, reading: Reading): Sequencing['constrainedChoice'] {
  const { flag } = attributeReader(element, reading);
  return {
    preventActivation: flag('preventActivation', false),
    constrainChoice: flag('constrainChoice', false),
  };
}

function readConsiderations(
  element: XmlElement | undefined,
  reading: Reading,
): Sequencing['rollupConsiderations'] {
  const { flag, oneOf } = attributeReader(element, reading);
  const requirement = (name: string) => oneOf(name, rollupRequirements, 'always');
  return {
    requiredForSatisfied: requirement('requiredForSatisfied'),
    requiredForNotSatisfied: requirement('requiredForNotSatisfied'),
    requiredForCompleted: requirement('requiredForCompleted'),
    requiredForIncomplete: requirement('requiredForIncomplete'),
    measureSatisfactionIfActive: flag('measureSatisfactionIfActive', true),
  };
}

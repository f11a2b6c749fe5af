import type { XmlElement } from '@sinau/findings';
import { attributeReader, parseNumberIn, type Reading, report, writtenAttribute } from './reading.ts';
import {
  childActivitySets,
  combinations,
  type RollupRule,
  rollupActions,
  rollupConditions,
  ruleConditions,
  type SequencingRule,
} from './sequencing-model.ts';
import { childOf, childrenOf } from './xml-element.ts';

interface RuleReading extends Reading {
  /** Ids of the objectives of the activity by their comparable form. */
  readonly objectives: ReadonlyMap<string, string>;
}

/** Ids of objectives are URIs: escaped or not, one space or several, they are the same (ADL's test suite, OB-02a). */
export function comparableId(id: string): string {
  return id.replace(/%20/g, ' ').trim().replace(/\s+/g, ' ');
}

/** Rules of one kind in document order; a rule without condition or action is left out with a warning. */
export function readRules<Action extends string>(
  rules: XmlElement | undefined,
  kind: { readonly name: string; readonly actions: readonly Action[] },
  reading: RuleReading,
): readonly SequencingRule<Action>[] {
  return (rules ? childrenOf(rules, 'imsss', kind.name) : []).flatMap((rule) => {
    const list = childOf(rule, 'imsss', 'ruleConditions');
    const action = readAction(childOf(rule, 'imsss', 'ruleAction'), kind.actions, reading);
    const conditions = list ? childrenOf(list, 'imsss', 'ruleCondition') : [];
    const read = conditions.map((condition) => readCondition(condition, reading));
    const whole = read.filter((condition) => condition !== undefined);
    // With a condition lost the rule would say something else than its author meant.
    if (action === undefined || whole.length === 0 || whole.length < read.length) return [];
    const combination = attributeReader(list, reading).oneOf('conditionCombination', combinations, 'all');
    return { combination, conditions: whole, action };
  });
}

export function readRollupRules(rules: XmlElement | undefined, reading: Reading): readonly RollupRule[] {
  return (rules ? childrenOf(rules, 'imsss', 'rollupRule') : []).flatMap((rule) => {
    const list = childOf(rule, 'imsss', 'rollupConditions');
    const action = readAction(childOf(rule, 'imsss', 'rollupAction'), rollupActions, reading);
    const elements = list ? childrenOf(list, 'imsss', 'rollupCondition') : [];
    const conditions = elements.flatMap((element) => {
      const condition = readWord({ element, name: 'condition' }, rollupConditions, reading);
      return condition === undefined ? [] : { condition, not: isNegated(element, reading) };
    });
    if (action === undefined || conditions.length === 0 || conditions.length < elements.length) return [];
    const { oneOf, number, count } = attributeReader(rule, reading);
    return {
      childActivitySet: oneOf('childActivitySet', childActivitySets, 'all'),
      minimumCount: count('minimumCount') ?? 0,
      minimumPercent: number('minimumPercent', { min: 0, max: 1, fallback: 0 }),
      combination: attributeReader(list, reading).oneOf('conditionCombination', combinations, 'any'),
      conditions,
      action,
    };
  });
}

function readCondition(element: XmlElement, reading: RuleReading) {
  const condition = readWord({ element, name: 'condition' }, ruleConditions, reading);
  if (condition === undefined) return undefined;
  const reference = writtenAttribute(element, 'referencedObjective');
  const named = reference?.value || undefined;
  const referencedObjective = named && (reading.objectives.get(comparableId(named)) ?? named);
  if (reference && named && !reading.objectives.has(comparableId(named))) {
    report(reading, reference, { code: 'sequencing.objective-unknown', params: { value: named } });
  }
  const measureThreshold = attributeReader(element, reading).optional(
    'measureThreshold',
    parseNumberIn(-1, 1),
  );
  return {
    condition,
    not: isNegated(element, reading),
    ...(referencedObjective !== undefined && { referencedObjective }),
    ...(measureThreshold !== undefined && { measureThreshold }),
  };
}

function isNegated(element: XmlElement, reading: Reading): boolean {
  return attributeReader(element, reading).oneOf('operator', ['not', 'noOp'], 'noOp') === 'not';
}

function readAction<Action extends string>(
  element: XmlElement | undefined,
  actions: readonly Action[],
  reading: Reading,
): Action | undefined {
  return element && readWord({ element, name: 'action' }, actions, reading);
}

/** A word that must be there: nothing else could be used for it. */
function readWord<Word extends string>(
  where: { readonly element: XmlElement; readonly name: string },
  words: readonly Word[],
  reading: Reading,
): Word | undefined {
  const written = writtenAttribute(where.element, where.name);
  const word = words.find((known) => known === written?.value);
  if (word === undefined) {
    const params = { name: where.name, value: written?.value ?? '', used: '–' };
    report(reading, written ?? where.element, { code: 'value.invalid', params });
  }
  return word;
}

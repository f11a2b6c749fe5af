import { isQuestionActivity } from '@sinau/delivery';
import type { ActivityDefinition, Result, Statement } from '@sinau/xapi';
import { activityBaseOf } from './delivery-addresses.ts';

/** Their lists are written down, and their options numbered, in an order that is the answer. */
const arranged: readonly (string | undefined)[] = ['matching', 'sequencing'];

/**
 * What is right in a question of a quiz stands in the record store, for item banks and statistics. Content and learners are
 * not shown it: that is for the rules of the quiz to say, in its own review (case C5).
 */
export function createSolutionHider(issuer: string) {
  const base = activityBaseOf(issuer);
  const definitionFor = <Definition extends ActivityDefinition | undefined>(
    activityId: string,
    definition: Definition,
  ): Definition =>
    definition && isQuestionActivity(base, activityId)
      ? (withoutSolution(definition) as Definition)
      : definition;
  /** The very same one where there is nothing to hide. */
  const statementFor = <Kind extends Statement>(statement: Kind): Kind => {
    const { object } = statement;
    if (!('id' in object) || !('definition' in object)) return statement;
    const definition = definitionFor(object.id, object.definition);
    return definition === object.definition ? statement : { ...statement, object: { ...object, definition } };
  };
  /** As `statementFor`, and without how an answer was judged: whoever may try again could find out one by one. */
  const unjudged = <Kind extends Statement>(statement: Kind): Kind => {
    const { object, result } = statement;
    if (!('id' in object) || !result || !isQuestionActivity(base, object.id)) return statementFor(statement);
    const type = 'definition' in object ? object.definition?.interactionType : undefined;
    return { ...statementFor(statement), result: withoutJudgement(result, type) };
  };
  return { definitionFor, statementFor, unjudged };
}

function withoutSolution(definition: ActivityDefinition): ActivityDefinition {
  const { correctResponsesPattern, choices, source, target, ...shown } = definition;
  if (arranged.includes(definition.interactionType)) return shown;
  if (!correctResponsesPattern) return definition;
  return { ...shown, ...(choices && { choices }), ...(source && { source }), ...(target && { target }) };
}

function withoutJudgement(
  { success: _success, score: _score, response, ...rest }: Result,
  type: string | undefined,
): Result {
  return { ...rest, ...(response !== undefined && !arranged.includes(type) && { response }) };
}

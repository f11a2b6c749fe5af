import { isQuestionActivity } from '@sinau/delivery';
import type { ActivityDefinition, Statement } from '@sinau/xapi';
import { activityBaseOf } from './delivery-addresses.ts';

/**
 * What is right in a question of a quiz stands in the record store, for item banks and statistics. Content and learners are
 * not shown it: that is for the rules of the quiz to say, in its own review (case C5).
 */
export function createSolutionHider(issuer: string) {
  const base = activityBaseOf(issuer);
  const definitionFor = <Definition extends ActivityDefinition | undefined>(
    activityId: string,
    definition: Definition,
  ): Definition => {
    if (!definition?.correctResponsesPattern || !isQuestionActivity(base, activityId)) return definition;
    const { correctResponsesPattern: _, ...shown } = definition;
    return shown as Definition;
  };
  /** The very same one where there is nothing to hide. */
  const statementFor = <Kind extends Statement>(statement: Kind): Kind => {
    const { object } = statement;
    if (!('id' in object) || !('definition' in object)) return statement;
    const definition = definitionFor(object.id, object.definition);
    return definition === object.definition ? statement : { ...statement, object: { ...object, definition } };
  };
  return { definitionFor, statementFor };
}

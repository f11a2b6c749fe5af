import { categories, type LaunchData, verbs } from '@sinau/cmi5';
import type {
  Activity,
  ActivityDefinition,
  Agent,
  Context,
  Extensions,
  Result,
  Statement,
} from '@sinau/xapi';

/** What all statements of one session have in common. */
export interface SessionFacts {
  readonly actor: Agent;
  readonly activityId: string;
  readonly registration: string;
  readonly contextTemplate: LaunchData['contextTemplate'];
}

export interface StatementTools {
  readonly facts: SessionFacts;
  readonly now: () => Date;
  /** A fresh UUID. */
  readonly newId: () => string;
}

/** A statement that waits to be stored: id and time are its own from the beginning, so that it can be sent twice. */
export type AuStatement = Statement & { readonly id: string; readonly timestamp: string };

/** A cmi5 defined statement about the AU itself (9.3); `seconds` become the duration that completed and terminated need. */
export function definedStatement(
  tools: StatementTools,
  verb: 'initialized' | 'completed' | 'terminated',
  seconds = 0,
): AuStatement {
  const completed = verb === 'completed';
  const result: Result | undefined =
    verb === 'initialized'
      ? undefined
      : { ...(completed && { completion: true }), duration: isoDuration(seconds) };
  const category = [categories.cmi5, ...(completed ? [categories.moveOn] : [])];
  return build(tools, {
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: tools.facts.activityId },
    category,
    ...(result && { result }),
  });
}

export interface AllowedStatement {
  readonly verb: { readonly id: string; readonly display: string };
  /** The AU itself unless given. */
  readonly object?: Activity;
  /** Of the AU, when it is the object. */
  readonly definition?: ActivityDefinition;
  readonly category?: readonly string[];
  readonly result?: Result;
  readonly extensions?: Extensions;
}

/** A cmi5 allowed statement (9.3): any verb, the context template, and never the category of cmi5. */
export function allowedStatement(tools: StatementTools, parts: AllowedStatement): AuStatement {
  const { verb, object, definition, category = [], result, extensions } = parts;
  const own: Activity = {
    objectType: 'Activity',
    id: tools.facts.activityId,
    ...(definition && { definition }),
  };
  return build(tools, {
    verb: { id: verb.id, display: { en: verb.display } },
    object: object ?? own,
    category,
    ...(result && { result }),
    ...(extensions && { extensions }),
    ...(object && { parent: tools.facts.activityId }),
  });
}

interface Parts {
  readonly verb: Statement['verb'];
  readonly object: Activity;
  readonly category: readonly string[];
  readonly result?: Result;
  readonly extensions?: Extensions;
  readonly parent?: string;
}

function build({ facts, now, newId }: StatementTools, parts: Parts): AuStatement {
  const { verb, object, result } = parts;
  return {
    id: newId(),
    actor: facts.actor,
    verb,
    object,
    ...(result && { result }),
    context: contextOf(facts, parts),
    timestamp: now().toISOString(),
  };
}

/** The template of the LMS with what this statement adds; what the LMS has set is never overwritten (10.2.1). */
function contextOf({ contextTemplate, registration }: SessionFacts, parts: Parts): Context {
  const template: Context = contextTemplate;
  const activities = template.contextActivities ?? {};
  const category = [...listOf(activities.category), ...parts.category.map((id) => ({ id }))];
  const parent = [
    ...listOf(activities.parent),
    ...(parts.parent === undefined ? [] : [{ id: parts.parent }]),
  ];
  return {
    ...template,
    registration,
    contextActivities: {
      ...activities,
      ...(category.length > 0 && { category }),
      ...(parent.length > 0 && { parent }),
    },
    extensions: { ...parts.extensions, ...template.extensions },
  };
}

function listOf(given: Activity | readonly Activity[] | undefined): readonly Activity[] {
  if (given === undefined) return [];
  return 'id' in given ? [given] : given;
}

/** ISO 8601, to the hundredth of a second as xAPI compares durations. */
export function isoDuration(seconds: number): string {
  return `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;
}

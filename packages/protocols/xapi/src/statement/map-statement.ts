import {
  type Activity,
  type Actor,
  type AgentObject,
  type Attachment,
  type Context,
  type ContextActivities,
  contextActivityKinds,
  type Group,
  type Statement,
  type StatementObject,
  type Verb,
} from '../model.ts';

/** How to rewrite the parts of a statement that output formats touch. */
export interface PartMapping {
  readonly actor: (actor: Actor) => Actor;
  readonly verb: (verb: Verb) => Verb;
  readonly activity: (activity: Activity) => Activity;
  readonly attachment: (attachment: Attachment) => Attachment;
}

/** A copy of the statement with every part mapped wherever it stands, SubStatement included; key order is kept. */
export function mapParts<Kind extends Statement>(statement: Kind, mapping: PartMapping): Kind {
  return mapBase(statement, mapping);
}

function mapBase<Kind extends Statement>(base: Kind, mapping: PartMapping): Kind {
  return {
    ...base,
    actor: mapping.actor(base.actor),
    verb: mapping.verb(base.verb),
    object: mapObject(base.object, mapping),
    ...(base.context && { context: mapContext(base.context, mapping) }),
    ...(base.authority && { authority: mapping.actor(base.authority) }),
    ...(base.attachments && { attachments: base.attachments.map(mapping.attachment) }),
  };
}

function mapObject(object: StatementObject, mapping: PartMapping): StatementObject {
  switch (object.objectType) {
    case 'StatementRef':
      return object;
    case 'Agent':
    case 'Group':
      // The kind of actor stays what it was, which the mapping's type cannot say.
      return mapping.actor(object) as AgentObject | Group;
    case 'SubStatement':
      return mapBase(object, mapping);
    default:
      return mapping.activity(object);
  }
}

function mapContext(context: Context, mapping: PartMapping): Context {
  const actor = <Kind extends Actor>(given: Kind) => mapping.actor(given) as Kind;
  return {
    ...context,
    ...(context.instructor && { instructor: actor(context.instructor) }),
    ...(context.team && { team: actor(context.team) }),
    ...(context.contextAgents && {
      contextAgents: context.contextAgents.map((item) => ({ ...item, agent: actor(item.agent) })),
    }),
    ...(context.contextGroups && {
      contextGroups: context.contextGroups.map((item) => ({ ...item, group: actor(item.group) })),
    }),
    ...(context.contextActivities && {
      contextActivities: mapContextActivities(context.contextActivities, mapping),
    }),
  };
}

function mapContextActivities(given: ContextActivities, mapping: PartMapping): ContextActivities {
  const mapped: { -readonly [kind in keyof ContextActivities]: readonly Activity[] } = {};
  for (const kind of contextActivityKinds) {
    const list = given[kind];
    if (list !== undefined) mapped[kind] = [list].flat().map(mapping.activity);
  }
  return mapped;
}

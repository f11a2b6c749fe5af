import {
  type Activity,
  type Actor,
  type Context,
  contextActivityKinds,
  type Statement,
  type SubStatement,
} from '../model.ts';
import { voidedVerb } from '../validation/statement.ts';
import { identityOf } from './identity.ts';

/** What a filter can find a statement by; each list without repetitions, in order of appearance. */
export interface Targets {
  /** Matched by the plain filter. */
  readonly direct: readonly string[];
  /** Matched only by the `related_…` filter; never holds what is in `direct`. */
  readonly related: readonly string[];
}

/**
 * Identities (`identityOf`) of the agents in a statement. Direct: actor and object with the members of groups there.
 * Related: authority, instructor, team, context agents and groups, and all of these in a SubStatement.
 */
export function agentsIn(statement: Statement): Targets {
  const direct = new Set<string>();
  addActor(direct, statement.actor);
  addActor(direct, actorAsObject(statement));
  const related = new Set<string>();
  addActor(related, statement.authority);
  addContextAgents(related, statement.context);
  const inner = subStatementOf(statement);
  if (inner) {
    addActor(related, inner.actor);
    addActor(related, actorAsObject(inner));
    addContextAgents(related, inner.context);
  }
  return split(direct, related);
}

/** Ids of the Activities in a statement. Direct: the object. Related: context activities, and a SubStatement's both. */
export function activitiesIn(statement: Statement): Targets {
  const direct = new Set<string>();
  const object = activityAsObject(statement);
  if (object) direct.add(object.id);
  const related = new Set<string>();
  addContextActivities(related, statement.context);
  const inner = subStatementOf(statement);
  if (inner) {
    const innerObject = activityAsObject(inner);
    if (innerObject) related.add(innerObject.id);
    addContextActivities(related, inner.context);
  }
  return split(direct, related);
}

/** Every Activity object of a statement that carries a definition, for the store's canonical definitions. */
export function describedActivities(statement: Statement): readonly Activity[] {
  const inner = subStatementOf(statement);
  const all = [
    activityAsObject(statement),
    ...contextActivitiesOf(statement.context),
    ...(inner ? [activityAsObject(inner), ...contextActivitiesOf(inner.context)] : []),
  ];
  return all.filter((activity) => activity?.definition !== undefined) as readonly Activity[];
}

/** Lower-case registration of the statement itself; a SubStatement's does not count. */
export function registrationOf(statement: Statement): string | undefined {
  return statement.context?.registration?.toLowerCase();
}

export function verbOf(statement: Statement): string {
  return statement.verb.id;
}

/** True for a statement that voids the one it refers to. */
export function isVoiding(statement: Statement): boolean {
  return statement.verb.id === voidedVerb && targetOf(statement) !== undefined;
}

/** Lower-case id of the statement that this one refers to as its object. */
export function targetOf(statement: Statement): string | undefined {
  const { object } = statement;
  return object.objectType === 'StatementRef' ? object.id.toLowerCase() : undefined;
}

export function subStatementOf(statement: Statement): SubStatement | undefined {
  return statement.object.objectType === 'SubStatement' ? statement.object : undefined;
}

/** The activities of one context, each kind's list or lone activity. */
export function contextActivitiesOf(context: Context | undefined): readonly Activity[] {
  const given = context?.contextActivities;
  if (!given) return [];
  return contextActivityKinds.flatMap((kind) => given[kind] ?? []);
}

type WithObject = Pick<Statement, 'object'> | Pick<SubStatement, 'object'>;

function actorAsObject({ object }: WithObject): Actor | undefined {
  return object.objectType === 'Agent' || object.objectType === 'Group' ? object : undefined;
}

function activityAsObject({ object }: WithObject): Activity | undefined {
  return object.objectType === undefined || object.objectType === 'Activity' ? object : undefined;
}

function addActor(into: Set<string>, actor: Actor | undefined): void {
  if (!actor) return;
  const identity = identityOf(actor);
  if (identity !== undefined) into.add(identity);
  if (actor.objectType !== 'Group') return;
  for (const member of actor.member ?? []) addActor(into, member);
}

function addContextAgents(into: Set<string>, context: Context | undefined): void {
  if (!context) return;
  addActor(into, context.instructor);
  addActor(into, context.team);
  for (const { agent } of context.contextAgents ?? []) addActor(into, agent);
  for (const { group } of context.contextGroups ?? []) addActor(into, group);
}

function addContextActivities(into: Set<string>, context: Context | undefined): void {
  for (const { id } of contextActivitiesOf(context)) into.add(id);
}

function split(direct: ReadonlySet<string>, related: ReadonlySet<string>): Targets {
  return { direct: [...direct], related: [...related].filter((target) => !direct.has(target)) };
}

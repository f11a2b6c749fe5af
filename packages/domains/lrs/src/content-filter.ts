import {
  type Actor,
  activitiesIn,
  agentsIn,
  canonicalJson,
  identityOf,
  parseTimestamp,
  registrationOf,
  type Statement,
  type StatementFilter,
  type Targets,
  verbOf,
} from '@sinau/xapi';

/** The part of a filter that a referring statement can meet through its target. */
export interface ContentFilter {
  /** `identityOf` the agent; an agent without identity matches nothing. */
  readonly agent?: string;
  readonly relatedAgents: boolean;
  readonly verb?: string;
  readonly activity?: string;
  readonly relatedActivities: boolean;
  readonly registration?: string;
}

/** A filter as stores take it: content apart from time, time as whole milliseconds. */
export interface StoreFilter extends ContentFilter {
  /** stored > this. */
  readonly sinceMs?: number;
  /** stored <= this. */
  readonly untilMs?: number;
  readonly ascending: boolean;
}

const nobody = '|';

export function toStoreFilter(filter: StatementFilter): StoreFilter {
  const { agent, verb, activity, registration, since, until } = filter;
  return {
    ...(agent && { agent: identityOf(agent) ?? nobody }),
    ...(verb !== undefined && { verb }),
    ...(activity !== undefined && { activity }),
    ...(registration !== undefined && { registration: registration.toLowerCase() }),
    ...(since !== undefined && { sinceMs: instantOf(since) }),
    ...(until !== undefined && { untilMs: instantOf(until) }),
    relatedAgents: filter.relatedAgents,
    relatedActivities: filter.relatedActivities,
    ascending: filter.ascending,
  };
}

/** True when the statement itself meets every content filter; its references are not looked at. */
export function matchesContent(statement: Statement, filter: ContentFilter): boolean {
  const { agent, verb, activity, registration } = filter;
  if (verb !== undefined && verbOf(statement) !== verb) return false;
  if (registration !== undefined && registrationOf(statement) !== registration) return false;
  if (agent !== undefined && !holds(agentsIn(statement), agent, filter.relatedAgents)) return false;
  return activity === undefined || holds(activitiesIn(statement), activity, filter.relatedActivities);
}

/** One text for an authority, also for one without identity (an OAuth consumer and its user). */
export function authorityKey(authority: Actor): string {
  return identityOf(authority) ?? canonicalJson(authority);
}

function holds(targets: Targets, wanted: string, related: boolean): boolean {
  return targets.direct.includes(wanted) || (related && targets.related.includes(wanted));
}

/** Statements are stored at whole milliseconds, so that finer digits of a bound change nothing once cut off. */
function instantOf(timestamp: string): number {
  return parseTimestamp(timestamp, '1.0.3') ?? Date.parse(timestamp);
}

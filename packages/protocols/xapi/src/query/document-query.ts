import type { Actor, XapiVersion } from '../model.ts';
import type { Refused } from '../parse-statement.ts';
import {
  actorParameter,
  iriParameter,
  type QueryParameters,
  type Reading,
  readParameters,
  required,
  textParameter,
  timestampParameter,
  uuidParameter,
} from './parameters.ts';

/** Whose documents: the part of a document's address above its own id. */
export type DocumentOwner =
  | {
      readonly resource: 'state';
      readonly activityId: string;
      readonly agent: Actor;
      /** Lower case. */
      readonly registration?: string;
    }
  | { readonly resource: 'agent-profile'; readonly agent: Actor }
  | { readonly resource: 'activity-profile'; readonly activityId: string };

/** One document, or all of an owner. */
export type DocumentQuery =
  | { readonly kind: 'one'; readonly owner: DocumentOwner; readonly documentId: string }
  | {
      readonly kind: 'many';
      readonly owner: DocumentOwner;
      /** Only documents updated after this instant (ISO 8601 UTC). */
      readonly since?: string;
    };

export type DocumentMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

const parametersOf = {
  state: { owner: ['activityId', 'agent', 'registration'], id: 'stateId' },
  'agent-profile': { owner: ['agent'], id: 'profileId' },
  'activity-profile': { owner: ['activityId'], id: 'profileId' },
} as const;

/**
 * Reads the parameters of the State, Agent Profile or Activity Profile resource. Without an id GET lists; DELETE
 * without an id clears, for State alone; PUT and POST need one.
 */
export function parseDocumentQuery(
  parameters: QueryParameters,
  request: {
    readonly version: XapiVersion;
    readonly resource: DocumentOwner['resource'];
    readonly method: DocumentMethod;
  },
): { readonly ok: true; readonly query: DocumentQuery } | Refused {
  const { resource, method, version } = request;
  const names = parametersOf[resource];
  const known = [...names.owner, names.id, ...(method === 'GET' ? ['since'] : [])];
  const reading = readParameters(parameters, { version, known });
  const owner = readOwner(reading, resource);
  const many =
    !reading.values.has(names.id) && (method === 'GET' || (method === 'DELETE' && resource === 'state'));
  if (!many) required(reading, names.id);
  const documentId = textParameter(reading, names.id) ?? '';
  const since = timestampParameter(reading, 'since');
  if (reading.issues.length > 0 || !owner) return { ok: false, issues: reading.issues };
  return {
    ok: true,
    query: many
      ? { kind: 'many', owner, ...(since !== undefined && { since }) }
      : { kind: 'one', owner, documentId },
  };
}

/** Reads `agent` of GET /agents. */
export function parseAgentsQuery(
  parameters: QueryParameters,
  version: XapiVersion,
): { readonly ok: true; readonly agent: Actor } | Refused {
  const reading = readParameters(parameters, { version, known: ['agent'] });
  required(reading, 'agent');
  const agent = actorParameter(reading, 'agent');
  return agent && reading.issues.length === 0 ? { ok: true, agent } : { ok: false, issues: reading.issues };
}

/** Reads `activityId` of GET /activities. */
export function parseActivitiesQuery(
  parameters: QueryParameters,
  version: XapiVersion,
): { readonly ok: true; readonly activityId: string } | Refused {
  const reading = readParameters(parameters, { version, known: ['activityId'] });
  required(reading, 'activityId');
  const activityId = iriParameter(reading, 'activityId');
  return activityId !== undefined && reading.issues.length === 0
    ? { ok: true, activityId }
    : { ok: false, issues: reading.issues };
}

/** Reads `statementId` of PUT /statements. */
export function parsePutStatementQuery(
  parameters: QueryParameters,
  version: XapiVersion,
): { readonly ok: true; readonly statementId: string } | Refused {
  const reading = readParameters(parameters, { version, known: ['statementId'] });
  required(reading, 'statementId');
  const statementId = uuidParameter(reading, 'statementId');
  return statementId !== undefined && reading.issues.length === 0
    ? { ok: true, statementId }
    : { ok: false, issues: reading.issues };
}

function readOwner(reading: Reading, resource: DocumentOwner['resource']): DocumentOwner | undefined {
  const needsActivity = resource !== 'agent-profile';
  const needsAgent = resource !== 'activity-profile';
  if (needsActivity) required(reading, 'activityId');
  if (needsAgent) required(reading, 'agent');
  const activityId = iriParameter(reading, 'activityId');
  const agent = actorParameter(reading, 'agent');
  const registration = uuidParameter(reading, 'registration');
  if (resource === 'state' && activityId !== undefined && agent) {
    return { resource, activityId, agent, ...(registration !== undefined && { registration }) };
  }
  if (resource === 'agent-profile' && agent) return { resource, agent };
  if (resource === 'activity-profile' && activityId !== undefined) return { resource, activityId };
  return undefined;
}

import type { Actor, XapiVersion } from '../model.ts';
import type { Refused } from '../parse-statement.ts';
import {
  actorParameter,
  booleanParameter,
  countParameter,
  fail,
  iriParameter,
  type QueryParameters,
  type Reading,
  readParameters,
  timestampParameter,
  uuidParameter,
} from './parameters.ts';

export type StatementFormat = 'ids' | 'exact' | 'canonical';

/** How the answer is written, whatever it holds. */
export interface StatementOutput {
  readonly format: StatementFormat;
  /** Multipart with attachment data rather than JSON alone. */
  readonly attachments: boolean;
}

export interface StatementFilter {
  /** An Agent or Identified Group. */
  readonly agent?: Actor;
  readonly verb?: string;
  readonly activity?: string;
  /** Lower case. */
  readonly registration?: string;
  readonly relatedAgents: boolean;
  readonly relatedActivities: boolean;
  /** stored > since; ISO 8601 UTC with at least milliseconds. */
  readonly since?: string;
  /** stored <= until. */
  readonly until?: string;
  readonly ascending: boolean;
  /** 0: as many as the store gives at most. */
  readonly limit: number;
}

export type StatementQuery =
  | ({
      readonly kind: 'single';
      /** Lower case. */
      readonly statementId: string;
      /** True: only a voided statement answers; false: only one that is not. */
      readonly voided: boolean;
    } & StatementOutput)
  | ({ readonly kind: 'list'; readonly filter: StatementFilter } & StatementOutput);

const known = [
  'statementId',
  'voidedStatementId',
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'format',
  'attachments',
  'ascending',
] as const;

const withSingle: readonly string[] = ['statementId', 'voidedStatementId', 'format', 'attachments'];

/** Reads the parameters of GET /statements. */
export function parseStatementQuery(
  parameters: QueryParameters,
  version: XapiVersion,
): { readonly ok: true; readonly query: StatementQuery } | Refused {
  const reading = readParameters(parameters, { version, known });
  const output = { format: formatParameter(reading), attachments: booleanParameter(reading, 'attachments') };
  const single = readSingle(reading);
  const query: StatementQuery = single
    ? { kind: 'single', ...single, ...output }
    : { kind: 'list', filter: readFilter(reading), ...output };
  return reading.issues.length === 0 ? { ok: true, query } : { ok: false, issues: reading.issues };
}

function readSingle(
  reading: Reading,
): { readonly statementId: string; readonly voided: boolean } | undefined {
  const { values } = reading;
  const voided = values.has('voidedStatementId');
  if (!voided && !values.has('statementId')) return undefined;
  if (voided && values.has('statementId')) {
    fail(reading, 'voidedStatementId', {
      message: 'cannot stand beside statementId',
      requirement: 'XAPI-00165',
    });
  }
  for (const name of values.keys()) {
    if (!withSingle.includes(name)) {
      fail(reading, name, {
        message: 'cannot stand beside statementId or voidedStatementId',
        requirement: 'XAPI-00165',
      });
    }
  }
  const statementId = uuidParameter(reading, voided ? 'voidedStatementId' : 'statementId') ?? '';
  return { statementId, voided };
}

function readFilter(reading: Reading): StatementFilter {
  const agent = actorParameter(reading, 'agent');
  const verb = iriParameter(reading, 'verb');
  const activity = iriParameter(reading, 'activity');
  const registration = uuidParameter(reading, 'registration');
  const since = timestampParameter(reading, 'since');
  const until = timestampParameter(reading, 'until');
  return {
    ...(agent && { agent }),
    ...(verb !== undefined && { verb }),
    ...(activity !== undefined && { activity }),
    ...(registration !== undefined && { registration }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    relatedAgents: booleanParameter(reading, 'related_agents'),
    relatedActivities: booleanParameter(reading, 'related_activities'),
    ascending: booleanParameter(reading, 'ascending'),
    limit: countParameter(reading, 'limit') ?? 0,
  };
}

function formatParameter(reading: Reading): StatementFormat {
  const value = reading.values.get('format') ?? 'exact';
  if (value === 'ids' || value === 'exact' || value === 'canonical') return value;
  fail(reading, 'format', { message: 'must be ids, exact or canonical' });
  return 'exact';
}

import type {
  Activity,
  Actor,
  Context,
  Statement,
  StatementBase,
  StatementObject,
  StoredStatement,
  SubStatement,
  XapiVersion,
} from '../model.ts';
import { contextActivityKinds } from '../model.ts';
import { toUtcTimestamp } from '../syntax/timestamp.ts';

/** What the store decides about a statement. */
export interface StorageStamp {
  /** Used when the client gave no id. */
  readonly id: string;
  /** ISO 8601 UTC with milliseconds; replaces whatever was sent. */
  readonly stored: string;
  /** Replaces whatever was sent. */
  readonly authority: Actor;
  /** Version of the request that brought the statement. */
  readonly version: XapiVersion;
}

/**
 * The statement as it is kept and answered: id, stored, authority, timestamp and version set, UUIDs in lower case,
 * lone context activities as lists. A statement's own `version` is kept as received. 2.0 timestamps become UTC;
 * everything else stays exactly as sent.
 */
export function prepareForStorage(statement: Statement, stamp: StorageStamp): StoredStatement {
  return {
    ...prepareBase(statement, stamp.version),
    id: (statement.id ?? stamp.id).toLowerCase(),
    object: prepareObject(statement.object, stamp.version),
    timestamp: prepareTimestamp(statement.timestamp, stamp.version) ?? stamp.stored,
    stored: stamp.stored,
    authority: stamp.authority,
    version: statement.version ?? (stamp.version === '2.0.0' ? '2.0.0' : '1.0.0'),
  };
}

function prepareBase<Kind extends StatementBase>(base: Kind, version: XapiVersion): Kind {
  const timestamp = prepareTimestamp(base.timestamp, version);
  return {
    ...base,
    ...(base.context && { context: prepareContext(base.context) }),
    ...(timestamp !== undefined && { timestamp }),
  };
}

function prepareTimestamp(timestamp: string | undefined, version: XapiVersion): string | undefined {
  if (timestamp === undefined || version === '1.0.3') return timestamp;
  return toUtcTimestamp(timestamp, version) ?? timestamp;
}

function prepareObject(object: StatementObject, version: XapiVersion): StatementObject {
  if (object.objectType === 'StatementRef') return { ...object, id: object.id.toLowerCase() };
  if (object.objectType !== 'SubStatement') return object;
  const inner: SubStatement = prepareBase(object, version);
  return inner.object.objectType === 'StatementRef'
    ? { ...inner, object: { ...inner.object, id: inner.object.id.toLowerCase() } }
    : inner;
}

function prepareContext(context: Context): Context {
  const { registration, statement, contextActivities } = context;
  const lists: Partial<Record<(typeof contextActivityKinds)[number], readonly Activity[]>> = {};
  for (const kind of contextActivities ? contextActivityKinds : []) {
    const given = contextActivities?.[kind];
    if (given !== undefined) lists[kind] = [given].flat();
  }
  return {
    ...context,
    ...(registration !== undefined && { registration: registration.toLowerCase() }),
    ...(statement && { statement: { ...statement, id: statement.id.toLowerCase() } }),
    ...(contextActivities && { contextActivities: lists }),
  };
}

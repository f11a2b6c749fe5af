import { uuidOfParts } from '@sinau/kernel';
import { readResultStatement } from '@sinau/rostering/xapi';
import type { Statement } from '@sinau/xapi';
import { type Connection, connectionIdSchema } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import { openSecrets, type SecretBox } from '../secrets.ts';
import { CredentialsInvalid, StatementConflict } from './errors.ts';
import { type NoteReceivedDeps, noteReceived } from './note-received.ts';
import { type TakeDeps, takeMany } from './take-many.ts';

export interface TakeStatementsDeps extends TakeDeps, NoteReceivedDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly box: Pick<SecretBox, 'open'>;
}

/**
 * The connection whose LMS is speaking: Basic credentials of its id and its secret, for a day after a change also of the old one.
 * Throws `CredentialsInvalid` alike for a connection that is not there, one of another kind, and a secret that is not right.
 */
export async function senderOfStatements(
  deps: Pick<TakeStatementsDeps, 'connections' | 'box' | 'clock' | 'digest'>,
  caller: {
    readonly connectionId: string;
    /** Undefined where none came, or none that could be read. */
    readonly given: { readonly key: string; readonly secret: string } | undefined;
  },
): Promise<Connection> {
  const { given } = caller;
  const id = connectionIdSchema.safeParse(caller.connectionId);
  if (!given || !id.success || given.key.toLowerCase() !== id.data) throw new CredentialsInvalid();
  const connection = await deps.connections.find(id.data);
  if (connection?.kind !== 'xapi') throw new CredentialsInvalid();
  const opened = await openSecrets(deps.box, connection);
  if (!opened) throw new CredentialsInvalid();
  const { current, previous } = opened;
  const isOldRight = previous !== undefined && Date.parse(previous.until) > deps.clock.now().getTime();
  const right = [current, ...(isOldRight ? [previous.secret] : [])];
  // Hashes are compared: how long that takes says nothing of the secret.
  const hash = deps.digest.sha256(given.secret);
  if (!right.some((one) => deps.digest.sha256(one) === hash)) throw new CredentialsInvalid();
  return connection;
}

const namespace = '3d9f6a52-7c0b-4a51-8f4e-5b1c3a9e7d20';

/**
 * Takes what checked statements say of learners in courses; everything else is dropped and counted. One id each, in order: its own, or
 * one made of what it says, so that a batch sent twice has the same. Throws `StatementConflict`, when all others have been taken.
 */
export async function takeStatements(
  deps: TakeStatementsDeps,
  given: {
    readonly connection: Connection;
    readonly statements: readonly Statement[];
    /** Each of them as it was sent, in the same order. */
    readonly texts: readonly string[];
  },
): Promise<readonly string[]> {
  const { connection, statements, texts } = given;
  const { connectionId, providerId } = connection;
  const receivedAt = deps.clock.now().toISOString();
  const from = {
    ...{ providerId, source: 'xapi' as const },
    connectionId: connection.xapi?.beside ?? connectionId,
  };
  let results = 0;
  let contradicts = false;
  for (const [index, statement] of statements.entries()) {
    const read = readResultStatement(statement, receivedAt);
    if (!read) continue;
    const sent = { text: texts[index] ?? '', contentType: 'application/json' };
    const items = await takeMany(deps, {
      ...from,
      saidAt: receivedAt,
      before: index,
      results: read.map((result) => ({ result, sent })),
    });
    if (items.some(({ outcome }) => outcome !== 'refused')) results += 1;
    contradicts ||= items.some(({ outcome }) => outcome === 'contradicts');
  }
  await noteReceived(deps, connectionId, ({ statements: known }) => ({
    statements: {
      results: (known?.results ?? 0) + results,
      others: (known?.others ?? 0) + statements.length - results,
    },
  }));
  if (contradicts) throw new StatementConflict();
  return statements.map(
    ({ id, ...said }) => id ?? uuidOfParts(deps.digest, namespace, [connectionId, JSON.stringify(said)]),
  );
}

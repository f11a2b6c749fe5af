import { InvalidInput, jsonElements, parseStrictJson } from '@sinau/kernel';
import { type Connection, connectionIdSchema } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import { openSecrets, type SecretBox } from '../secrets.ts';
import { SignatureInvalid } from './errors.ts';
import { type NoteReceivedDeps, noteReceived } from './note-received.ts';
import type { SentPayload } from './sent-payload.ts';
import { messageSchema, resultsIn } from './sent-results.ts';
import { type RefusedResult, type TakeDeps, takeMany } from './take-many.ts';

/** Checks a signature after Standard Webhooks 1.0. */
export interface MessageVerifier {
  /** True when one of the signatures was made with one of the secrets (`whsec_…`), of the body to the letter. */
  verify(message: {
    readonly secrets: readonly string[];
    readonly id: string;
    readonly timestamp: string;
    readonly body: string;
    /** `v1,<base64>`, several apart by spaces. */
    readonly signatures: string;
  }): boolean;
}

export interface TakeMessageDeps extends TakeDeps, NoteReceivedDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly box: Pick<SecretBox, 'open'>;
  readonly verifier: MessageVerifier;
}

export interface SignedMessage {
  readonly connectionId: string;
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signatures: string | undefined;
  readonly contentType: string;
  /** As it came, to the letter. */
  readonly body: string;
}

/** What became of one item of a message. */
export interface ItemAnswer {
  readonly outcome: 'taken' | 'duplicate' | 'contradicts' | 'refused';
  readonly reason?: RefusedResult | 'shape-invalid';
}

/** Seconds that the clock of the sender may be off, to either side. */
const toleranceSeconds = 300;
const longestId = 200;

/**
 * Takes the results of one signed message of a provider. The same message again is answered as duplicates. Throws
 * `SignatureInvalid` alike for a connection that is not there, one that takes no messages, and a signature that is not right.
 */
export async function takeMessage(
  deps: TakeMessageDeps,
  message: SignedMessage,
): Promise<readonly ItemAnswer[]> {
  const connection = await senderOf(deps, message);
  const parsed = parseStrictJson(message.body);
  if (!parsed.ok) throw new InvalidInput('The body is not usable JSON.', { issues: [parsed.issue] });
  const read = messageSchema.safeParse(parsed.value);
  if (!read.success) {
    const issue = { path: '/results', message: 'must be an array of 1 to 100 results' };
    throw new InvalidInput('The body has another shape.', { issues: [issue] });
  }
  // One item a result: the others of a message are about other people.
  const saidAt = deps.clock.now().toISOString();
  const texts = jsonElements(message.body, ['results']) ?? [];
  const answers: ItemAnswer[] = [];
  for (const [index, item] of read.data.results.entries()) {
    const where = `${message.id} /results/${index}`;
    const sent = { text: texts[index] ?? '', contentType: message.contentType, where };
    answers.push(
      await takeItem(deps, connection, {
        item,
        sent,
        fallbackId: `${message.id}:${index}`,
        saidAt,
        before: index,
      }),
    );
  }
  await noteReceived(deps, connection.connectionId);
  return answers;
}

async function senderOf(deps: TakeMessageDeps, message: SignedMessage): Promise<Connection> {
  const { id, timestamp, signatures, body } = message;
  if (!id || id.length > longestId || !timestamp || !signatures) throw new SignatureInvalid();
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const nowMs = deps.clock.now().getTime();
  // Before anything is opened: an old message costs nothing.
  if (!(Math.abs(nowMs / 1000 - seconds) <= toleranceSeconds)) throw new SignatureInvalid('time');
  const connectionId = connectionIdSchema.safeParse(message.connectionId);
  const connection = connectionId.success ? await deps.connections.find(connectionId.data) : undefined;
  // The secret of other kinds is no signing key.
  if (connection?.kind !== 'webhook') throw new SignatureInvalid();
  const opened = await openSecrets(deps.box, connection);
  if (!opened) throw new SignatureInvalid();
  const { current, previous } = opened;
  const old = previous && Date.parse(previous.until) > nowMs ? [previous.secret] : [];
  const isSigned = deps.verifier.verify({ secrets: [current, ...old], id, timestamp, body, signatures });
  if (!isSigned) throw new SignatureInvalid();
  return connection;
}

async function takeItem(
  deps: TakeDeps,
  { connectionId, providerId }: Connection,
  {
    item,
    saidAt,
    before,
    ...from
  }: {
    readonly item: unknown;
    readonly fallbackId: string;
    readonly sent: SentPayload;
    readonly saidAt: string;
    readonly before: number;
  },
): Promise<ItemAnswer> {
  const results = resultsIn(item, from);
  if (!results) return { outcome: 'refused', reason: 'shape-invalid' };
  const taken = await takeMany(deps, {
    providerId,
    connectionId,
    source: 'webhook',
    saidAt,
    before,
    results,
  });
  const [first] = taken;
  // Of several kinds that are said in one item, what is worst is answered.
  const worst =
    taken.find(({ outcome }) => outcome === 'refused') ??
    taken.find(({ outcome }) => outcome === 'contradicts') ??
    taken.find(({ outcome }) => outcome === 'taken') ??
    first;
  return worst ?? { outcome: 'refused', reason: 'shape-invalid' };
}

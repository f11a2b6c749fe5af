import type { Clock } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import { comparableForm } from '@sinau/xapi';
import type { Attachment, Statement } from '@xapi/xapi';
import type { Line } from '../line.ts';
import type { Delivery, Sent, StatementRecords, TestAnswer } from '../ports.ts';
import type { LrsReceiver } from '../subscription.ts';
import { type AccessTokens, NoToken } from './access-tokens.ts';
import { readAnswer, readFailure } from './answers.ts';
import { type LrsAccess, LrsAnswered, openLrs } from './lrs-client.ts';

export interface LrsCourierDeps {
  readonly outbound: Outbound;
  readonly tokens: AccessTokens;
  readonly records: StatementRecords;
  readonly clock: Clock;
}

type LrsDelivery = Delivery & { readonly receiver: LrsReceiver };

/** One statement on its way, with the lines that ask for it: a void and its voiding statement are one. */
interface Parcel {
  readonly statement: Statement;
  readonly lines: readonly Line[];
  /** Data of attachments, at the place of their metadata; holes where the store has none. */
  readonly data: readonly (ArrayBuffer | undefined)[];
}

/** After so many failures in a row of single statements the receiver is to blame. */
const failuresApart = 2;

/**
 * Sends statements under their own ids, so that a repeat changes nothing. A batch that is refused is halved until the
 * statement is found that is not wanted; those with attachments go alone, in multipart. Voids go as voiding statements.
 */
export async function sendStatements(deps: LrsCourierDeps, delivery: LrsDelivery): Promise<readonly Sent[]> {
  const results = new Map<string, Sent>();
  const parcels = await pack(deps, delivery, results);
  const post = poster(deps, delivery);
  const plain = parcels.filter(({ data }) => data.length === 0);
  const heavy = parcels.filter(({ data }) => data.length > 0);
  const sent = delivery.apart
    ? await sendApart(post, parcels)
    : [...(await sendHalving(post, plain)), ...(await sendApart(post, heavy))];
  const order = delivery.apart ? parcels : [...plain, ...heavy];
  for (const [n, { lines }] of order.entries()) {
    for (const line of lines) results.set(line.key, sent[n] ?? { outcome: 'skipped' });
  }
  return delivery.lines.map(({ key }) => results.get(key) ?? { outcome: 'skipped' });
}

/** Asks for something small, with the credentials. */
export async function testLrs(deps: LrsCourierDeps, access: LrsAccess): Promise<TestAnswer> {
  const begun = deps.clock.now().getTime();
  const result = await answerOf(deps, access, async () => {
    const lrs = await openLrs(deps, access);
    const { status } = await lrs.getStatements({ limit: 1 });
    return status;
  });
  const milliseconds = deps.clock.now().getTime() - begun;
  if (result.outcome === 'delivered') return { ok: true, status: result.status, milliseconds };
  const { reason, status } = result;
  return { ok: false, reason, milliseconds, ...(status !== undefined && { status }) };
}

/** What is not there any more is noted in `results`. */
async function pack(
  { records }: LrsCourierDeps,
  { lines, subscription }: LrsDelivery,
  results: Map<string, Sent>,
): Promise<readonly Parcel[]> {
  const { ownerId } = subscription;
  const parcels = new Map<string, Parcel>();
  for (const line of lines) {
    if (line.kind === 'erase' || line.kind === 'event') {
      results.set(line.key, { outcome: 'skipped' });
      continue;
    }
    const json =
      line.kind === 'statement'
        ? line.json
        : await records.voiding(ownerId, { id: line.voidedBy, target: line.id });
    if (json === undefined) {
      results.set(line.key, { outcome: 'refused', reason: 'missing' });
      continue;
    }
    const statement = outgoing(json);
    const id = statement.id ?? line.key;
    const before = parcels.get(id);
    const data = before?.data ?? (await attachmentsOf(records, statement));
    parcels.set(id, { statement, data, lines: [...(before?.lines ?? []), line] });
  }
  return [...parcels.values()];
}

/** `stored`, `authority` and `version` are the receiver's to set (xAPI 1.0.3 Data 2.4.8 to 2.4.10); the rest is as stored. */
function outgoing(json: string): Statement {
  const { stored: _s, authority: _a, version: _v, ...statement } = JSON.parse(json);
  return statement as Statement;
}

async function attachmentsOf(
  records: StatementRecords,
  statement: Statement,
): Promise<readonly (ArrayBuffer | undefined)[]> {
  const declared: readonly Attachment[] = statement.attachments ?? [];
  const statementId = statement.id ?? '';
  const found = await Promise.all(
    declared.map(({ sha2 }) => records.attachment({ sha2: sha2.toLowerCase(), statementId })),
  );
  return found.some((bytes) => bytes !== undefined) ? found.map((bytes) => bytes && bufferOf(bytes)) : [];
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

type Post = (parcels: readonly Parcel[]) => Promise<Sent>;

function poster(deps: LrsCourierDeps, delivery: LrsDelivery): Post {
  return async (parcels) => {
    if (deps.clock.now().getTime() >= delivery.deadlineMs) return { outcome: 'skipped' };
    const result = await answerOf(deps, delivery, async () => {
      const lrs = await openLrs(deps, delivery);
      const [first] = parcels;
      const { status } =
        parcels.length === 1 && first
          ? await lrs.sendStatement({ statement: first.statement, ...withData(first.data) })
          : await lrs.sendStatements({ statements: parcels.map(({ statement }) => statement) });
      return status;
    });
    if (result.outcome === 'delivered') return { outcome: 'delivered' };
    const [first] = parcels;
    if (result.status === 409 && parcels.length === 1 && first) {
      return (await holdsAlready(deps, delivery, first)) ? { outcome: 'delivered' } : result;
    }
    return result;
  };
}

const lineBreak = new TextEncoder().encode('\r\n');

/**
 * NOTE: the library puts a boundary right behind the data before it, where RFC 2046 5.1.1 wants a line break; so every
 * part but the last brings its own. It passes over holes, so that attachments without data stay metadata.
 */
function withData(data: Parcel['data']): { readonly attachments?: ArrayBuffer[] } {
  if (data.length === 0) return {};
  const attachments: ArrayBuffer[] = [];
  const last = data.findLastIndex((bytes) => bytes !== undefined);
  for (const [n, bytes] of data.entries()) {
    if (!bytes) continue;
    attachments[n] = n === last ? bytes : bufferOf(Buffer.concat([new Uint8Array(bytes), lineBreak]));
  }
  return { attachments };
}

/** Runs a call of the library and reads how it ended. */
async function answerOf(
  deps: LrsCourierDeps,
  { receiver, secrets }: LrsAccess,
  call: () => Promise<number>,
): Promise<
  | { readonly outcome: 'delivered'; readonly status: number }
  | Exclude<ReturnType<typeof readFailure>, undefined>
> {
  const nowMs = deps.clock.now().getTime();
  try {
    return { outcome: 'delivered', status: await call() };
  } catch (error) {
    if (!(error instanceof LrsAnswered || error instanceof NoToken)) return readFailure(error);
    const { response } = error;
    if (error instanceof NoToken)
      return { outcome: 'failed', reason: 'unauthorised', status: response.status };
    if (response.status === 401 && receiver.auth.kind === 'oauth')
      deps.tokens.forget(receiver.auth, secrets.current);
    const answer = readAnswer(response, nowMs);
    if (answer?.reason !== 'rejected') return answer ?? { outcome: 'failed', reason: 'broken' };
    const reason = response.status === 409 ? 'conflict' : response.status === 413 ? 'too-large' : 'rejected';
    // A record store says of what it was sent that it is wrong; the same again would end alike.
    return { outcome: 'refused', reason, status: response.status };
  }
}

/** Some record stores answer a repeat with 409 although they hold the very statement. */
async function holdsAlready(
  deps: LrsCourierDeps,
  access: LrsAccess,
  { statement }: Parcel,
): Promise<boolean> {
  try {
    const lrs = await openLrs(deps, access);
    const { data } = await lrs.getStatement({ statementId: statement.id ?? '' });
    const form = (one: unknown) =>
      comparableForm(one as Parameters<typeof comparableForm>[0], { timestampGiven: true });
    return form(data) === form(statement);
  } catch (error) {
    if (error instanceof LrsAnswered || error instanceof NoToken) return false;
    readFailure(error);
    return false;
  }
}

/** True for what may be the fault of one statement among several. */
const ofOne = (sent: Sent) =>
  sent.outcome === 'refused' || (sent.outcome === 'failed' && sent.reason === 'server-error');

/** What a failure says of a single statement it says of no other. */
async function sendHalving(post: Post, parcels: readonly Parcel[]): Promise<readonly Sent[]> {
  if (parcels.length === 0) return [];
  const sent = await post(parcels);
  if (sent.outcome === 'delivered' || parcels.length === 1) return parcels.map(() => sent);
  if (!ofOne(sent)) return parcels.map((_, n) => (n === 0 ? sent : { outcome: 'skipped' }));
  const half = Math.ceil(parcels.length / 2);
  const left = await sendHalving(post, parcels.slice(0, half));
  const rest = parcels.slice(half);
  const down =
    left.some(({ outcome }) => outcome === 'failed') && !left.some(({ outcome }) => outcome === 'delivered');
  return [
    ...left,
    ...(down ? rest.map((): Sent => ({ outcome: 'skipped' })) : await sendHalving(post, rest)),
  ];
}

async function sendApart(post: Post, parcels: readonly Parcel[]): Promise<readonly Sent[]> {
  const results: Sent[] = [];
  let failing = 0;
  for (const parcel of parcels) {
    if (failing >= failuresApart) break;
    const sent = await post([parcel]);
    results.push(sent);
    failing = sent.outcome === 'failed' ? failing + 1 : 0;
  }
  return parcels.map((_, n) => results[n] ?? { outcome: 'skipped' });
}

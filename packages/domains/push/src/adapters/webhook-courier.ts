import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import type { Line } from '../line.ts';
import type { Delivery, Sent, TestAnswer } from '../ports.ts';
import type { Secrets, WebhookReceiver } from '../subscription.ts';
import { readAnswer, readFailure } from './answers.ts';
import { signMessage } from './sign-message.ts';

export interface WebhookCourierDeps {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly ids: Ids;
  /** e.g. `https://sinau.example.go.id`; where thin messages point to. */
  readonly portalOrigin: string;
}

export const userAgent = 'Sinau-Push/1';
/** Messages on their way at once; the order among them is not kept, as Standard Webhooks has none. */
const together = 4;
/** One by one: after so many failures in a row the receiver is to blame. */
const failuresApart = 2;

/** One message a line. Ends when all of a group fail, since then the receiver does. */
export async function sendWebhooks(
  deps: WebhookCourierDeps,
  delivery: Delivery & { readonly receiver: WebhookReceiver },
): Promise<readonly Sent[]> {
  const { lines, apart, deadlineMs } = delivery;
  const size = apart ? 1 : together;
  const results: Sent[] = [];
  let failing = 0;
  while (results.length < lines.length) {
    const tired = failing >= (apart ? failuresApart : 1);
    if (tired || deps.clock.now().getTime() >= deadlineMs) break;
    const group = lines.slice(results.length, results.length + size);
    const sent = await Promise.all(group.map((line) => sendLine(deps, delivery, line)));
    results.push(...sent);
    failing = sent.some(({ outcome }) => outcome === 'delivered') ? 0 : failing + 1;
  }
  return lines.map((_, n) => results[n] ?? { outcome: 'skipped' });
}

/** A message that nobody acts on, to see what comes back. */
export async function testWebhook(
  deps: WebhookCourierDeps,
  given: { readonly receiver: WebhookReceiver; readonly secrets: Secrets; readonly requestMs: number },
): Promise<TestAnswer> {
  const begun = deps.clock.now();
  const body = JSON.stringify({
    type: 'sinau.test',
    timestamp: begun.toISOString(),
    data: { message: 'A test of this webhook. Nothing happened.' },
  });
  const answer = await post(deps, { ...given, id: `msg_${deps.ids.uuid()}`, body });
  const milliseconds = deps.clock.now().getTime() - begun.getTime();
  if (answer.outcome === 'delivered') return { ok: true, status: answer.status, milliseconds };
  const { reason, status } = answer;
  return { ok: false, reason, milliseconds, ...(status !== undefined && { status }) };
}

async function sendLine(
  deps: WebhookCourierDeps,
  delivery: Delivery & { readonly receiver: WebhookReceiver },
  line: Line,
): Promise<Sent> {
  const { subscription, receiver, secrets, requestMs } = delivery;
  // The same for every try of one line, so that a receiver can tell a repeat.
  const id = `msg_${deps.digest.sha256(`${subscription.subscriptionId} ${line.key}`).slice(0, 32)}`;
  const answer = await post(deps, { receiver, secrets, requestMs, id, body: bodyOf(deps, receiver, line) });
  return answer.outcome === 'delivered' ? { outcome: 'delivered' } : answer;
}

/** Type, time of the event and data, as Standard Webhooks recommends. */
function bodyOf({ portalOrigin }: WebhookCourierDeps, { payload }: WebhookReceiver, line: Line): string {
  const { kind, id, stored } = line;
  if (line.kind === 'event') {
    return `${JSON.stringify({ type: line.type, timestamp: stored }).slice(0, -1)},"data":${line.data}}`;
  }
  const head = { type: `records.${kind}`, timestamp: stored };
  if (line.kind === 'void') {
    return JSON.stringify({ ...head, data: { id, voidedBy: line.voidedBy, stored } });
  }
  if (line.kind === 'erase') {
    return JSON.stringify({ ...head, data: { id, stored, ...(line.mode && { mode: line.mode }) } });
  }
  if (payload === 'thin') {
    const href = `${portalOrigin}/xapi/statements?statementId=${encodeURIComponent(id)}`;
    return JSON.stringify({ ...head, data: { id, stored, href } });
  }
  // The statement is put in as it lies in the store, so that a receiver gets its very characters.
  const start = JSON.stringify({ ...head, data: { id, stored } }).slice(0, -2);
  return `${start},"statement":${line.json}}}`;
}

async function post(
  { outbound, clock }: WebhookCourierDeps,
  message: {
    readonly receiver: WebhookReceiver;
    readonly secrets: Secrets;
    readonly requestMs: number;
    readonly id: string;
    readonly body: string;
  },
) {
  const { receiver, secrets, requestMs, id, body } = message;
  const nowMs = clock.now().getTime();
  try {
    const response = await outbound.send({
      method: 'POST',
      url: receiver.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': userAgent,
        ...signMessage(secrets, { id, body, nowMs }),
      },
      body,
      timeoutMs: requestMs,
    });
    return readAnswer(response, nowMs) ?? { outcome: 'delivered' as const, status: response.status };
  } catch (error) {
    return readFailure(error);
  }
}

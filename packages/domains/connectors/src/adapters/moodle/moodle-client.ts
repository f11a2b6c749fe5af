import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { type MoodleParameters, moodleForm, readMoodleAnswer } from '@sinau/rostering/moodle';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer, failureOfOutbound, withTries } from '../failures.ts';
import { failureOfFault, failureOfStatus } from './failures.ts';

export interface MoodleClientDeps {
  readonly outbound: Pick<Outbound, 'send'>;
  /** Absolute address of the site, without trailing slash. */
  readonly baseUrl: string;
  readonly token: string;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface MoodleClient {
  /** A function that changes nothing; asked up to three times. Rejects with `AdapterFailure`. */
  read(call: MoodleCall): Promise<unknown>;
  /** The same, and how it was answered; undefined for soft codes. */
  ask(call: MoodleCall): Promise<MoodleSaid | undefined>;
  /** A function that changes something; asked once. */
  write(call: Omit<MoodleCall, 'softCodes'>): Promise<unknown>;
}

export interface MoodleSaid {
  readonly value: unknown;
  /** The body of the answer, to the letter. */
  readonly text: string;
}

export interface MoodleCall {
  readonly name: string;
  readonly parameters?: MoodleParameters;
  /** Error codes that are an answer here: undefined. */
  readonly softCodes?: readonly string[];
}

/** The answer is longer than is read at once; ask for less. */
export class AnswerTooLong extends AdapterFailure {
  constructor() {
    super('broken-answer', { passing: false });
  }
}

const timeoutMs = 30_000;
export const maxAnswerBytes = 4 * 1024 * 1024;

/**
 * Moodle's REST server. The token travels in the body, where no server notes it down; what Moodle says of an error stays
 * here but for its name.
 */
export function createMoodleClient(deps: MoodleClientDeps): MoodleClient {
  const asking = (call: MoodleCall) => withTries(deps.sleep, () => ask(deps, call));
  return {
    read: async (call) => (await asking(call))?.value,
    ask: asking,
    write: async (call) => (await ask(deps, call))?.value,
  };
}

async function ask(deps: MoodleClientDeps, call: MoodleCall): Promise<MoodleSaid | undefined> {
  const { status, body, isCut } = await send(deps, call);
  if (status !== 200) throw failureOfStatus(status);
  if (isCut) throw new AnswerTooLong();
  const text = new TextDecoder().decode(body);
  const answer = readMoodleAnswer(text);
  if (answer.outcome === 'value') return { value: answer.value, text };
  if (answer.outcome === 'unreadable') throw brokenAnswer(`the answer to ${call.name} is no JSON`);
  if (call.softCodes?.includes(answer.fault.code)) return undefined;
  throw failureOfFault(answer.fault);
}

async function send(deps: MoodleClientDeps, { name, parameters }: MoodleCall): Promise<OutboundResponse> {
  const body = moodleForm({
    ...parameters,
    wstoken: deps.token,
    wsfunction: name,
    moodlewsrestformat: 'json',
  });
  try {
    return await deps.outbound.send({
      method: 'POST',
      url: `${deps.baseUrl}/webservice/rest/server.php`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'user-agent': 'Sinau-Connector/1',
      },
      ...{ body, timeoutMs, maxResponseBytes: maxAnswerBytes },
    });
  } catch (error) {
    throw failureOfOutbound(error);
  }
}

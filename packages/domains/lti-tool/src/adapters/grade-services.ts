import type { Clock, Ids } from '@sinau/kernel';
import { mediaTypes } from '@sinau/lti/services';
import { readServiceAnswer, type ScoreAnswer, type ScoreTrouble } from '@sinau/lti/tool';
import { type Outbound, OutboundFailed, type OutboundResponse } from '@sinau/platform/outbound';
import type { ForeignPlatform } from '../platform.ts';
import type { ToolSigner } from '../ports.ts';
import { GradesRefused } from '../scores/grades-refused.ts';
import type { GradeServices, ServiceRequest } from '../scores/ports.ts';
import { jsonIn } from './json-in.ts';
import { createPlatformTokens } from './platform-tokens.ts';

export interface GradeServicesDeps {
  readonly outbound: Outbound;
  readonly signer: ToolSigner;
  readonly clock: Clock;
  readonly ids: Ids;
}

const timeoutMs = 20_000;
/** Line items of one link, or the one that was made. */
const maxResponseBytes = 1024 * 1024;

interface Call extends ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Over HTTP: addresses are checked when they are asked, redirects are not followed (case F3). Tokens are kept as long as they are good. */
export function createGradeServices(deps: GradeServicesDeps): GradeServices {
  const tokens = createPlatformTokens({ ...deps, send: (request) => sendOut(deps, request) });

  async function once(platform: ForeignPlatform, call: Call): Promise<Answered> {
    const { url, scope, method, body } = call;
    const token = await tokens.tokenFor(platform, scope);
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    const response = await sendOut(deps, { method, url, headers, ...(body !== undefined && { body }) });
    const retryAfter = response.headers['retry-after'];
    const nowMs = deps.clock.now().getTime();
    return { response, answer: readServiceAnswer({ status: response.status, retryAfter, nowMs }) };
  }

  async function call(platform: ForeignPlatform, request: Call): Promise<Answered> {
    const first = await once(platform, request);
    if (first.answer.kind !== 'token') return first;
    // It has ended before its time, or was taken back: one more, which is new.
    tokens.forget(platform, request.scope);
    return once(platform, request);
  }

  return {
    async read(platform, asked) {
      const headers = { accept: mediaTypes.lineItemContainer };
      const { response, answer } = await call(platform, { ...asked, method: 'GET', headers });
      refuseUnless(answer.kind === 'taken', answer);
      return jsonIn(response);
    },
    async post(platform, { url, scope, type, body }) {
      const headers = { accept: `${type}, application/json`, 'content-type': type };
      const request = { url, scope, headers, method: 'POST', body: JSON.stringify(body) } as const;
      const { response, answer } = await call(platform, request);
      refuseUnless(answer.kind === 'taken' || answer.kind === 'older', answer);
      return { outcome: answer.kind === 'older' ? 'older' : 'taken', body: jsonIn(response) };
    },
  };
}

interface Answered {
  readonly response: OutboundResponse;
  readonly answer: ScoreAnswer;
}

function refuseUnless(isTaken: boolean, answer: ScoreAnswer): void {
  if (isTaken) return;
  if (answer.kind === 'stop') throw new GradesRefused(answer.because, { passing: false });
  if (answer.kind === 'later') {
    const { because, afterSeconds } = answer;
    throw new GradesRefused(because, { passing: true, afterSeconds });
  }
  // A token that was given just now: somebody over there has to mend it.
  throw new GradesRefused('unauthorised', { passing: true });
}

const ofOutbound: Readonly<Record<OutboundFailed['reason'], readonly [ScoreTrouble, boolean]>> = {
  'address-invalid': ['address', false],
  'address-forbidden': ['address', false],
  'name-unknown': ['unreachable', true],
  refused: ['unreachable', true],
  tls: ['unreachable', true],
  timeout: ['unreachable', true],
  broken: ['unreachable', true],
};

async function sendOut(
  { outbound }: Pick<GradeServicesDeps, 'outbound'>,
  request: Pick<Call, 'method' | 'url' | 'headers' | 'body'>,
): Promise<OutboundResponse> {
  try {
    return await outbound.send({ ...request, timeoutMs, maxResponseBytes });
  } catch (error) {
    if (!(error instanceof OutboundFailed)) throw error;
    const [because, passing] = ofOutbound[error.reason];
    throw new GradesRefused(because, { passing, cause: error });
  }
}

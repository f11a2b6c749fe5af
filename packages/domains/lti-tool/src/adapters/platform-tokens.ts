import type { Clock, Ids } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';
import {
  assertionClaims,
  readServiceAnswer,
  readTokenAnswer,
  tokenForm,
  tokenRefusal,
} from '@sinau/lti/tool';
import type { OutboundResponse } from '@sinau/platform/outbound';
import type { ForeignPlatform } from '../platform.ts';
import type { ToolSigner } from '../ports.ts';
import { GradesRefused } from '../scores/grades-refused.ts';
import { jsonIn } from './json-in.ts';

export interface PlatformTokensDeps {
  readonly signer: ToolSigner;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Rejects with `GradesRefused` when nothing comes back. */
  readonly send: (request: {
    readonly method: 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }) => Promise<OutboundResponse>;
}

/** A token is not used in its last seconds: the request takes time. */
const spareSeconds = 30;
/** Of one process; the oldest are dropped. */
const mostKept = 500;

/** Tokens of platforms (Security Framework 1.0, 4), each for one scope, by an assertion that our key signs. */
export function createPlatformTokens(deps: PlatformTokensDeps) {
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  // The address too: a platform that was moved has other tokens.
  const keyOf = ({ platformId, clientId, tokenUrl }: ForeignPlatform, scope: ServiceScope) =>
    JSON.stringify([platformId, clientId, tokenUrl, scope]);

  async function ask(platform: ForeignPlatform, scope: ServiceScope): Promise<string> {
    const { clientId, tokenUrl: url, tokenAudience: audience = url } = platform;
    const nowMs = deps.clock.now().getTime();
    const nowSeconds = Math.floor(nowMs / 1000);
    const claims = assertionClaims({ clientId, audience, nowSeconds, jti: deps.ids.uuid() });
    const form = tokenForm(await deps.signer.sign(claims), scope);
    const response = await deps.send({
      ...{ method: 'POST', url, body: new URLSearchParams(form).toString() },
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
    const answered = tokenIn(response, { scope, nowMs });
    const untilMs = nowMs + (answered.seconds - spareSeconds) * 1000;
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(keyOf(platform, scope), { token: answered.token, untilMs });
    return answered.token;
  }

  return {
    /** Rejects with `GradesRefused`. */
    async tokenFor(platform: ForeignPlatform, scope: ServiceScope): Promise<string> {
      const known = kept.get(keyOf(platform, scope));
      if (known && known.untilMs > deps.clock.now().getTime()) return known.token;
      return ask(platform, scope);
    },
    forget(platform: ForeignPlatform, scope: ServiceScope): void {
      kept.delete(keyOf(platform, scope));
    },
  };
}

function tokenIn(
  response: OutboundResponse,
  { scope, nowMs }: { readonly scope: ServiceScope; readonly nowMs: number },
) {
  const { status, headers } = response;
  const body = jsonIn(response);
  const answer = readServiceAnswer({ status, retryAfter: headers['retry-after'], nowMs });
  if (answer.kind === 'later') {
    throw new GradesRefused(answer.because, { passing: true, afterSeconds: answer.afterSeconds });
  }
  if (answer.kind !== 'taken') {
    const because = tokenRefusal(body) ?? 'unauthorised';
    // Platforms keep our key set for a while, and somebody may mend a registration: both pass. A scope is not given by waiting.
    throw new GradesRefused(because, { passing: because !== 'scope' });
  }
  const read = readTokenAnswer(body, scope);
  if (read === 'scope') throw new GradesRefused('scope', { passing: false });
  if (read === 'broken') throw new GradesRefused('broken-answer', { passing: true });
  return read;
}

import { requestToolToken } from '@sinau/delivery/lti-services';
import { readTokenRequest, type TokenRefusal } from '@sinau/lti/services';
import { type HttpApp, refuseOverRate } from '@sinau/platform/http';
import type { LtiServicesDeps } from './deps.ts';
import { tokenPath } from './tool-caller.ts';
import { tokenAnswer, tokenRefusal } from './tool-problem.ts';

/** Where tools get their access tokens (Security Framework 1.0, 4.1). The assertion is the credential, so anybody may come. */
export function addTokenRoute(app: HttpApp, deps: LtiServicesDeps): void {
  app.route(
    { method: 'POST', path: tokenPath, access: ['anyone'], maxBodyBytes: 32 * 1024, replayable: false },
    async (c) => {
      if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
        return refuse({
          error: 'invalid_request',
          description: 'Send the parameters as application/x-www-form-urlencoded.',
        });
      }
      const request = readTokenRequest(new URLSearchParams(await c.req.text()));
      if ('error' in request) return refuse(request);
      const given = await requestToolToken(deps, request);
      if ('error' in given) return refuse(given);
      // Only right assertions are counted: wrong ones must not use up another's limit.
      const decision = await deps.rateLimiter.admit(given.tool);
      if (decision) refuseOverRate(c, decision);
      return tokenAnswer({
        access_token: given.accessToken,
        token_type: 'bearer',
        expires_in: given.expiresInSeconds,
        scope: given.scopes.join(' '),
      });
    },
  );
}

const refuse = (refusal: TokenRefusal): Response =>
  tokenRefusal(refusal, refusal.error === 'invalid_client' ? 401 : 400);

import { randomUUID } from 'node:crypto';
import { createLtiToolStore } from '@sinau/delivery/dynamo';
import type { LtiClientId, LtiTool } from '@sinau/delivery/lti';
import { sampleTool } from '@sinau/delivery/testing';
import type { Tenant, ToolScope } from '@sinau/kernel';
import { serviceScopes } from '@sinau/lti';
import type { Dynamo } from '@sinau/platform/dynamo';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { names } from '../../../functions/dev-server/services.ts';
import { origin } from './system.ts';

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** A tool of this provider whose key was pasted. */
export async function addTool(
  { dynamo, ask }: { readonly dynamo: Dynamo; readonly ask: Ask },
  provider: Tenant,
) {
  if (provider.kind !== 'provider') throw new Error('tools belong to providers');
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const clientId = randomUUID() as LtiClientId;
  const tool: LtiTool = sampleTool({
    ...{ clientId, providerId: provider.providerId, scopes: serviceScopes },
    keys: { kind: 'pasted', keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] },
  });
  await createLtiToolStore({ dynamo, table: names.lmsTable }).add(tool);

  const assertion = (over: object = {}) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: `${origin}/lti/token`,
      iat,
      exp: iat + 60,
      jti: randomUUID(),
    };
    return new SignJWT({ ...claims, ...over })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(privateKey);
  };

  /** The answer of the token endpoint. */
  const askToken = (client_assertion: string, scope = serviceScopes.join(' ')) =>
    ask('/lti/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        ...{ client_assertion, scope },
      }),
    });

  /** Headers of the tool with a token for these scopes. */
  async function headersFor(...scopes: readonly ToolScope[]): Promise<Record<string, string>> {
    const wish = serviceScopes.filter((one) => scopes.some((scope) => one.endsWith(`/${scope}`)));
    const answer = await askToken(await assertion(), wish.join(' '));
    const { access_token } = (await answer.json()) as { access_token: string };
    return { authorization: `Bearer ${access_token}` };
  }

  return { tool, privateKey, publicKey, assertion, askToken, headersFor };
}

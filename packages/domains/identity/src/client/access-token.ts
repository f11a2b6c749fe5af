import { openPageToken, type Scope, type Signer, scopes, sealPageToken } from '@sinau/kernel';
import * as z from 'zod';
import { type ClientId, clientIdSchema } from '../ids.ts';

/** Seconds an access token works. */
export const accessTokenSeconds = 900;

const purpose = 'access-token';

const contentSchema = z.strictObject({
  client: clientIdSchema,
  /** Number of the credential it was issued for. */
  credential: z.int(),
  scopes: z.array(z.enum(scopes)),
  /** Epoch seconds. */
  exp: z.int(),
});

export interface AccessToken {
  readonly client: ClientId;
  readonly credential: number;
  readonly scopes: readonly Scope[];
  readonly exp: number;
}

/** Signed, not encrypted: it names client and scopes, no secret. */
export const sealAccessToken = (signer: Signer, content: AccessToken): string =>
  sealPageToken(signer, purpose, content);

/** Undefined for anything this deployment did not sign as an access token. */
export function openAccessToken(signer: Signer, token: string): AccessToken | undefined {
  const content = contentSchema.safeParse(openPageToken(signer, purpose, token));
  return content.success ? content.data : undefined;
}

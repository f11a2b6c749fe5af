import type { Clock, Digest, Ids, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import type { ClientId } from '../ids.ts';
import { alterClient } from './alter-client.ts';
import { clientSummaryOf } from './api-client.ts';
import type { ClientWithSecret } from './create-client.ts';
import { newCredential } from './credential.ts';
import type { ClientStore } from './ports.ts';

export const rotateClientSecretRequestSchema = z.strictObject({
  /** How long the old secret and tokens from it still work, so that a machine can change over. 0: not at all. */
  keepOldSeconds: z
    .int()
    .min(0)
    .max(7 * 24 * 3600),
});
export type RotateClientSecretRequest = z.infer<typeof rotateClientSecretRequestSchema>;

/** Gives a client a new secret, shown once. Of older ones only the last may still work for a while. */
export async function rotateClientSecret(
  deps: {
    readonly clients: ClientStore;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
  },
  input: {
    readonly principal: PersonPrincipal;
    readonly clientId: ClientId;
    readonly request: RotateClientSecretRequest;
  },
): Promise<ClientWithSecret> {
  const { keepOldSeconds } = input.request;
  const validUntil = new Date(deps.clock.now().getTime() + keepOldSeconds * 1000).toISOString();
  let secret = '';
  const client = await alterClient(deps, input, (before) => {
    const newest = before.credentials.at(-1);
    const fresh = newCredential(deps, (newest?.number ?? 0) + 1);
    secret = fresh.secret;
    const kept = newest && keepOldSeconds > 0 ? [{ ...newest, validUntil }] : [];
    return { ...before, credentials: [...kept, fresh.credential] };
  });
  return { client: clientSummaryOf(client), secret };
}

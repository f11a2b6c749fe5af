import type { Clock, Digest, Ids, ProviderId } from '@sinau/kernel';
import type { RegistrationTokenStore } from './ports.ts';
import { registrationTokenSeconds } from './registration-token.ts';

const tokenBytes = 32;

/** For one tool to register itself with; the caller knows that `madeBy` may act for the provider. */
export async function makeRegistrationToken(
  deps: {
    readonly registrationTokens: Pick<RegistrationTokenStore, 'add'>;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly digest: Digest;
  },
  input: { readonly providerId: ProviderId; readonly madeBy: string; readonly approved?: boolean },
): Promise<{ readonly token: string; readonly validUntil: string }> {
  const { providerId, madeBy, approved = false } = input;
  const token = deps.ids.token(tokenBytes);
  const validUntil = new Date(deps.clock.now().getTime() + registrationTokenSeconds * 1000).toISOString();
  const tokenHash = deps.digest.sha256(token);
  await deps.registrationTokens.add({ tokenHash, providerId, madeBy, approved, validUntil });
  return { token, validUntil };
}

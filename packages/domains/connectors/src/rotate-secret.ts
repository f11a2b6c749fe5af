import { type Clock, type Ids, InvalidInput } from '@sinau/kernel';
import { changeOwn } from './change-connection.ts';
import { refusal } from './connection-request.ts';
import { kindTraits } from './kinds.ts';
import { actorOf, type ConnectionInput, ownConnection } from './own-connection.ts';
import type { ConnectionStore } from './ports.ts';
import { newSecret, openSecrets, type SecretBox, sealSecrets } from './secrets.ts';

/** So long messages signed with the old secret are taken too. */
export const overlapMs = 24 * 3_600_000;
const mostSecretCharacters = 1_000;

/**
 * A new secret. Of a kind whose secret the provider gives, `secret` takes the place of the old one at once. Of a kind whose
 * secret is made here, it is in the answer, to be shown once, and the old one counts beside it for a day.
 */
export async function rotateSecret(
  deps: {
    readonly connections: ConnectionStore;
    readonly box: SecretBox;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: ConnectionInput & { readonly secret?: string },
): Promise<{ readonly secret?: string }> {
  const connection = await ownConnection(deps, input);
  const { secret: way } = kindTraits[connection.kind];
  if (way === 'none') throw new InvalidInput('This kind has no secret.');
  const now = deps.clock.now();
  const save = async (secrets: Parameters<typeof sealSecrets>[2]) => {
    const sealedSecrets = await sealSecrets(deps.box, connection, secrets);
    const changed = { sealedSecrets, changedBy: actorOf(input.principal), updatedAt: now.toISOString() };
    await changeOwn(deps, { connection, rev: connection.rev }, (found) => ({ ...found, ...changed }));
  };
  if (way === 'given') {
    await save({ current: givenSecret(input.secret) });
    return {};
  }
  if (input.secret !== undefined) throw refusal('/secret', 'The secret of this kind is made here.');
  const current = newSecret(deps.ids);
  const old = await openSecrets(deps.box, connection);
  const until = new Date(now.getTime() + overlapMs).toISOString();
  await save({ current, ...(old && { previous: { secret: old.current, until } }) });
  return { secret: current };
}

function givenSecret(text: string | undefined): string {
  const secret = text?.trim() ?? '';
  if (secret === '' || secret.length > mostSecretCharacters) throw refusal('/secret', 'Give the new token.');
  return secret;
}

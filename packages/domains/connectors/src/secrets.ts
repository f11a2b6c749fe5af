import type { Ids } from '@sinau/kernel';
import * as z from 'zod';
import type { Connection } from './connection.ts';

/** What opens a connection; only ever stored sealed, and opened where it is used. */
export interface ConnectionSecrets {
  /** Token of Moodle's web services, or the secret that a provider signs its messages to us with. */
  readonly current: string;
  /** The one before, while messages signed with either are taken. */
  readonly previous?: { readonly secret: string; readonly until: string };
}

/** Seals secrets for one context. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

const secretsSchema = z.object({
  current: z.string(),
  previous: z.object({ secret: z.string(), until: z.string() }).exactOptional(),
});

type Holder = Pick<Connection, 'connectionId' | 'providerId'>;

/** Bound to provider and connection, so that a row of another one cannot lend its secrets. */
const contextOf = ({ connectionId, providerId }: Holder) => ({
  provider: providerId,
  connection: connectionId,
});

export async function sealSecrets(
  box: Pick<SecretBox, 'seal'>,
  holder: Holder,
  secrets: ConnectionSecrets,
): Promise<string> {
  return box.seal(JSON.stringify(secrets), contextOf(holder));
}

/** Undefined for a connection that has none. */
export async function openSecrets(
  box: Pick<SecretBox, 'open'>,
  connection: Holder & Pick<Connection, 'sealedSecrets'>,
): Promise<ConnectionSecrets | undefined> {
  if (connection.sealedSecrets === undefined) return undefined;
  return secretsSchema.parse(JSON.parse(await box.open(connection.sealedSecrets, contextOf(connection))));
}

/** A secret of ours for messages of a provider, in the words of Standard Webhooks. */
export const newSecret = (ids: Pick<Ids, 'token'>): string => {
  const base64 = ids.token(32).replaceAll('-', '+').replaceAll('_', '/');
  return `whsec_${base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')}`;
};

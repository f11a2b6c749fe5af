import { verifyCredential } from '@digitalcredentials/verifier-core';
import { clrContext, usedClrTerms } from '@sinau/open-badges';
import { vi } from 'vitest';

/**
 * A DID of the web is looked for behind TLS, which this machine has none of. Nothing else is reachable: the verifier brings contexts along, and
 * the schema of badges, which only their consortium has, stays unchecked. Signature and status do not depend on it.
 */
export function reachByPlainHttp(portal: string): void {
  const real = fetch;
  const { host } = new URL(portal);
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const url = typeof input === 'string' ? input : input.url;
    if (url === clrContext) return Response.json(usedClrTerms);
    if (new URL(url).host !== host) return Response.json({}, { status: 404 });
    return real(url.replace(`https://${host}/`, `http://${host}/`), init);
  });
}

/** What a verifier of others says of a badge. */
export async function checked(credential: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { errors, log = [] } = (await verifyCredential({
    credential,
    knownDIDRegistries: [],
  } as never)) as unknown as {
    errors?: readonly { name: string }[];
    log?: readonly { id: string; valid?: boolean }[];
  };
  const steps = Object.fromEntries(log.map(({ id, valid }) => [id, valid]));
  return { ...steps, ...(errors && { errors: errors.map(({ name }) => name) }) };
}

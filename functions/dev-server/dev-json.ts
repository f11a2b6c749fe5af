import { join } from 'node:path';
import { writeWhole } from './data-folder.ts';
import type { Addresses } from './environment.ts';
import type { Seeded } from './seed/index.ts';

/** Tells tools on this machine where everything is and how to get in; readable by its owner only. */
export async function writeDevJson(
  dataDir: string,
  input: {
    readonly addresses: Addresses;
    readonly seeded: Seeded;
    readonly providerToken: string;
    readonly toolsToken: string;
    /** Whose tools are that register without naming a provider. */
    readonly toolsProvider: string | undefined;
  },
): Promise<void> {
  const { addresses, seeded, providerToken, toolsToken, toolsProvider } = input;
  const { portal } = addresses;
  const tokenUrl = `${portal}/oauth/token`;
  const { xapi, agency, provider } = seeded.clients;
  const dev = {
    pid: process.pid,
    portal,
    content: addresses.contentTemplate,
    xapi: { endpoint: `${portal}/xapi`, key: xapi.id, secret: xapi.secret },
    people: seeded.people.map((person) => ({ ...person, signInUrl: signInUrl(portal, person.email) })),
    agencyClient: { ...agency, tokenUrl, recordsUrl: `${portal}/records`, xapiEndpoint: `${portal}/xapi` },
    /** `Authorization: Bearer <token>` for everything a provider automates; a year long, on this machine only. */
    providerApi: { url: `${portal}/api`, token: providerToken },
    /** For tools of LTI 1.3: where they register, and `Authorization: Bearer <adminToken>` for whoever manages them and the data agreements. */
    lti: {
      ...{ registrationUrl: `${portal}/lti/register`, adminToken: toolsToken, issuer: portal },
      ...(toolsProvider !== undefined && { providerId: toolsProvider }),
    },
    providerClient: { ...provider, tokenUrl, apiUrl: `${portal}/api` },
  };
  await writeWhole(join(dataDir, 'dev.json'), `${JSON.stringify(dev, null, 2)}\n`);
}

/** One click: the local provider signs in whoever is hinted at. */
export function signInUrl(portal: string, email: string): string {
  return `${portal}/sign-in?login_hint=${encodeURIComponent(email)}`;
}

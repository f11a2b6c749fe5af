import { serviceScopes } from '@sinau/lti';
import type { Browser } from 'playwright-core';
import { expectStatus, type Platform } from './platform-side.ts';

/** Where the tool is. `register`: it registers itself; else the other addresses are written down, and it is told ours at `configure`. */
export interface ToolAddresses {
  readonly register?: string;
  readonly login?: string;
  readonly launch?: string;
  readonly keys?: string;
  readonly configure?: string;
}

/** Registers the tool in the way that it knows, and gives its client. It waits for approval. */
export async function register(
  platform: Platform,
  { browser, tool }: { readonly browser: Browser; readonly tool: ToolAddresses },
): Promise<string> {
  return tool.register === undefined
    ? writeDown(platform, tool)
    : letRegister(platform, { browser, address: tool.register });
}

async function letRegister(
  { ask, lti }: Platform,
  given: { readonly browser: Browser; readonly address: string },
): Promise<string> {
  const { providerId } = lti;
  const made = await expectStatus(ask('POST /api/lti/registrations', { providerId }), 201);
  const at = new URL(given.address);
  at.searchParams.set('openid_configuration', String(made.openidConfiguration));
  at.searchParams.set('registration_token', String(made.token));
  const before = await pending({ ask });
  const page = await given.browser.newPage();
  await page.goto(at.href);
  const registered = (await pending({ ask })).filter((one) => !before.includes(one));
  const [clientId] = registered;
  if (clientId === undefined || registered.length > 1) {
    throw new Error(`the tool did not register itself: ${(await page.textContent('body'))?.slice(0, 500)}`);
  }
  // A token registers one tool: with it nothing new comes of a second time.
  await page.goto(at.href);
  if ((await pending({ ask })).length !== before.length + 1) throw new Error('one token made two tools');
  await page.close();
  return clientId;
}

async function pending({ ask }: Pick<Platform, 'ask'>): Promise<readonly string[]> {
  const { tools } = await expectStatus(ask('GET /api/lti/tools'), 200);
  return (tools as readonly { readonly clientId: string }[]).map(({ clientId }) => clientId);
}

async function writeDown({ ask, lti }: Platform, tool: ToolAddresses): Promise<string> {
  const { login, launch, keys, configure } = tool;
  if (login === undefined || launch === undefined || keys === undefined || configure === undefined) {
    throw new Error('give --register, or all of --login, --launch, --keys and --configure');
  }
  const made = await expectStatus(
    ask('POST /api/lti/tools', {
      providerId: lti.providerId,
      approved: false,
      tool: {
        ...{
          name: 'Tool under test',
          initiateLoginUri: login,
          redirectUris: [launch],
          targetLinkUri: launch,
        },
        ...{ deepLinkingUri: launch, jwksUri: keys, scopes: serviceScopes },
        custom: { agency: '$Sinau.Person.agency' },
      },
    }),
    201,
  );
  const [deployment] = made.deployments as readonly { readonly deploymentId: string }[];
  const { issuer } = lti;
  const told = await fetch(configure, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ issuer, clientId: made.clientId, deploymentId: deployment?.deploymentId },
      ...{
        authorization: `${issuer}/lti/authorize`,
        token: `${issuer}/lti/token`,
        jwks: `${issuer}/lti/jwks`,
      },
    }),
  });
  if (!told.ok) throw new Error(`--configure answered ${told.status}: ${await told.text()}`);
  return String(made.clientId);
}

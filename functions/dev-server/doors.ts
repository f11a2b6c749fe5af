import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { OidcClient } from '@sinau/identity';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { HttpApp, PartedApp } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { OutboxMailer } from '@sinau/platform/mail';
import type { ServedAssets } from '@sinau/web';
import { createApiApp } from '../api/app.ts';
import { composeApi } from '../api/compose.ts';
import { envSchema as apiEnv } from '../api/env.ts';
import { createCredentialsApp } from '../credentials/app.ts';
import { composeCredentials } from '../credentials/compose.ts';
import { envSchema as credentialsEnv } from '../credentials/env.ts';
import { createDispatchApp } from '../dispatch/app.ts';
import { composeDispatch } from '../dispatch/compose.ts';
import { envSchema as dispatchEnv } from '../dispatch/env.ts';
import { createLaunchApp } from '../launch/app.ts';
import { composeLaunch } from '../launch/compose.ts';
import { envSchema as launchEnv } from '../launch/env.ts';
import { createLtiApp } from '../lti/app.ts';
import { composeLti } from '../lti/compose.ts';
import { envSchema as ltiEnv } from '../lti/env.ts';
import { createLtiToolApp } from '../lti-tool/app.ts';
import { composeLtiTool } from '../lti-tool/compose.ts';
import { envSchema as ltiToolEnv } from '../lti-tool/env.ts';
import { createPortalApp } from '../portal/app.ts';
import { createPortalDeps } from '../portal/create-deps.ts';
import { envSchema as portalEnv } from '../portal/env.ts';
import { createQuizApp } from '../quiz/app.ts';
import { composeQuiz } from '../quiz/compose.ts';
import { envSchema as quizEnv } from '../quiz/env.ts';
import { createRecordsApp } from '../records/app.ts';
import { composeRecords } from '../records/compose.ts';
import { envSchema as recordsEnv } from '../records/env.ts';
import { createScimApp } from '../scim/app.ts';
import { composeScim } from '../scim/compose.ts';
import { envSchema as scimEnv } from '../scim/env.ts';
import { createScormApp } from '../scorm/app.ts';
import { composeScorm } from '../scorm/compose.ts';
import { envSchema as scormEnv } from '../scorm/env.ts';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import type { Lrs } from '../shared/open-lrs.ts';
import type { Parts } from '../shared/parts.ts';
import { createXapiApp } from '../xapi/app.ts';
import { composeXapi } from '../xapi/compose.ts';
import { envSchema as xapiEnv } from '../xapi/env.ts';
import { stableIssuer } from './stable-issuer.ts';

export interface DoorsInput {
  readonly environment: Readonly<Record<string, string>>;
  readonly parts: Parts;
  readonly records: RecordStore;
  readonly people: Parameters<typeof createAgencyDirectory>[0]['people'];
  readonly outbox: OutboxMailer;
  readonly assets: ServedAssets;
  readonly logOf: (service: string) => Log;
}

/** Every HTTP function, each under the paths that the HTTP API gives it in AWS. */
export function openDoors(input: DoorsInput): {
  readonly listener: RequestListener;
  /** All but the portal. */
  readonly apps: readonly HttpApp[];
  readonly portal: PartedApp;
} {
  const { environment, parts, records, logOf } = input;
  const xapi = createXapiApp(
    composeXapi({ parts, records, env: xapiEnv.parse(environment), log: logOf('xapi') }),
  );
  const pull = createRecordsApp(
    composeRecords({ parts, env: recordsEnv.parse(environment), log: logOf('records') }),
  );
  const launch = createLaunchApp(
    composeLaunch({
      dynamo: parts.dynamo,
      table: launchEnv.parse(environment).LMS_TABLE,
      log: logOf('launch'),
    }),
  );
  const scorm = createScormApp(
    composeScorm({ parts, records, env: scormEnv.parse(environment), log: logOf('scorm') }),
  );
  const quiz = createQuizApp(
    composeQuiz({ parts, records, env: quizEnv.parse(environment), log: logOf('quiz') }),
  );
  const dispatch = createDispatchApp(
    composeDispatch({ parts, env: dispatchEnv.parse(environment), log: logOf('dispatch') }),
  );
  const lti = createLtiApp(composeLti({ parts, env: ltiEnv.parse(environment), log: logOf('lti') }));
  const ltiTool = createLtiToolApp(
    composeLtiTool({ parts, env: ltiToolEnv.parse(environment), log: logOf('lti-tool') }),
  );
  const api = createApiApp(
    composeApi({
      ...{ parts, lrs: lrsOf(input), env: apiEnv.parse(environment), log: logOf('api') },
      readStubs: input.assets.readStubs,
    }),
  );
  const credentials = createCredentialsApp(
    composeCredentials({ parts, env: credentialsEnv.parse(environment), log: logOf('credentials') }),
  );
  const scim = createScimApp(composeScim({ parts, env: scimEnv.parse(environment), log: logOf('scim') }));
  const portal = openPortal(input);
  const byPrefix: readonly (readonly [string, HttpApp])[] = [
    ['/xapi', xapi],
    ['/records', pull],
    ['/oauth', pull],
    ['/launch/dispatch', dispatch],
    ['/launch/scorm', scorm],
    ['/launch/quiz', quiz],
    ['/launch', launch],
    ['/lti', lti],
    ['/.well-known/openid-configuration', lti],
    ['/credentials', credentials],
    ['/.well-known/did.json', credentials],
    ['/tool', ltiTool],
    ['/scim', scim],
    ['/api', api],
    ['/ims/case', api],
  ];
  const doorOf = doorIn(byPrefix, portal);
  return {
    listener: getRequestListener((request, bindings) => doorOf(request).hono.fetch(request, bindings)),
    apps: [xapi, pull, launch, dispatch, scorm, quiz, lti, ltiTool, credentials, scim, api],
    portal,
  };
}

/** The app under whose path an address lies; the portal has the rest. */
type Door = Pick<HttpApp, 'hono'>;
const doorIn = (byPrefix: readonly (readonly [string, Door])[], portal: Door) => {
  return ({ url }: Request): Door => {
    const path = new URL(url).pathname.replace(/^\/{2,}/, '/');
    return byPrefix.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? portal;
  };
};

function lrsOf({ environment, records, people }: DoorsInput): () => Promise<Lrs> {
  const { ISSUER_URL: issuer } = portalEnv.parse(environment);
  const visibility = visibilityBy(createAgencyDirectory({ people, issuer }));
  return async () => ({
    ...records,
    visibility,
    digest: nodeDigest,
    ids: systemIds,
    clock: systemClock,
  });
}

function openPortal(input: DoorsInput): PartedApp {
  const { environment, parts, outbox, assets, logOf } = input;
  const env = portalEnv.parse(environment);
  const deps = createPortalDeps({
    env,
    parts,
    lrs: lrsOf(input),
    log: logOf('portal'),
    assets,
    outbox: () => outbox.listOutbox(),
  });
  const oidc: OidcClient = stableIssuer(deps.oidc);
  return createPortalApp({ ...deps, oidc });
}

import {
  type CertificateFiles,
  CertificateNotFound,
  type CertificateStore,
  type IssuerPlace,
  readCertificateNumber,
  statusListSeconds,
} from '@sinau/credentials';
import { anonymous, type Clock, type Ids } from '@sinau/kernel';
import { didDocument, type IssuerKey, type JsonLd } from '@sinau/open-badges';
import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';

export interface CredentialsAppDeps {
  readonly certificates: Pick<CertificateStore, 'find'>;
  readonly files: Pick<CertificateFiles, 'badge' | 'jwt'>;
  /** What signs first, then what did before. */
  readonly keys: () => Promise<readonly IssuerKey[]>;
  /** The signed list of revoked credentials; undefined for a number that is none. */
  readonly statusList: (list: number) => Promise<JsonLd | undefined>;
  readonly issuer: IssuerPlace;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

const keptShort = { 'cache-control': 'public, max-age=300' };

/** What verifiers of badges ask: the badge, whether it was revoked, and the keys to check it with. */
export function createCredentialsApp(deps: CredentialsAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'credentials',
    authenticate: async () => anonymous,
    // Verifiers are pages of others.
    cors: { allowHeaders: ['Accept'], exposeHeaders: ['X-Request-Id'] },
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
  });
  app.route({ method: 'GET', path: '/.well-known/did.json', access: ['anyone'] }, async (c) =>
    c.body(JSON.stringify(didDocument(deps.issuer.did, await deps.keys())), 200, {
      ...keptShort,
      'content-type': 'application/did+json',
    }),
  );
  app.route({ method: 'GET', path: '/credentials/status/:list', access: ['anyone'] }, async (c) => {
    const text = c.req.param('list') ?? '';
    const list = /^\d{1,6}$/.test(text) ? await deps.statusList(Number(text)) : undefined;
    if (!list) throw new CertificateNotFound();
    return c.body(JSON.stringify(list), 200, {
      'content-type': 'application/vc+ld+json',
      'cache-control': `public, max-age=${statusListSeconds / 3}`,
    });
  });
  app.route({ method: 'GET', path: '/credentials/:number/:edition', access: ['anyone'] }, async (c) => {
    const { number: typed = '', edition = '' } = c.req.param();
    const asJwt = edition.endsWith('.jwt') || (c.req.header('accept') ?? '').includes('application/vc+jwt');
    const document = await documentOf(deps, { typed, edition: edition.replace(/\.jwt$/, ''), asJwt });
    return c.body(document, 200, {
      ...keptShort,
      vary: 'accept',
      'content-type': asJwt ? 'application/vc+jwt' : 'application/vc+ld+json',
    });
  });
  return app;
}

/** Also of an edition that was revoked: its status says so. */
async function documentOf(
  { certificates, files }: CredentialsAppDeps,
  asked: { readonly typed: string; readonly edition: string; readonly asJwt: boolean },
): Promise<string> {
  const number = readCertificateNumber(asked.typed);
  const edition = /^[1-9]\d?$/.test(asked.edition) ? Number(asked.edition) : undefined;
  if (!number || edition === undefined) throw new CertificateNotFound();
  const certificate = await certificates.find(number);
  if (!certificate?.editions.some((one) => one.edition === edition && one.ready)) {
    throw new CertificateNotFound();
  }
  if (asked.asJwt) return (await files.jwt(number, edition)) ?? '';
  return JSON.stringify(await files.badge(number, edition));
}

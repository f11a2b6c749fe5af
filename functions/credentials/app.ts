import {
  type CertificateFiles,
  CertificateNotFound,
  type CertificateNumber,
  type CertificateStore,
  type IssuerPlace,
  preferred,
  readCertificateNumber,
  statusListSeconds,
} from '@sinau/credentials';
import { anonymous, type Clock, type Ids } from '@sinau/kernel';
import { bakePng, bakeSvg, didDocument, type IssuerKey, type JsonLd } from '@sinau/open-badges';
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
    const { number = '', edition: typed = '' } = c.req.param();
    const [edition = '', ending] = typed.split('.', 2);
    const wanted = ending ?? ((c.req.header('accept') ?? '').includes('application/vc+jwt') ? 'jwt' : 'json');
    const form = Object.hasOwn(forms, wanted) ? forms[wanted as keyof typeof forms] : undefined;
    if (!form) throw new CertificateNotFound();
    const badge = await badgeOf(deps, { number, edition });
    return c.body(await form.body(deps, badge), 200, {
      ...keptShort,
      vary: 'accept',
      ...form.headers,
    });
  });
  return app;
}

interface Badge {
  readonly number: CertificateNumber;
  readonly edition: number;
  readonly title: string;
}

interface Form {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: (deps: CredentialsAppDeps, badge: Badge) => Promise<string | Uint8Array<ArrayBuffer>>;
}

/** Pictures are for downloading: none of them is to be a page of this deployment. */
const picture = (type: string): Form['headers'] => ({
  'content-type': type,
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
});

const credentialOf = async ({ files }: CredentialsAppDeps, { number, edition }: Badge): Promise<JsonLd> => {
  const badge = await files.badge(number, edition);
  if (!badge) throw new CertificateNotFound();
  return badge;
};

/** The document, its twin, and two pictures that carry the document (Open Badges 3.0, section 5.3). */
const forms = {
  json: {
    headers: { 'content-type': 'application/vc+ld+json' },
    body: async (deps, badge) => JSON.stringify(await credentialOf(deps, badge)),
  },
  jwt: {
    headers: { 'content-type': 'application/vc+jwt' },
    body: async ({ files }, { number, edition }) => (await files.jwt(number, edition)) ?? '',
  },
  svg: {
    headers: picture('image/svg+xml'),
    body: async (deps, badge) => {
      const [credential, { badgeSvg }] = await Promise.all([credentialOf(deps, badge), pictures()]);
      return bakeSvg(badgeSvg(badge.title), credential);
    },
  },
  png: {
    headers: picture('image/png'),
    body: async (deps, badge) => {
      const [credential, { badgePng }] = await Promise.all([credentialOf(deps, badge), pictures()]);
      return new Uint8Array(bakePng(badgePng(), credential));
    },
  },
} as const satisfies Readonly<Record<string, Form>>;

// Few ask for them.
const pictures = () => import('@sinau/credentials/pictures');

/** Also of an edition that was revoked: its status says so. */
async function badgeOf(
  { certificates }: CredentialsAppDeps,
  asked: { readonly number: string; readonly edition: string },
): Promise<Badge> {
  const number = readCertificateNumber(asked.number);
  const edition = /^[1-9]\d?$/.test(asked.edition) ? Number(asked.edition) : undefined;
  if (!number || edition === undefined) throw new CertificateNotFound();
  const certificate = await certificates.find(number);
  if (!certificate?.editions.some((one) => one.edition === edition && one.ready)) {
    throw new CertificateNotFound();
  }
  return { number, edition, title: preferred(certificate.course.title)[1] };
}

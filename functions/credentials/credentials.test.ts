import { latestEdition } from '@sinau/credentials';
import { memoryCertificateFiles, memoryCertificateStore, someCertificate } from '@sinau/credentials/testing';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createLog } from '@sinau/platform/log';
import { describe, expect, it } from 'vitest';
import { issuerOf } from '../shared/credential-parts.ts';
import { createCredentialsApp } from './app.ts';

const number = 'SINAU-7K3M-9QXD-4TPA' as never;

async function world() {
  const certificates = memoryCertificateStore();
  const files = memoryCertificateFiles();
  const certificate = someCertificate({ number });
  const ready = { at: '2026-03-02T01:00:20.000Z', pdfSha256: 'ab' };
  const first = { ...latestEdition(certificate), ready };
  const { ready: _none, ...second } = { ...first, edition: 2 };
  await certificates.add({ ...certificate, editions: [first, second] });
  await files.put(number, 1, { pdf: new Uint8Array(), badge: { id: 'badge' }, jwt: 'a.b.c' });
  const app = createCredentialsApp({
    ...{ certificates, files, issuer: issuerOf('https://sinau.example') },
    keys: async () => [{ name: 'z6MkA', publicKeyMultibase: 'z6MkA' }],
    statusList: async (list) => (list === 0 ? { id: 'list' } : undefined),
    ...{ clock: fixedClock(), ids: countedIds(), log: createLog({ service: 'test', level: 'SILENT' }) },
  });
  return async (path: string, accept?: string) =>
    app.hono.request(path, accept === undefined ? {} : { headers: { accept } });
}

describe('the door of verifiers', () => {
  it('shows the keys of the deployment under its DID, to pages of others too', async () => {
    const answer = await (await world())('/.well-known/did.json');
    expect(answer.headers.get('content-type')).toBe('application/did+json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      id: 'did:web:sinau.example',
      verificationMethod: [{ id: 'did:web:sinau.example#z6MkA' }],
    });
  });

  it('gives a badge to whoever has its address, and its twin to who asks for that', async () => {
    const ask = await world();
    const badge = await ask(`/credentials/${number}/1`);
    expect([badge.headers.get('content-type'), await badge.json()]).toEqual([
      'application/vc+ld+json',
      { id: 'badge' },
    ]);
    for (const jwt of [
      await ask(`/credentials/${number}/1.jwt`),
      await ask(`/credentials/${number}/1`, 'application/vc+jwt'),
    ])
      expect([jwt.headers.get('content-type'), await jwt.text()]).toEqual(['application/vc+jwt', 'a.b.c']);
  });

  it('gives it within pictures, to be kept and not to be shown as a page', async () => {
    const ask = await world();
    const svg = await ask(`/credentials/${number}/1.svg`);
    const png = await ask(`/credentials/${number}/1.png`);
    expect([svg, png].map(({ headers }) => headers.get('content-type'))).toEqual([
      'image/svg+xml',
      'image/png',
    ]);
    for (const { headers } of [svg, png]) {
      expect(headers.get('content-disposition')).toBe('attachment');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
    const text = await svg.text();
    expect(text).toContain('<openbadges:credential><![CDATA[{"id":"badge"}]]></openbadges:credential>');
    expect(text).toContain('Pelayanan publik</text>');
    expect(Buffer.from(await png.arrayBuffer()).toString('latin1')).toContain('openbadgecredential');
  });

  it.each([
    ['an edition whose documents are being made', `/credentials/${number}/2`],
    ['an edition that there is none of', `/credentials/${number}/3`],
    ['another kind of file', `/credentials/${number}/1.gif`],
    ['a kind that every object has', `/credentials/${number}/1.constructor`],
    ['another number', '/credentials/SINAU-0000-0000-0000/1'],
    ['what is no number', '/credentials/..%2f..%2fx/1'],
    ['what is no edition', `/credentials/${number}/1e1`],
    ['a list that has not begun', '/credentials/status/1'],
    ['what is no list', '/credentials/status/0x0'],
  ])('has nothing for %s', async (_, path) => {
    const answer = await (await world())(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'credentials.not-found' });
  });

  it('tells who was revoked for a few minutes at most', async () => {
    const answer = await (await world())('/credentials/status/0');
    expect(await answer.json()).toEqual({ id: 'list' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  });
});

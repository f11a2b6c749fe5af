import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCertificateStore } from '@sinau/credentials/dynamo';
import { createCertificateFiles } from '@sinau/credentials/files';
import { someCertificate } from '@sinau/credentials/testing';
import { createFakeEsign } from '@sinau/esign/testing';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { checkSealedPdf } from '@sinau/platform/pdf';
import { createSealingKey, sealPdf } from '@sinau/platform/pdf-testing';
import { createSecretSealer } from '@sinau/platform/sealing';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { changeSettings, confirmSealer, downloadSealed, enterActivation, orderTrial } from '@sinau/sealing';
import PDFDocument from 'pdfkit';
import { afterAll, expect, it } from 'vitest';
import { createSealDesk } from '../shared/seal-desk.ts';
import { createSealReader } from '../shared/seal-reader.ts';
import { sealJob } from './seal-job.ts';

const day = 86_400_000;
const key = createSealingKey({
  ...{ name: 'Segel Elektronik Badan Contoh', organisation: 'Badan Contoh' },
  ...{ from: new Date(Date.now() - day), to: new Date(Date.now() + 90 * day) },
});
const fake = createFakeEsign({
  clock: systemClock,
  seal: (pdf, { at, reason }) => sealPdf(pdf, key, { at, reason }),
});

/** The agency's server, asked over HTTP as it would be. */
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const { status, headers, body } = fake.respond({
    ...{ url: request.url ?? '', body: Buffer.concat(parts).toString() },
    headers: request.headers as Readonly<Record<string, string>>,
  });
  response.writeHead(status, headers).end(body);
}).listen(0, '127.0.0.1');
afterAll(() => server.close());

async function printed(): Promise<Buffer> {
  const pdf = new PDFDocument({ tagged: true, lang: 'id', pdfVersion: '1.7' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.text('Sertifikat');
  pdf.end();
  await done;
  return Buffer.concat(parts);
}

withTables((engine, tables) => {
  it(`a certificate that was issued already comes back sealed, over HTTP, and both files stay (${engine})`, async () => {
    const { dynamo, lms: table } = tables();
    const agencyId = systemIds.uuid() as AgencyId;
    const objects = createMemoryObjectStore();
    const queued: object[] = [];
    const queue = { send: async (message: object) => void queued.push(message) };
    const parts = {
      parts: {
        ...{ dynamo, objects: () => objects, queue: () => queue },
        sealer: () => createSecretSealer('a secret for tests, long enough to seal'),
      },
      env: {
        ...{ LMS_TABLE: table, DOCUMENTS_BUCKET: 'd', PUSH_KEY_ID: 'k', SEAL_QUEUE_URL: 'q' },
        PUSH_ALLOW_LOOPBACK: true,
      },
      ...{ outbound: createOutbound({ allowLoopback: true }), queue, clock: systemClock },
      log: { info: () => undefined, warn: () => undefined },
    } as unknown as Parameters<typeof sealJob>[0] & Parameters<typeof createSealDesk>[0];
    const desk = createSealDesk(parts);
    const job = sealJob(parts);
    const run = async (task: string) => job.prepare({ kind: 'seal', task, agencyId } as never).run();

    const original = await printed();
    const issued = someCertificate({ agencyId, personId: systemIds.uuid() as never });
    const [first] = issued.editions;
    const ready = { at: new Date().toISOString(), pdfSha256: nodeDigest.sha256(original) };
    const certificate = { ...issued, editions: [{ ...first, ready } as NonNullable<typeof first>] };
    await createCertificateStore({ dynamo, table }).add(certificate);
    await createCertificateFiles({ objects }).put(certificate.number, 1, {
      pdf: original,
      badge: {},
      jwt: '',
    });
    await createPeopleStore({ dynamo, table }).add({
      ...{ personId: certificate.personId, name: 'Sri', email: `${certificate.personId}@contoh.go.id` },
      ...{ status: 'active', roles: ['learner'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
      ...{ sessionGeneration: 1, invitedAt: '2026-01-01T00:00:00.000Z', rev: 1 },
    } as never);

    const principal = {
      ...{ kind: 'person', personId: 'agus', name: 'Agus', roles: ['agency-admin'], agencyId },
    } as unknown as PersonPrincipal;
    const account = {
      ...{ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, username: 'sinau' },
      ...{ subscriberId: 'segel-badan-contoh', documents: ['certificate'] as const },
      since: new Date(Date.now() - day).toISOString(),
    };
    await changeSettings(desk, { principal, change: { ...account, isOn: false, password: 'sandi-esign' } });
    await orderTrial(desk, { principal, what: 'activation' });
    await run('try');
    await enterActivation(desk, { principal, code: fake.mailedCode() });
    await orderTrial(desk, { principal, what: 'test' });
    await run('try');
    const fingerprint = (await desk.settings.find(agencyId))?.trial?.sealer?.fingerprint ?? '';
    await confirmSealer(desk, { principal, fingerprint });
    expect(await job.due?.()).toEqual([]);
    await changeSettings(desk, { principal, change: { ...account, isOn: true } });
    expect(JSON.stringify(await desk.settings.find(agencyId))).not.toMatch(/sandi-esign/);
    expect(await job.due?.()).toContainEqual({ kind: 'seal', task: 'send', agencyId });

    await run('sweep');
    const counted = fake.state.sealed;
    await Promise.all([run('send'), run('send')]);
    await run('send');
    expect(fake.state.sealed).toBe(counted + 1);
    const reader = createSealReader(parts);
    const ref = { kind: 'certificate', number: certificate.number, edition: 1 } as const;
    const sealed = (await downloadSealed(reader, ref)) ?? new Uint8Array();
    expect(checkSealedPdf({ original, sealed, at: new Date() })).toMatchObject({
      sealer: { name: 'Segel Elektronik Badan Contoh' },
    });
    expect((await reader.rows.find(ref))?.seal?.sha256).toBe(nodeDigest.sha256(sealed));
    expect(await createCertificateFiles({ objects }).pdf(certificate.number, 1)).toEqual(
      new Uint8Array(original),
    );
  });
});

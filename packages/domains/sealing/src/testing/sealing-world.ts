import { createEsignClient } from '@sinau/esign';
import { createFakeEsign, type EsignFault, type FakeEsignOptions } from '@sinau/esign/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createSealingKey, sealPdf } from '@sinau/platform/pdf-testing';
import { createSecretSealer } from '@sinau/platform/sealing';
import { pdfSealChecker } from '../adapters/index.ts';
import { changeSettings, confirmSealer, enterActivation } from '../change-settings.ts';
import { samplePdf } from '../sample-pdf.ts';
import { sealDue } from '../seal-due.ts';
import type { SealRef } from '../seal-row.ts';
import { orderTrial, runTrial } from '../try-seal.ts';
import { memorySealStore } from './memory-seal-store.ts';
import { memorySealedFiles } from './memory-sealed-files.ts';

const agencyId = 'a-1' as AgencyId;
export const sealAdmin: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p-1' as PersonId, name: 'Agus', roles: ['agency-admin'], agencyId },
};

const named = (name: string) => ({
  ...{ name, organisation: 'Badan Contoh' },
  ...{ from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') },
});
/** Making a key takes a while; each test signs with the same ones. */
export const sealKeys = {
  ours: createSealingKey(named('Segel Elektronik Badan Contoh')),
  renewed: createSealingKey(named('Segel Elektronik Badan Contoh')),
};

/** An agency with a seal service that signs in earnest. */
export function sealingWorld(options: Partial<FakeEsignOptions> = {}) {
  let now = new Date('2026-11-28T03:00:00Z');
  let fault: ((door: string) => EsignFault | undefined) | undefined;
  let signing: FakeEsignOptions['seal'] = (pdf, { at, reason }) =>
    sealPdf(pdf, sealKeys.ours, { at, reason });
  const clock = { now: () => now };
  const fake = createFakeEsign({
    ...{ clock, seal: (pdf, of) => signing(pdf, of), fault: (door) => fault?.(door) },
    ...options,
  });
  const store = memorySealStore();
  const files = memorySealedFiles();
  const documents = new Map<string, Uint8Array | 'revoked' | 'replaced'>();
  const base64 = {
    encode: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
    decode: (text: string) => Buffer.from(text, 'base64'),
  };
  const deps = {
    ...{ ...store, files, clock, digest: nodeDigest, ids: countedIds(), checker: pdfSealChecker },
    box: createSecretSealer('a secret for tests, long enough to seal'),
    service: {
      open: (of: object) => createEsignClient({ ...(of as typeof account), base64, send: fake.send }),
    },
    addresses: { mayAsk: async (address: string) => address.startsWith('https://') },
    documents: { read: async ({ number }: SealRef) => documents.get(number) ?? 'gone' },
  } as const;
  const settings = async () => {
    const found = await store.settings.find(agencyId);
    if (!found) throw new Error('nothing was set up');
    return found;
  };
  const change = (more: Partial<Parameters<typeof changeSettings>[1]['change']> = {}) =>
    changeSettings(deps, {
      principal: sealAdmin,
      change: { ...account, isOn: false, documents: ['certificate'], since: now.toISOString(), ...more },
    });
  /** As an administrator does it: account, code from the mail, a sample, and whose seal it is. */
  const setUp = async () => {
    await change();
    await orderTrial(deps, { principal: sealAdmin, what: 'activation' });
    await runTrial(deps, agencyId);
    await enterActivation(deps, { principal: sealAdmin, code: fake.mailedCode() });
    await orderTrial(deps, { principal: sealAdmin, what: 'test' });
    const trial = await runTrial(deps, agencyId);
    await confirmSealer(deps, { principal: sealAdmin, fingerprint: trial?.sealer?.fingerprint ?? '' });
    await change({ isOn: true, password: undefined });
    return trial;
  };
  return {
    ...{ agencyId, deps, store, files, documents, fake, settings, change, setUp },
    run: () => sealDue(deps, { agencyId, stillTime: () => true }),
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    fail: (next: typeof fault) => {
      fault = next;
    },
    sign: (next: FakeEsignOptions['seal']) => {
      signing = next;
    },
    /** A certificate that was issued now. */
    issue: (number: string): SealRef => {
      documents.set(number, samplePdf());
      return { kind: 'certificate', number, edition: 1 };
    },
  };
}

const account = {
  ...{ address: 'https://esign.badan-contoh.example', username: 'sinau', password: 'sandi-esign' },
  subscriberId: 'segel-badan-contoh',
};

import type { Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest as digest, hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  downloadRecord,
  downloadTranscript,
  makeTranscript,
  orderTranscript,
  type PrintedTranscript,
  printedNumber,
  readTranscript,
  readTranscriptNumber,
  type TranscriptFacts,
  transcriptNumber,
  verifyTranscript,
} from './index.ts';
import {
  memoryCertificateStore,
  memoryTranscriptFiles,
  memoryTranscriptStore,
  someTranscriptFacts,
} from './testing/index.ts';

const personId = 'p-1' as PersonId;
const of = { personId, year: 2026 };
const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: ['learner'] };

function world() {
  let facts: TranscriptFacts | undefined = someTranscriptFacts;
  const clock = fixedClock('2026-11-28T03:00:00.000Z');
  const revoked: number[] = [];
  const deps = {
    revoked,
    ...{ certificates: memoryCertificateStore(), ids: countedIds() },
    credentialSigner: {
      prove: async (document: object) => ({ ...document, proof: {} }),
      jwt: async () => 'a.b.c',
    },
    ...{
      transcripts: memoryTranscriptStore((place) => revoked.push(place)),
      transcriptFiles: memoryTranscriptFiles(),
    },
    ...{ clock, digest, signer: hmacSigner('a secret of thirty-two characters') },
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin: 'https://sinau.example' },
    transcriptSource: { read: async () => facts },
    transcriptPrinter: {
      print: vi.fn(async ({ edition }: PrintedTranscript) => new TextEncoder().encode(`%PDF ${edition}`)),
    },
    send: vi.fn(async () => undefined),
  };
  return {
    ...deps,
    at: (iso: string) => clock.advance(Date.parse(iso) - clock.now().getTime()),
    order: () => orderTranscript(deps, { principal, ...of }),
    make: () => makeTranscript(deps, of),
    nowSays: (next: Partial<TranscriptFacts>) => {
      facts = { ...someTranscriptFacts, ...next };
    },
  };
}

describe('a transcript', () => {
  it('is made of what the ledger says when the worker comes to it, once however often that is told', async () => {
    const on = world();
    expect(await readTranscript(on, of)).toEqual({ state: 'none' });
    expect(await on.make()).toBe('known');
    await Promise.all([on.order(), on.order()]);
    expect(await readTranscript(on, of)).toEqual({ state: 'making' });
    await expect(downloadTranscript(on, of)).rejects.toMatchObject({ code: 'credentials.not-ready' });
    on.nowSays({ recognised: 1500 as Jp });
    expect([await on.make(), await on.make()]).toEqual(['made', 'known']);
    expect(on.transcriptPrinter.print).toHaveBeenCalledTimes(1);
    const { state, edition } = await readTranscript(on, of);
    expect([state, edition?.edition, edition?.recognised]).toEqual(['ready', 1, 1500]);
    expect(new TextDecoder().decode((await downloadTranscript(on, of)).pdf)).toBe('%PDF 1');
  });

  it('is not printed again while it would say the same on the same day of the learner', async () => {
    const on = world();
    await on.order();
    await on.make();
    // Still the 28th in Makassar, an hour before midnight there.
    on.at('2026-11-28T15:00:00.000Z');
    await on.order();
    expect(await on.make()).toBe('unchanged');
    on.at('2026-11-28T16:30:00.000Z');
    await on.order();
    expect(await on.make()).toBe('made');
    on.nowSays({ held: 0 as Jp });
    await on.order();
    expect(await on.make()).toBe('made');
    expect((await readTranscript(on, of)).edition?.edition).toBe(3);
    // The record of an edition counts until there is another.
    expect(on.revoked).toEqual([0, 1]);
    const { text } = await downloadRecord(on, { ...of, form: 'clr' });
    expect(JSON.parse(text)).toMatchObject({ credentialStatus: { statusListIndex: '2' } });
  });

  it('that does not come within a minute may be asked for again, and what comes late then loses nothing', async () => {
    const on = world();
    await on.order();
    on.at('2026-11-28T03:01:01.000Z');
    expect(await readTranscript(on, of)).toEqual({ state: 'late' });
    on.transcriptPrinter.print.mockImplementationOnce(async () => {
      await on.order();
      return new Uint8Array();
    });
    await expect(on.make()).rejects.toMatchObject({ code: 'credentials.changed-meanwhile' });
    expect(await on.make()).toBe('made');
    expect(on.send).toHaveBeenCalledTimes(2);
  });

  it('is of no year that has not begun', async () => {
    const on = world();
    const next = { principal, personId, year: 2027 };
    await expect(orderTranscript(on, next)).rejects.toMatchObject({ code: 'credentials.no-such-year' });
    // New Year in Jayapura.
    on.at('2026-12-31T15:00:00.000Z');
    await expect(orderTranscript(on, next)).resolves.toMatchObject({ year: 2027 });
  });
});

describe('whoever has the number of a transcript', () => {
  it('reads whose it is, what was recognised when, and whether there is a newer one: nothing else', async () => {
    const on = world();
    await on.order();
    await on.make();
    const number = transcriptNumber(on, of);
    const first = printedNumber({ number, edition: 1 });
    const shown = await verifyTranscript(on, { typed: first });
    expect(shown).toEqual({
      ...{ number: first, holderName: 'Ni Luh Putu Sri Rahayu', year: 2026, recognised: 1400, edition: 1 },
      ...{ asOf: '2026-11-28T03:00:00.000Z', pdfSha256: digest.sha256('%PDF 1') },
    });
    on.at('2026-11-30T03:00:00.000Z');
    on.nowSays({ recognised: 2000 as Jp });
    await on.order();
    await on.make();
    expect(await verifyTranscript(on, { typed: first })).toEqual({
      ...shown,
      newer: { edition: 2, asOf: '2026-11-30T03:00:00.000Z' },
    });
    const latest = await verifyTranscript(on, { typed: number });
    expect(latest).toMatchObject({ edition: 2, recognised: 2000 });
    expect(latest?.newer).toBeUndefined();
    for (const typed of [`${number}-3`, `${number}-0`, 'SINAU-JP-0000-0000-0000', 'SINAU-7K3M-9QXD-4TPA']) {
      expect(await verifyTranscript(on, { typed })).toBeUndefined();
    }
  });

  it.each([
    ['SINAU-JP-7K3M-9QXD-4TPA-12', { number: 'SINAU-JP-7K3M-9QXD-4TPA', edition: 12 }],
    [' sinau jp 7k3m 9qxd 4til', { number: 'SINAU-JP-7K3M-9QXD-4T11' }],
    ['SINAU-JP-7K3M-9QXD-4TPA-1-1', undefined],
    ['SINAU-JP-7K3M-9QXD', undefined],
    ['SINAU-7K3M-9QXD-4TPA', undefined],
  ])('may type it as it was read from paper: %j', (typed, read) => {
    expect(readTranscriptNumber(typed)).toEqual(read);
  });

  it('could not have made it without the key', () => {
    const numberOf = (secret: string) => transcriptNumber({ digest, signer: hmacSigner(secret) }, of);
    expect(numberOf('a secret of thirty-two characters')).not.toBe(
      numberOf('another one of thirty-two letters'),
    );
  });
});

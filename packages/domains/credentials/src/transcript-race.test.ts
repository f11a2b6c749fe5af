import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest as digest, hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  downloadRecord,
  downloadTranscript,
  makeTranscript,
  orderTranscript,
  type PrintedTranscript,
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
  const revoked: number[] = [];
  const certificates = memoryCertificateStore();
  const deps = {
    ...{ certificates, revoked, digest, ids: countedIds(), clock: fixedClock('2026-11-28T03:00:00.000Z') },
    credentialSigner: {
      prove: async (document: object) => ({ ...document, proof: {} }),
      jwt: async ({ sub }: { readonly sub?: unknown }) => String(sub),
    },
    transcripts: memoryTranscriptStore((place) => revoked.push(place)),
    transcriptFiles: memoryTranscriptFiles(),
    signer: hmacSigner('a secret of thirty-two characters'),
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin: 'https://sinau.example' },
    transcriptSource: { read: async () => someTranscriptFacts },
    // Read at different moments, so that no two PDFs are alike.
    transcriptPrinter: {
      print: async ({ asOf, edition }: PrintedTranscript) => new TextEncoder().encode(`${edition} ${asOf}`),
    },
    send: vi.fn(async () => undefined),
  };
  return { ...deps, order: () => orderTranscript(deps, { principal, ...of }) };
}

/** Waits where it is told to, until it is let go. */
function gate() {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const pass = async () => {
    arrived.resolve();
    await opened.promise;
  };
  return { arrived: arrived.promise, open: () => opened.resolve(), pass };
}

describe('two who make one transcript at once', () => {
  it.each(['before its files', 'before its row'] as const)(
    'change nothing that is given out when they lose: held %s',
    async (where) => {
      const on = world();
      const { transcriptFiles, transcripts } = on;
      await on.order();
      const held = gate();
      const slow = makeTranscript(
        {
          ...on,
          transcriptFiles: {
            ...transcriptFiles,
            put: async (...given) => {
              if (where === 'before its files') await held.pass();
              await transcriptFiles.put(...given);
            },
          },
          transcripts: {
            ...transcripts,
            change: async (...given) => {
              if (where === 'before its row') await held.pass();
              return transcripts.change(...given);
            },
          },
        },
        of,
      );
      await held.arrived;
      on.clock.advance(1000);
      expect(await makeTranscript(on, of)).toBe('made');
      const before = await served(on);
      held.open();
      await expect(slow).rejects.toMatchObject({ code: 'credentials.changed-meanwhile' });
      expect(await makeTranscript(on, of)).toBe('known');
      expect(await served(on)).toEqual(before);
      expect(before.shownSha256).toBe(before.servedSha256);
      expect(before.places).toEqual([1, 1]);
      // Every place that was taken is that of the edition, or revoked.
      expect([await on.certificates.takenPlaces(), on.revoked]).toEqual([2, [0]]);
    },
  );

  it('are not sent for by those who ask while it is being made', async () => {
    const on = world();
    await Promise.all([on.order(), on.order()]);
    await on.order();
    expect(on.send).toHaveBeenCalledTimes(1);
  });
});

/** What the verification page and the downloads say. */
async function served(on: ReturnType<typeof world>) {
  const shown = await verifyTranscript(on, { typed: transcriptNumber(on, of) });
  const { edition, pdf } = await downloadTranscript(on, of);
  const { text } = await downloadRecord(on, { ...of, form: 'clr' });
  const { credentialStatus } = JSON.parse(text);
  const places = [edition.record?.statusIndex, Number(credentialStatus.statusListIndex)];
  return { text, places, shownSha256: shown?.pdfSha256, servedSha256: digest.sha256(pdf) };
}

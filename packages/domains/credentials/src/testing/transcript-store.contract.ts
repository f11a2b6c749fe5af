import { randomUUID } from 'node:crypto';
import type { Jp, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { TranscriptStore } from '../transcript/ports.ts';
import type { Transcript, TranscriptEdition, TranscriptNumber } from '../transcript/transcript.ts';

function asked(): Transcript & Required<Pick<Transcript, 'asked'>> {
  const personId = randomUUID() as PersonId;
  return {
    number: `SINAU-JP-${randomUUID()}` as TranscriptNumber,
    ...{ personId, year: 2026, latest: 0, rev: 0 },
    asked: { at: '2026-11-28T03:00:00.000Z', by: { kind: 'person', personId } },
  };
}

const printed = ({ number, asked: { by } }: ReturnType<typeof asked>): TranscriptEdition => ({
  ...{ number, by, edition: 1, year: 2026, asOf: '2026-11-28T03:00:02.000Z', holderName: 'Sri Rahayu' },
  ...{ recognised: 1250 as Jp, factsSha256: 'ab', pdfSha256: 'cd' },
  record: { subjectId: 'urn:uuid:1', statusIndex: 8 },
  filesId: 'f-1',
});

/** What every store of transcripts keeps. */
export function transcriptStoreContract(adapter: string, open: () => Promise<TranscriptStore>): void {
  describe(`transcripts on ${adapter}`, () => {
    it('keeps what was asked for first, of several who ask at once', async () => {
      const store = await open();
      const one = asked();
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.change(one)));
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
      expect(await store.find(one.number)).toEqual({ ...one, rev: 1 });
      expect(await store.find(asked().number)).toBeUndefined();
    });

    it('adds an edition with the change that it belongs to, or not at all', async () => {
      const store = await open();
      const one = asked();
      const { asked: _, ...done } = { ...one, latest: 1, rev: 1 };
      await store.change(one);
      expect(await store.change({ ...done, rev: 0 }, { edition: printed(one) })).toBe('conflict');
      expect(await store.findEdition(one.number, 1)).toBeUndefined();
      expect(await store.change(done, { edition: printed(one), revoked: 7 })).toBe('changed');
      expect(await store.findEdition(one.number, 1)).toEqual(printed(one));
      expect(await store.find(one.number)).toEqual({ ...done, rev: 2 });
      await store.revoke(9);
      await store.revoke(9);
      for (const absent of [0, 2]) expect(await store.findEdition(one.number, absent)).toBeUndefined();
    });
  });
}

import type { DomainError, Jp } from '@sinau/kernel';
import type {
  TranscriptEditionView,
  TranscriptsPorts,
  TranscriptView,
  VerifiedTranscriptView,
} from '../transcripts/ports.ts';

const asOf = '2026-03-02T01:00:00.000Z';
const number = 'SINAU-JP-7K3M-9QXD-4TPA-1';

const edition: TranscriptEditionView = {
  ...{ number, asOf, recognised: 1250 as Jp },
  verifyUrl: `https://sinau.example/verify/${number}`,
};

const states: Readonly<Record<number, Pick<TranscriptView, 'state' | 'edition'>>> = {
  2026: { state: 'ready', edition },
  2025: { state: 'making' },
  2024: { state: 'late', edition },
  2023: { state: 'making', edition },
};

const verified: VerifiedTranscriptView = {
  ...{ number, holderName: 'Siti Rahma', year: 2026, recognised: 1250 as Jp, asOf, edition: 1 },
  pdfSha256: 'ab'.repeat(32),
};

/** One year for each state, and none for all others. */
export function createTranscriptFixtures(refusal: () => DomainError): TranscriptsPorts {
  return {
    transcriptOf: async (_reader, { personId, year = 2026 }) => ({
      ...{ year, years: [2026, 2025, 2024], ...(states[year] ?? { state: 'none' }) },
      ...(personId !== undefined && { holder: { personId, name: 'Siti Rahma' } }),
    }),
    order: async (_reader, { year }) => {
      if (year > 2026) throw refusal();
    },
    pdfOf: async (_reader, { year = 0 }) =>
      states[year]?.edition && { number, pdf: new Uint8Array([37, 80, 68, 70]) },
    recordOf: async (_reader, { year = 0, form }) =>
      states[year]?.edition ? { number, text: form } : undefined,
    numberIn: async (typed) => (typed.startsWith('SINAU-JP-') ? typed : undefined),
    verify: async (typed) => {
      if (typed === number) return verified;
      return typed === 'SINAU-JP-0000-0000-0001-1'
        ? { ...verified, number: typed, newer: { edition: 2, asOf } }
        : undefined;
    },
  };
}

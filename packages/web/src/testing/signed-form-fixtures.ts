import type { SignedFormsPorts, VerifiedFormView } from '../signed-forms/ports.ts';

const form: VerifiedFormView = {
  ...{ number: 'SINAU-CM-7K3M-9QXD-4TPA-1', edition: 1, kind: 'coaching', minutes: 45, state: 'valid' },
  guide: { name: 'Dr. Wulan <b>C</b>', agency: 'Badan Contoh' },
  learner: { name: 'Sri' },
  // The third of March where the session was.
  ...{ startsAt: '2026-03-02T23:00:00.000Z', timeZone: 'Asia/Jayapura' },
  signatures: [
    { side: 'learner', at: '2026-03-03T01:00:00.000Z' },
    { side: 'guide', at: '2026-03-03T02:00:00.000Z' },
  ],
  ...{ madeAt: '2026-03-03T02:00:03.000Z', pdfSha256: 'cd'.repeat(32) },
};
const numbered = (n: number, over: Partial<VerifiedFormView>): VerifiedFormView => ({
  ...{ ...form, number: `SINAU-CM-7K3M-9QXD-4TPA-${n}`, edition: n, signatures: [], ...over },
});
const forms = [
  form,
  numbered(2, { state: 'replaced' }),
  numbered(3, { state: 'withdrawn' }),
  { ...form, number: 'SINAU-CM-7K3M-9QXD-4TPA-4', edition: 4, topic: 'Membuka <i>rapat</i>' },
];

/** One form for each state, and none for all other numbers. */
export const signedFormFixtures: SignedFormsPorts = {
  numberIn: async (typed) => (typed.startsWith('SINAU-CM-') ? typed : undefined),
  verify: async (typed) => forms.find(({ number }) => number === typed),
};

import type { SignedFormFacts } from '../signed-form/form.ts';

/** A signed session of three quarters of an hour. */
export const someFormFacts: SignedFormFacts = {
  ...{ kind: 'coaching', state: 'signed', edition: 1, minutes: 45, showTopic: false },
  guide: { name: 'Dr. Wulan Contoh, M.T.', agency: 'Badan Contoh' },
  learner: { name: 'Sri Contoh, S.Kom.', agency: 'Dinas Contoh' },
  ...{ startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T02:45:00.000Z', timeZone: 'Asia/Jakarta' },
  goal: 'Memimpin rapat dengan tenang dan selesai tepat waktu.',
  topic: 'Membuka rapat',
  result: 'Agenda tiga baris dikirim sehari sebelumnya.',
  followUp: 'Dicoba pada rapat hari Senin.',
  signatures: [
    { side: 'learner', at: '2026-03-02T03:00:00.000Z' },
    { side: 'guide', at: '2026-03-02T04:30:00.000Z' },
  ],
};

import type { DomainError, Jp } from '@sinau/kernel';
import type { ExternalPorts, ExternalRow, ExternalState, ExternalView } from '../external/ports.ts';

const at = '2026-03-09T01:00:00.000Z';
const seminar = {
  code: 'KL06',
  id: 'Seminar / konferensi / sarasehan',
  en: 'Seminar',
  unit: 'day',
  asked: ['certificate', 'letter-or-invitation'],
} as const;

function rowOf(learningId: string, state: ExternalState, more: Partial<ExternalRow> = {}): ExternalRow {
  return {
    ...{ personId: 'p1', learningId, title: `Seminar ${learningId}`, organiser: 'Universitas Contoh', state },
    ...{ form: seminar, startsOn: '2026-03-02', endsOn: '2026-03-03', waitingSince: at, learner: 'Yohanis' },
    ...more,
  };
}

function viewOf(row: ExternalRow, more: Partial<ExternalView> = {}): ExternalView {
  return {
    ...{ ...row, rev: 1, way: 'attended', editable: 'nothing', needsLetter: false, own: [], review: [] },
    writesLetter: false,
    details: {
      ...{ form: 'KL06', title: row.title, organiser: row.organiser, abroad: false, count: 2 },
      ...{ startsOn: row.startsOn, endsOn: row.endsOn, stated: 800 as Jp, notes: 'Dua hari penuh.' },
      certificate: { number: '012/SEM/2026', issuer: 'Universitas Contoh' },
      letter: { number: 'ST-12/2026', date: '2026-02-27' },
    },
    evidence: [
      { evidenceId: 'e1', kind: 'certificate', name: 'sertifikat.pdf', sizeBytes: 120_000, pages: 1 },
    ],
    lines: [
      { n: 1, state: 'draft', at, by: 'Yohanis', as: 'learner' },
      { n: 2, state: 'returned', at, by: 'Agus', as: 'agency', reason: 'Belum terbaca.' },
      { n: 3, state: 'recognised', at, as: 'system' },
    ],
    worth: {
      ...{ computed: 800 as Jp, recognised: 400 as Jp, reasons: ['over_cap'] },
      ground: { legalBasis: 'PerLAN 10/2018', verified: true },
    },
    alike: [],
    asked: {
      proofs: [
        { proof: 'certificate', isThere: true },
        { proof: 'letter-or-invitation', isThere: false },
      ],
      ground: { legalBasis: 'Praktik instansi', verified: false },
    },
    ...more,
  };
}

const draft = viewOf(rowOf('draf', 'draft'), {
  ...{ editable: 'all', writesLetter: true, own: ['send', 'cancel'] },
});
const planned = viewOf(rowOf('rencana', 'hr_ok'), {
  ...{ editable: 'report', way: 'planned', needsLetter: true, own: ['cancel'], evidence: [] },
  review: ['assign', 'return', 'reject'],
});
const returned = viewOf(rowOf('kembali', 'returned'), {
  ...{ editable: 'all', writesLetter: true, own: ['send'], reason: 'Buram.' },
});
const item = { year: 2026, itemId: 'i1', title: 'Pelayanan <b>ramah</b>' };
const reported = viewOf(rowOf('laporan', 'reported'), {
  review: ['verify', 'return', 'reject'],
  plan: { items: [item], chosen: { year: 2026, itemId: 'lama', title: '–' } },
});
const views = [draft, planned, returned, reported, viewOf(rowOf('selesai', 'recognised'))];

/** `refusal`: what the use cases throw for a record that is not there. */
export function createExternalFixtures(refusal: () => DomainError): ExternalPorts {
  const find = async (id: string) => {
    const found = views.find(({ learningId }) => learningId === id);
    if (!found) throw refusal();
    return found;
  };
  return {
    maxBytes: 4 * 1024 * 1024,
    formsOf: async () => [seminar, { code: 'KL12', id: 'Klasikal lainnya', en: 'Other classical' }],
    ownOf: async ({ personId }) => (personId === 'kosong' ? [] : views),
    viewOf: async (_reader, { learningId }) => find(learningId),
    add: async (_reader, { details, file }) => {
      if (details.title === 'Sama') return { outcome: 'duplicate', learningId: 'draf' };
      return file && file.name === 'buruk.pdf'
        ? { outcome: 'evidence', problem: 'active' }
        : { outcome: 'saved', learningId: 'draf' };
    },
    change: async (_reader, { learningId }) => ({ outcome: 'saved', learningId }),
    move: async (_reader, { learningId }) =>
      learningId === 'rencana'
        ? { outcome: 'evidence', problem: 'missing' }
        : { outcome: 'saved', learningId },
    addEvidence: async (_reader, learningId) => ({ outcome: 'saved', learningId }),
    removeEvidence: async () => undefined,
    evidenceOf: async (_reader, { learningId, evidenceId }) => {
      const found = (await find(learningId)).evidence.find((one) => one.evidenceId === evidenceId);
      if (!found) throw refusal();
      return { name: found.name, bytes: new Uint8Array([37, 80, 68, 70]) };
    },
    waitingOf: async (_reader, _desk, token) => ({
      rows: token === 'kosong' ? [] : [planned, reported],
      ...(token === undefined && { nextPageToken: 'kosong' }),
    }),
    decide: async (_reader, { learningId }) => void (await find(learningId)),
    namePlanItem: async (_reader, { learningId }) => void (await find(learningId)),
    policyOf: async () => ({ letterForms: ['KL06'], verifiers: 'either', rev: 0 }),
    setPolicy: async () => undefined,
  };
}

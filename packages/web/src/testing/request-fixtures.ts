import type { DeskRequestView, IncidentView, LegalHoldView, RequestsPorts } from '../requests/ports.ts';

const open: DeskRequestView = {
  ...{ requestId: 'open', kind: 'correction', field: 'zone', text: 'Zona saya WIT, bukan WIB.' },
  ...{
    openedAt: '2026-03-02T01:00:00.000Z',
    dueAt: '2026-03-05T01:00:00.000Z',
    hoursLeft: 60,
    state: 'open',
  },
  ...{ person: 'Siti Rahmawati, S.Kom.', personId: 'siti', agency: 'Badan Contoh' },
  ...{ jobOver: true, own: false, held: false },
};
const { field: _, ...other } = open;

const requests: readonly DeskRequestView[] = [
  { ...other, requestId: 'late', kind: 'objection', text: 'JP saya ditahan.', hoursLeft: -3 },
  { ...other, requestId: 'erase', kind: 'erasure', text: 'Hapus catatan lama.', hoursLeft: 5 },
  { ...other, requestId: 'held', kind: 'erasure', text: 'Hapus.', hoursLeft: 30, held: true },
  { ...other, requestId: 'begun', kind: 'erasure', text: 'Hapus.', jobId: 'counted', jobOver: false },
  open,
  { ...open, requestId: 'own', own: true },
];
const ended: readonly DeskRequestView[] = [
  {
    ...{ ...open, requestId: 'refused', state: 'answered', outcome: 'refused', ground: 'unfounded' },
    ...{
      answer: 'Unit Anda berada di WIB.',
      answeredBy: 'Admin Instansi',
      endedAt: '2026-03-03T01:00:00.000Z',
    },
  },
  {
    ...{ ...other, requestId: 'erased', kind: 'erasure', state: 'answered', outcome: 'partly' },
    ...{ ground: 'personnel-records', endedAt: '2026-03-03T01:00:00.000Z' },
  },
  { ...other, requestId: 'withdrawn', kind: 'restriction', state: 'withdrawn' },
];

const hold: LegalHoldView = {
  ...{ holdId: 'h', personId: 'siti', person: 'Siti Rahmawati, S.Kom.', ground: 'Perkara 7/2026' },
  ...{ placedBy: 'Operator Satu', placedAt: '2026-03-02T01:00:00.000Z', until: '2026-12-31', holds: true },
};
const holds: readonly LegalHoldView[] = [
  hold,
  { ...hold, holdId: 'g', liftedBy: 'Operator Dua', liftedAt: '2026-03-04T01:00:00.000Z', holds: false },
];

const incident: IncidentView = {
  ...{ incidentId: 'i', detectedAt: '2026-03-02T01:00:00.000Z', notifyDueAt: '2026-03-05T01:00:00.000Z' },
  ...{
    what: 'Nama dan surel',
    how: 'Berkas salah kirim',
    people: 1240,
    handling: 'Berkas ditarik',
    hoursLeft: 12,
  },
  recordedBy: 'Operator Satu',
};
const incidents: readonly IncidentView[] = [
  incident,
  { ...incident, incidentId: 'j', notifiedAt: '2026-03-03T01:00:00.000Z', notice: 'Surat 12/2026' },
];

/** `refusal`: what absent ids are answered with. */
export function createRequestFixtures(refusal: () => Error): RequestsPorts {
  const done = async () => undefined;
  return {
    mine: async ({ name }) => (name === 'Kosong' ? [] : [open, ...ended]),
    desk: async ({ name }) => (name === 'Kosong' ? { open: [], ended: [] } : { open: requests, ended }),
    async oneOf(_person, requestId) {
      const found = [...requests, ...ended].find((one) => one.requestId === requestId);
      if (!found) throw refusal();
      return found;
    },
    ...{ ask: done, withdraw: done, answer: done, liftHold: done, recordIncident: done, noteNotified: done },
    beginErasure: async () => ({ jobId: 'counted' }),
    holds: async ({ name }) => (name === 'Kosong' ? [] : holds),
    placeHold: async (_person, { who }) => (who === 'nobody' ? 'nobody' : 'placed'),
    incidents: async ({ name }) => (name === 'Kosong' ? [] : incidents),
  };
}

import type { DomainError } from '@sinau/kernel';
import type {
  AgencyRecognitionView,
  CoreValueName,
  NamedRecognition,
  OwnRecognitionsView,
  RecognitionDeskPorts,
  RecognitionPorts,
} from '../recognition/ports.ts';

const one = (over: Partial<NamedRecognition> = {}): NamedRecognition => ({
  ...{ personId: 'p1', recognitionId: 'n-1', name: 'Sri Contoh', value: 'harmonious', state: 'granted' },
  reason: {
    ...{ kind: 'people', by: 'Budi Contoh', as: 'colleague' },
    behaviour: 'Mendampingi rekan baru selama dua minggu di loket.\nAntrean tetap lancar.',
  },
  ...{ year: 2026, shownTo: 'supervisor', at: '2026-03-02T01:00:00.000Z', by: 'Adi Contoh' },
  ...over,
});
const basis = 'UU 20/2023 Ps 21';
const taught = one({
  ...{ recognitionId: 'teaching-2026-1', value: 'competent', shownTo: 'unit' },
  reason: { kind: 'teaching', minutes: 180, basis },
});
const improved = one({
  ...{ recognitionId: 'improvement-M7', value: 'adaptive' },
  reason: {
    ...{ kind: 'improvement', competency: { id: 'Mengelola Perubahan', en: 'Managing change' }, basis },
    ...{ required: 3, before: 2, after: 3, assessedOn: '2026-02-01' },
  },
});
const undone = one({ ...{ recognitionId: 'n-2', state: 'undone', note: 'Orang yang lain' } });

const own: OwnRecognitionsView = {
  granted: [one(), taught, improved],
  gone: [undone],
  proposed: [
    one({ personId: 'p2', name: 'Tini Contoh', state: 'proposed' }),
    one({
      personId: 'p3',
      recognitionId: 'n-3',
      name: 'Ani Contoh',
      state: 'declined',
      note: 'Kurang nyata',
    }),
  ],
  teaching: {
    ...{ year: 2026, minutes: 240, next: 600, steps: [180, 600, 1_500] },
    shares: [{ title: 'Coaching arsip', form: 'coaching', on: '2026-02-01', minutes: 240 }],
  },
};
const empty: OwnRecognitionsView = {
  ...{ granted: [], gone: [], proposed: [] },
  teaching: { year: 2026, minutes: 0, next: 180, steps: [180, 600, 1_500], shares: [] },
};

const deskOnes: Readonly<Record<string, Partial<AgencyRecognitionView>>> = {
  'n-1': { state: 'granted', undoes: true },
  'n-2': { ...undone },
  'n-4': { state: 'proposed', decides: true },
  'n-5': { state: 'proposed' },
};

export function createRecognitionFixtures(
  absent: () => DomainError,
  settled: () => DomainError,
): { readonly recognition: RecognitionPorts; readonly recognitionDesk: RecognitionDeskPorts } {
  const find = (recognitionId: string): AgencyRecognitionView => {
    const found = deskOnes[recognitionId];
    if (!found) throw absent();
    return { ...one({ recognitionId }), decides: false, undoes: false, ...found };
  };
  const byValue: readonly { readonly key: CoreValueName; readonly count?: number }[] = [
    { key: 'service', count: 6 },
    { key: 'harmonious' },
  ];
  return {
    recognition: {
      ownOf: async ({ personId }) => (personId === 'kosong' ? empty : own),
      colleaguesOf: async () => ({
        ...{ colleagues: [{ personId: 'p2', name: 'Tini Contoh' }], most: 5, least: 30, mostLetters: 600 },
      }),
      propose: async (_person, { who }) =>
        'email' in who && who.email.startsWith('tidak') ? 'nobody' : 'sent',
      recall: async (_person, { recognitionId }) => {
        if (recognitionId === 'n-3') throw settled();
      },
      show: async (_person, recognitionId) => {
        if (recognitionId === 'n-9') throw absent();
      },
      unitOf: async ({ personId }, page) =>
        personId === 'kosong'
          ? undefined
          : { lines: page === undefined ? [one({ shownTo: 'unit' })] : [], next: 'lanjut' },
      teamOf: async ({ personId }) =>
        personId === 'kosong'
          ? []
          : [
              { name: 'Sri Contoh', granted: [one(), taught] },
              { name: 'Tini Contoh', granted: [] },
            ],
    },
    recognitionDesk: {
      listOf: async (_person, { list, year = 2026 }) => ({
        ...{ list, year, years: [2026, 2025], byValue, byUnit: [{ key: 'Biro', count: 7 }, { key: '' }] },
        lines: list === 'closed' ? [] : [one({ state: list === 'waiting' ? 'proposed' : 'granted' })],
        ...(year === 2026 && { total: 12, next: 'lanjut' }),
      }),
      oneOf: async (_person, { recognitionId }) => find(recognitionId),
      decide: async (_person, { recognitionId }) => {
        if (find(recognitionId).state !== 'proposed') throw settled();
      },
      undo: async (_person, { recognitionId }) => {
        if (find(recognitionId).state !== 'granted') throw settled();
      },
      fileOf: async (_person, { format }) => new TextEncoder().encode(format),
    },
  };
}

import type { Jp } from '@sinau/kernel';
import type { TranscriptFacts, TranscriptLine } from '../transcript/transcript.ts';

const jp = (value: number) => value as Jp;

const lines: readonly TranscriptLine[] = [
  {
    ...{
      from: '2026-02-02',
      to: '2026-02-03',
      title: 'Pelayanan publik',
      organiser: 'Universitas Nusantara',
    },
    ...{ form: 'E-learning', stated: jp(800), computed: jp(800), recognised: jp(600), reasons: ['cap_day'] },
  },
  {
    ...{ from: '2026-05-04', to: '2026-05-05', title: 'Seminar satu data', organiser: 'Badan Contoh' },
    ...{ form: 'Seminar', stated: jp(800), computed: jp(800), recognised: jp(800), reasons: [] },
  },
  {
    ...{ from: '2026-06-01', to: '2026-06-01', title: 'Etika', form: 'E-learning' },
    ...{ stated: jp(250), computed: jp(250), recognised: jp(0), reasons: ['held'] },
  },
];

/** A year with a cap, a hold, and somebody whose organiser nobody knows. */
export const someTranscriptFacts: TranscriptFacts = {
  ...{ year: 2026, holderName: 'Ni Luh Putu Sri Rahayu', maskedEmployeeNumber: '••••••••••••••1999' },
  ...{ agency: 'Badan Contoh', post: 'Analis SDM', status: 'PNS', timeZone: 'Asia/Makassar', assumed: [] },
  ...{ lines, stated: jp(1850), computed: jp(1850), recognised: jp(1400), held: jp(250) },
  minimum: { jp: jp(2000), met: false, legalBasis: 'PP 11/2017 Ps 203(4)', verified: false },
};

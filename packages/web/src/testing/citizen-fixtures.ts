import type { DomainError, Jp } from '@sinau/kernel';
import type {
  CitizensDeskPorts,
  CitizensPorts,
  CommentView,
  ComplaintsView,
  ElementView,
  PublicServiceView,
  SubjectName,
  SurveyView,
  TotalsView,
  TrainingView,
} from '../citizens/ports.ts';
import { elementNames } from '../citizens/ports.ts';
import { publicForumFixtures } from './forum-fixtures.ts';

const subjects: readonly SubjectName[] = [
  ...(['requirements', 'procedure', 'time', 'cost', 'product'] as const),
  ...(['competence', 'conduct', 'complaints', 'facilities'] as const),
];

const elements: readonly ElementView[] = elementNames.map((code, index) => ({
  ...{ code, subject: subjects[index] ?? 'facilities', mean: index === 5 ? 261 : 320 },
}));

const running: SurveyView = {
  ...{ surveyId: '2026-11-01', from: '2026-11-01', to: '2026-12-15', state: 'running' },
  ...{ legalBasis: 'PermenPANRB 14/2017', answers: 128, wished: 278, ikm: 7836, grade: 'B', elements },
  comments: { waiting: 2, shown: 1, hidden: 1 },
};

const past: SurveyView = {
  ...running,
  ...{ surveyId: '2026-02-01', from: '2026-02-01', to: '2026-02-28', state: 'over', ikm: 7210, grade: 'C' },
};

const planned: SurveyView = {
  ...{ surveyId: '2027-02-01', from: '2027-02-01', to: '2027-02-28', state: 'planned', answers: 0 },
  ...{ legalBasis: 'PermenPANRB 14/2017', comments: { waiting: 0, shown: 0, hidden: 0 } },
  elements: elements.map(({ mean: _, ...element }) => element),
};

const comments: readonly CommentView[] = [
  { commentId: 'c1', day: '2026-11-20', text: 'Antre lama <b>sekali</b>', state: 'shown' },
];

const complaints: ComplaintsView = {
  ...{ year: 2026, count: 46, handled: 30, others: { count: 12, handled: 10 } },
  themes: [{ theme: 'Antrean <i>lama</i>', count: 34, handled: 20 }],
};

const service: PublicServiceView = {
  ...{ agencyId: 'badan', serviceId: 'ktp', agency: 'Badan Contoh', name: 'KTP elektronik', rev: 2 },
  ...{ unit: 'Dukcapil', about: 'Penerbitan dan penggantian', state: 'open', comments },
  ...{ forums: publicForumFixtures, complaints },
  surveys: [running, past],
  promises: [
    {
      ...{ promiseId: 'p1', said: 'Antre lama', action: 'Loket kedua dibuka', due: '2026-12-31' },
      ...{ state: 'under-way', updatedAt: '2026-11-20T01:00:00.000Z', rev: 1 },
    },
  ],
};

const training: TrainingView = {
  asOf: '2026-11-24T02:00:00.000Z',
  years: [
    {
      ...{ year: 2026, jp: 1_234_000 as Jp, spent: 88_000_000 },
      topics: [
        { topic: 'public-service', times: 245 },
        { topic: 'event', times: 60 },
      ],
    },
    { year: 2025, spent: 0, topics: [] },
  ],
};

const totals: TotalsView = {
  complaints,
  ...{ forums: { held: 2, ahead: 1 }, commitments: { kept: 3, open: 2, overdue: 1, dropped: 0 } },
  done: [
    {
      ...{ serviceId: 'ktp', service: 'KTP elektronik', said: 'Antre <b>lama</b>', did: 'Loket kedua' },
      proof: 'https://contoh.go.id/foto',
    },
  ],
};

const { complaints: _, ...unheard } = service;
const bare: PublicServiceView = { ...unheard, surveys: [], promises: [], comments: [], forums: [] };

/** What a service id in an address stands for. */
const serviceOf = (serviceId: string, absent: () => DomainError): PublicServiceView => {
  if (serviceId === 'tidak-ada') throw absent();
  return serviceId === 'ktp' ? service : { ...bare, serviceId };
};

/** Services of an agency, for everybody and for its desk. */
export function createCitizenFixtures(absent: () => DomainError): {
  readonly citizens: CitizensPorts;
  readonly citizensDesk: CitizensDeskPorts;
} {
  return { citizens: publicFixtures(absent), citizensDesk: deskFixtures(absent) };
}

function publicFixtures(absent: () => DomainError): CitizensPorts {
  return {
    agencies: async () => [{ agencyId: 'badan', name: 'Badan Contoh' }],
    servicesOf: async (agencyId) => {
      return agencyId === 'badan'
        ? { agency: 'Badan Contoh', services: [service], totals, training }
        : undefined;
    },
    serviceOf: async ({ serviceId }) => serviceOf(serviceId, absent),
    minutesOf: async () => ({ day: '2026-10-01', bytes: new Uint8Array([37]) }),
    resultsOf: async () => new TextEncoder().encode('Unsur\r\n'),
    formOf: async ({ agencyId, serviceId }) => {
      const { agency, name } = serviceOf(serviceId, absent);
      const open = { agencyId, serviceId, agency, name };
      return serviceId === 'ktp' ? { ...open, survey: { to: '2026-12-15', elements, form: 'sealed' } } : open;
    },
    answer: async (_place, { form }) => {
      if (form === 'lama') throw absent();
    },
  };
}

function deskFixtures(absent: () => DomainError): CitizensDeskPorts {
  const find = (serviceId: string) => {
    const { comments: __, forums: ___, complaints: ____, ...found } = serviceOf(serviceId, absent);
    return serviceId === 'ktp' ? { ...found, surveys: [planned, ...found.surveys] } : found;
  };
  return {
    list: async ({ personId }) =>
      personId === 'kosong'
        ? []
        : [
            { serviceId: 'ktp', name: 'KTP elektronik', unit: 'Dukcapil', state: 'open', newest: running },
            { serviceId: 'baru', name: 'Akta kelahiran', state: 'closed' },
          ],
    serviceOf: async (_person, serviceId) => find(serviceId),
    resultsOf: async () => new TextEncoder().encode('Unsur\r\n'),
    posterOf: async (_person, serviceId) => ({
      ...{ service: find(serviceId), url: 'https://sinau.example.go.id/services/badan/ktp/survey' },
      code: { size: 2, path: 'M0 0h1v1h-1z' },
    }),
    add: async () => 'baru',
    change: async () => undefined,
    openOrClose: async () => undefined,
    plan: async () => undefined,
    end: async () => 'ended',
    comments: async (_person, _at, { state, after }) => ({
      comments: state === 'waiting' ? [{ ...comments[0], commentId: 'c2', state } as CommentView] : [],
      ...(after === undefined && state === 'waiting' && { next: 'next' }),
    }),
    moderate: async () => undefined,
    setPromise: async () => undefined,
  };
}

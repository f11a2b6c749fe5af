import type {
  CatalogueBatch,
  CatalogueBatchHead,
  CatalogueItem,
  CatalogueRun,
  CatalogueSyncPorts,
  ConnectionHead,
} from '../connections/catalogue/ports.ts';

const connection: ConnectionHead = {
  connectionId: 'connection-moodle',
  kind: 'moodle',
  name: 'Moodle Universitas Contoh',
  state: 'active',
};

const at = '2026-11-23T18:12:30.000Z';
const counts = {
  ...{ read: 120, new: 3, changed: 1, withdrawn: 0, returned: 0, same: 114 },
  ...{ hidden: 1, duplicate: 1, unusable: 0 },
};
const runs: readonly CatalogueRun[] = [
  {
    ...{ runId: '3', state: 'done', counts, startedBy: 'Sari Wulandari', startedAt: at, endedAt: at },
    drop: { present: 120, missing: 60 },
    duplicates: ['42'],
  },
  { runId: '2', state: 'broken', counts, startedAt: at, failedBecause: 'unauthorised', duplicates: [] },
  { runId: '1', state: 'broken', counts, startedAt: at, failedBecause: 'too-many', duplicates: [] },
];

const item: CatalogueItem = {
  ...{ connection, externalId: '42', rev: 4, title: 'Analisis Kebijakan Publik', list: 'conflict' },
  ...{ change: 'changed', courseId: 'x', mayUndo: true, findings: ['jp-from-sks', 'price-missing'] },
  fields: [
    {
      ...{ field: 'title', accepted: 'Analisis Kebijakan', offered: 'Analisis Kebijakan Publik' },
      ...{ isChanged: true, here: { value: 'Analisis Kebijakan (daring)' } },
    },
    { field: 'price', accepted: 150_000, offered: undefined, isChanged: true },
    { field: 'jp', accepted: 12.5, offered: 12.5, isChanged: false },
    { field: 'startsAt', accepted: at, offered: at, isChanged: false },
    { field: 'languages', accepted: ['id'], offered: ['id', 'en'], isChanged: true },
  ],
  audit: [
    {
      ...{ at, action: 'accept', change: 'new', by: 'Sari Wulandari', submitted: true },
      fields: [{ field: 'title', before: undefined, after: 'Analisis Kebijakan' }],
    },
    { at, action: 'undo', change: 'changed', fields: [] },
  ],
};

const items: Readonly<Record<string, CatalogueItem>> = {
  '42': item,
  '7': {
    ...{ connection, externalId: '7', rev: 2, title: 'Etika', list: 'withdrawn', change: 'withdrawn' },
    ...{ courseId: 'x', learners: 12, mayUndo: false, findings: [], audit: [], fields: [] },
  },
  '9': {
    ...{ connection, externalId: '9', rev: 2, title: '', list: 'rejected', change: 'new', fields: [] },
    ...{ rejected: { at, by: 'Sari Wulandari' }, mayUndo: true, findings: ['title-missing'], audit: [] },
  },
};

const running: CatalogueBatchHead = {
  ...{ batchId: 'b1', state: 'running', lists: ['new'], expected: 10_000, startedAt: at },
  ...{ by: 'Sari Wulandari', counts: { accepted: 3_200, conflict: 1, left: 3, failed: 2 } },
};
const ended: CatalogueBatchHead = {
  ...{ batchId: 'b0', state: 'done', lists: ['new', 'changed', 'returned'], startedAt: at },
  counts: { accepted: 500, conflict: 2, left: 0, failed: 0 },
};

export function createCatalogueSyncFixtures(refusal: () => Error): CatalogueSyncPorts {
  return {
    catalogueOf: async (_person, _connectionId, { list }) => ({
      ...{ connection, runs, batches: list === 'settled' ? [] : [running, ended] },
      rows:
        list === 'settled'
          ? []
          : [
              {
                ...{
                  externalId: '42',
                  title: 'Analisis Kebijakan',
                  code: 'ADM310',
                  change: 'changed',
                  since: at,
                },
                ...{ fields: ['title', 'jp'], findings: ['jp-from-sks'] },
              },
              { externalId: '7', title: 'Etika', change: 'new', fields: [], findings: [], since: at },
            ],
      next: 'x',
    }),
    start: async () => {},
    itemOf: async (_person, _connectionId, externalId) => items[externalId] ?? item,
    decide: async (_person, _connectionId, { decision, take, keep }) => {
      if (decision === 'accept' && take.length + keep.length === 0) throw refusal();
    },
    acceptMany: async () => 'b1',
    previewOf: async (_person, _connectionId, list) => ({
      ...{ connection, list, courses: list === 'returned' ? 0 : 20_000, hasMore: list === 'new' },
      ...(list === 'new' && { running }),
      ...{ noted: 412, findings: { 'jp-from-sks': 400, 'url-unusable': 12 } },
      learning: list === 'withdrawn' ? { courses: 20, learners: 61, asked: 500 } : none,
    }),
    batchOf: async (_person, _connectionId, { batchId, only }) => ({
      ...{ connection, ...(batchId === 'b0' ? ended : running) },
      results: only === 'refused' && batchId === 'b0' ? [] : results,
    }),
  };
}

const none = { courses: 0, learners: 0, asked: 0 };
const results: CatalogueBatch['results'] = [
  {
    ...{ externalId: '42', title: 'Analisis Kebijakan', outcome: 'conflict', reason: 'edited' },
    fields: ['title', 'price'],
  },
  { externalId: '8', title: 'Etika', outcome: 'failed', reason: 'refused', code: 'catalogue.not-found' },
  { externalId: '9', outcome: 'failed', reason: 'unexpected' },
  { externalId: '10', outcome: 'left' },
  { externalId: '7', title: 'Statistika', outcome: 'accepted', courseId: 'x' },
];

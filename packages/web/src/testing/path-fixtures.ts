import type { DomainError } from '@sinau/kernel';
import type {
  DeskPathView,
  PathCard,
  PathFormOrder,
  PathMemberRow,
  PathStepView,
  PathsDeskPorts,
  PathsPorts,
  PathView,
} from '../learning-paths/ports.ts';
import { sheetText } from './competency-fixtures.ts';

const at = '2026-11-20T01:00:00.000Z';

const stepOf = (n: number, over: Partial<PathStepView> = {}): PathStepView => ({
  ...{ stepId: `s${n}`, kind: 'course', of: `c${n}`, title: { id: `Kursus <b>${n}</b>` } },
  ...{
    jp: 300 as PathStepView['jp'] & number,
    state: 'open',
    progress: 'none',
    waitsFor: [],
    isClosed: false,
  },
  ...over,
});

const steps: readonly PathStepView[] = [
  stepOf(1, { state: 'done', at, progress: 'done' }),
  stepOf(2, { progress: 'active' }),
  stepOf(3, { state: 'locked', waitsFor: [{ id: 'Kursus <b>2</b>' }] }),
  stepOf(4, { kind: 'event', progress: 'waiting' }),
  stepOf(5, { isClosed: true }),
  stepOf(6),
];

const path: PathView = {
  ...{ pathId: 'layanan', title: 'Jalur <b>layanan</b>', about: 'Dua bagian.\nSatu pilihan.' },
  ...{ organiser: 'Badan Contoh', isMember: true, isRetired: false, strict: true, hasNewer: true },
  ...{ needed: 4, done: 1 },
  groups: [
    { title: 'Dasar', needs: 'all', needed: 3, done: 1, steps: steps.slice(0, 3) },
    { title: 'Pilihan', needs: 1, needed: 1, done: 0, steps: steps.slice(3) },
  ],
  next: stepOf(2, { progress: 'active' }),
};

/** What an id in an address stands for. */
function pathOf(pathId: string, absent: () => DomainError): PathView {
  const { next: _, ...rest } = path;
  switch (pathId) {
    case 'tidak-ada':
      throw absent();
    case 'baru':
      return { ...path, pathId, isMember: false, hasNewer: false };
    case 'wajib': {
      const required = {
        obligation: 'Wajib <b>layanan</b>',
        dueOn: '2026-12-31',
        isOverdue: true,
        isYearly: true,
      };
      return { ...path, pathId, required };
    }
    case 'terkunci':
      return { ...rest, pathId };
    case 'selesai':
      return { ...rest, pathId, done: 4, completedAt: at, certificate: 'SNU-2026-1' };
    case 'menunggu':
      return { ...rest, pathId, done: 4, completedAt: at };
    default:
      return path;
  }
}

const card: PathCard = { pathId: 'baru', title: 'Jalur <b>baru</b>', organiser: 'Badan Contoh', needed: 4 };

const order: PathFormOrder = {
  ...{ title: 'Jalur layanan', about: 'Dua bagian.', audience: 'units', unitIds: ['u1'], strict: true },
  groups: [
    {
      ...{ row: 0, groupId: 'g1', title: 'Dasar', needs: '' },
      steps: [
        { row: 0, stepId: 's1', of: 'course:c1', after: '' },
        { row: 1, stepId: 's2', of: 'course:c2', after: '1.1' },
      ],
    },
    { row: 1, groupId: 'g2', title: 'Pilihan', needs: '1', steps: [{ row: 0, of: 'event:e1', after: '1' }] },
  ],
};

const desk: DeskPathView = {
  ...{ pathId: 'layanan', title: 'Jalur <b>layanan</b>', state: 'published', version: 2, hasNews: true },
  ...{ active: 3, completed: 1, order, rev: 4, mayMove: true },
  groups: [
    {
      ...{ title: 'Dasar', needs: 'all' },
      steps: [
        { label: '1.1', title: { id: 'Kursus <b>1</b>' }, after: [] },
        { label: '1.2', title: { id: 'Kursus 2' }, after: [{ id: 'Kursus <b>1</b>' }] },
      ],
    },
    { title: 'Pilihan', needs: 1, steps: [{ label: '2.1', title: { id: 'Seminar' }, after: [] }] },
  ],
};

/** Learning paths for everybody, and for the desks of agencies and providers. */
export function createPathFixtures(absent: () => DomainError): {
  readonly paths: PathsPorts;
  readonly pathsDesk: PathsDeskPorts;
} {
  return { paths: readerFixtures(absent), pathsDesk: deskFixtures(absent) };
}

function readerFixtures(absent: () => DomainError): PathsPorts {
  return {
    list: async ({ personId }) =>
      personId === 'kosong'
        ? { own: [], open: [] }
        : {
            own: [
              { ...card, pathId: 'layanan', done: 1, next: { id: 'Kursus <b>2</b>' } },
              { ...card, pathId: 'selesai', done: 4, completedAt: at },
            ],
            open: [card],
          },
    pathOf: async (_person, pathId) => pathOf(pathId, absent),
    join: async () => undefined,
    leave: async () => undefined,
    start: async () => '/courses/c1/continue',
  };
}

const members: readonly PathMemberRow[] = [
  {
    ...{ personId: 'p1', name: 'Budi <b>S</b>', state: 'active' as const, version: 1 },
    ...{ done: 1, needed: 4, joinedAt: at },
  },
  {
    ...{ personId: 'p2', name: 'Ani', state: 'completed' as const, version: 2 },
    ...{ done: 4, needed: 4, joinedAt: at, completedAt: at },
  },
];

function deskFixtures(absent: () => DomainError): PathsDeskPorts {
  const find = (pathId: string): DeskPathView => {
    if (pathId === 'tidak-ada') throw absent();
    if (pathId === 'draf') return { ...desk, pathId, state: 'draft', version: 0, mayMove: false };
    if (pathId === 'tutup') return { ...desk, pathId, state: 'retired', hasNews: false };
    return { ...desk, pathId };
  };
  const isFaulty = ({ title }: PathFormOrder) => title === 'melingkar';
  return {
    list: async ({ personId }) => ({
      rows: personId === 'kosong' ? [] : [desk, find('draf'), find('tutup')],
    }),
    choices: async () => ({
      courses: [
        ['course:c1', { id: 'Kursus <b>1</b>' }],
        ['course:c2', { id: 'Kursus 2' }],
      ],
      events: [['event:e1', { id: 'Seminar' }]],
      units: [['u1', 'Sekretariat']],
    }),
    pathOf: async (_person, pathId) => find(pathId),
    make: async (_person, order) =>
      isFaulty(order)
        ? {
            outcome: 'faulty',
            faults: [
              { kind: 'cycle', labels: ['1.1', '1.2'] },
              { kind: 'twice', group: 0, step: 1 },
            ],
          }
        : { outcome: 'saved', pathId: 'layanan' },
    change: async (_person, pathId) => ({ outcome: 'saved', pathId }),
    act: async () => undefined,
    preview: async (_person, pathId) => ({
      ...{ version: find(pathId).version, finish: 1, fewer: 1, more: 0, isComplete: false },
      people: pathId === 'tutup' ? 0 : 3,
    }),
    move: async () => undefined,
    people: async (_person, pathId) => ({ rows: pathId === 'draf' ? [] : members }),
    wholePeople: async () => ({ rows: members, isCut: true }),
    sheet: sheetText,
  };
}

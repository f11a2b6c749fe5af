import type { DomainError, Jp } from '@sinau/kernel';
import type { SiasnIndexesView } from '../siasn/index-ports.ts';
import { type SiasnLineView, type SiasnPorts, type SiasnRowView, siasnStateNames } from '../siasn/ports.ts';

const at = '2026-03-02T01:00:00.000Z';
const row: SiasnRowView = {
  ...{ personId: 'p-1', lineId: 'l-1', name: 'Siti Rahma', title: 'Pelayanan publik', changedAt: at },
  ...{ state: 'rejected', lacks: [], because: 'refused', words: 'Jenis kursus tidak valid', isTrial: false },
  unproven: [],
};
const line: SiasnLineView = {
  ...row,
  content: {
    ...{ organiser: 'Universitas Contoh', from: '2026-02-27', to: '2026-03-02', jp: 450 as Jp, hours: 4 },
    ...{ number: 'SINAU-7K3M-9QXD-4TPA', form: 'E-learning', hasDocument: true },
  },
  ...{
    recordId: 'A'.repeat(32),
    isOurs: true,
    courseId: 'x',
    needs: 'subject',
    levels: [{ id: 2, name: 'PIM IV' }],
  },
  decisions: ['retry', 'by-hand', 'exclude'],
};
const lines: Readonly<Record<string, SiasnLineView>> = {
  'l-1': line,
  'l-level': {
    ...{ ...line, state: 'incomplete', lacks: ['level'], needs: 'level', decisions: ['exclude'] },
    unproven: ['number', 'document'],
  },
  'l-differs': {
    ...{ ...line, state: 'differs', because: 'found-differs', isOurs: false, isTrial: true },
    there: { title: 'Yan publik', hours: 8, from: '2026-02-27', to: '2026-03-02' },
    decisions: ['by-hand', 'take-over'],
  },
};

const counts = { value: 1_204, none: 17, failed: 3, numberless: 2 };

/** A round that has stopped for a while; for others one that is through, and one that nobody has switched on. */
const indexesOf = (personId: string): SiasnIndexesView => ({
  ...{ isSiasnOn: personId !== 'off', isOn: personId !== 'unread', isTrial: true, reader: 'nobody' },
  ...{ people: 2_000, readAt: at, before: { startedAt: at, finishedAt: at, counts } },
  ...(personId === 'through'
    ? { round: { startedAt: at, finishedAt: at, counts }, nextAt: '2026-04-01T01:00:00.000Z', failures: [] }
    : {
        round: { startedAt: at, counts },
        pause: { because: 'forbidden', at, until: '2026-03-03T01:00:00.000Z' },
        failures: [{ name: 'Siti Rahma', because: 'unreadable', at }],
      }),
});

/** A desk with a line in each state, one of which needs a level. */
export function createSiasnFixtures(refusal: () => DomainError): SiasnPorts {
  return {
    maxBytes: 1024 * 1024,
    deskOf: async ({ personId }) => ({
      settings: {
        ...{ isOn: personId !== 'off', environment: 'training', fromYear: 2026, subjects: 2 },
        consumerKey: 'kunci',
      },
      counts: siasnStateNames.map((state, n) => ({ state, count: n, atLeast: n === 5, unproven: 2 })),
      standstill: { because: 'signed-out', at },
      connector: { name: 'Konektor SIASN', at, environment: 'production', trouble: 'forbidden' },
      indexes: { isOn: true, readAt: at },
      files: [
        { reportId: 'r-done', made: { year: 2026, rows: 12, asOf: at }, holds: 3 },
        { reportId: '20260101010000000-0123456789ab', holds: 2 },
      ],
      year: 2026,
    }),
    rowsOf: async (_, { state }) => ({
      rows:
        state === 'sending'
          ? []
          : [
              { ...row, state },
              { ...row, state, unproven: ['document'] },
            ],
    }),
    lineOf: async (_, { lineId }) => {
      const found = lines[lineId];
      if (!found) throw refusal();
      return found;
    },
    indexesOf: async ({ personId }) => indexesOf(personId),
    switchIndexes: async (_, isOn) => {
      if (isOn) throw refusal();
    },
    readIndexesNow: async () => undefined,
    decide: async () => undefined,
    choose: async () => undefined,
    save: async () => undefined,
    openSession: async () => {
      throw refusal();
    },
    closeSession: async () => undefined,
    findSubjects: async () => [{ id: 'A'.repeat(32), name: 'KURSUS KOMPUTER', code: '2162' }],
    loadSubjects: async () => ({ ok: false, because: 'heads' }),
    orderFile: async () => 'r-done',
    markFile: async () => undefined,
    releaseFile: async () => undefined,
  };
}

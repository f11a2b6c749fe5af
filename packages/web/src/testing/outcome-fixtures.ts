import type {
  MismatchView,
  OrderView,
  OutcomesPorts,
  OutcomeView,
  ResultDetail,
  SentView,
} from '../connections/outcomes/ports.ts';

const at = (minute: number) => `2026-11-24T02:${String(minute).padStart(2, '0')}:00.000Z`;

const score: OutcomeView = {
  ...{ resultId: 'result-score', source: 'poll', occurredAt: at(10), receivedAt: at(12), state: 'placed' },
  said: { kind: 'score', given: 40, maximum: 100, isFinal: true },
  ...{ externalCourseId: 'ADM310', learner: '1734', isAhead: false },
  course: { ours: { id: 'Administrasi Kepegawaian' }, theirs: 'Administrasi Kepegawaian (ADM310-A)' },
};
const earlier: OutcomeView = {
  ...score,
  ...{ resultId: 'result-earlier', occurredAt: at(1), receivedAt: at(2) },
  said: { kind: 'score', given: 88.5, maximum: 100, isFinal: true },
};
const completion: OutcomeView = {
  ...{ resultId: 'result-tool', source: 'ags', occurredAt: at(20), receivedAt: at(20), state: 'placed' },
  ...{ said: { kind: 'completion', completed: true, passed: false }, isAhead: true },
};
const unmatched: OutcomeView = {
  ...{ resultId: 'result-unmatched', source: 'webhook', occurredAt: at(30), receivedAt: at(31) },
  ...{ said: { kind: 'credential', number: 'UNIV/2026/0017' }, externalCourseId: 'ADM310' },
  ...{ subject: 's-5f2a', state: 'unmatched', reason: 'part-unknown', isAhead: false },
};
const aside: OutcomeView = {
  ...{ resultId: 'result-aside', source: 'file', occurredAt: at(5), receivedAt: at(6), state: 'set-aside' },
  ...{ said: { kind: 'score', given: 3, maximum: 10, isFinal: false }, externalCourseId: 'ADM310' },
  ...{ learner: '<b>1</b>', note: 'Ujian coba', isAhead: false },
};
const all = [unmatched, completion, score, earlier, aside];

const sentOf = ({ resultId }: OutcomeView): SentView => {
  if (resultId === 'result-aside') return { state: 'erased', at: at(50) };
  const text = '{"note":"</pre><script>alert(1)</script>","score":{"given":40}}';
  const whole = { text, contentType: 'application/json', where: 'msg_1 /results/0' };
  return { state: 'kept', ...whole, bytes: 41_000, sha256: 'ab12'.repeat(16), isCut: true };
};

const details = (result: OutcomeView): ResultDetail => ({
  result,
  sent: sentOf(result),
  versions:
    result.state === 'placed'
      ? [
          { ...earlier, stands: false },
          { ...score, stands: true },
        ]
      : [],
  flags: result.resultId === 'result-score' ? ['lowered', 'below-rule'] : [],
  ...(result.resultId === 'result-earlier' && {
    coursePart: { since: at(3), title: { id: 'Ujian <b>akhir</b>', en: 'Final exam' } },
  }),
  ...(result.resultId === 'result-aside' && { coursePart: { since: at(3) } }),
  mayMap: result.source !== 'ags',
  parts:
    result.state === 'unmatched'
      ? [
          { moduleId: 'm1', title: { id: 'Kuliah' } },
          { moduleId: 'm2', title: { id: 'Ujian' } },
        ]
      : [],
});

const mismatch = {
  ...{ since: at(40), externalCourseId: 'ADM310', learner: '1734' },
} as const;
const mismatches: readonly MismatchView[] = [
  { ...mismatch, mismatchId: 'm-1', kind: 'ours-not-theirs', repairs: ['enrol-again', 'ignore'] },
  {
    ...mismatch,
    mismatchId: 'm-2',
    kind: 'theirs-not-ours',
    repairs: ['end-there', 'map-learner', 'ignore'],
  },
  {
    ...{ ...mismatch, mismatchId: 'm-3', kind: 'score-differs', repairs: ['take-over', 'ignore'] },
    ...{ scoreHere: 0.4, scoreThere: 0.885 },
  },
  {
    ...{ ...mismatch, mismatchId: 'm-4', kind: 'unmatched-result', repairs: ['map-learner', 'ignore'] },
    resultId: 'result-unmatched',
  },
  {
    ...{ ...mismatch, mismatchId: 'm-5', kind: 'ended-there', repairs: ['enrol-again', 'ignore'] },
    handled: { action: 'ignore', at: at(50), note: 'Kelas tambahan' },
  },
  {
    ...{ mismatchId: 'm-6', kind: 'not-comparable', since: at(40), externalCourseId: 'ADM320' },
    ...{ failure: 'not-permitted', repairs: ['ignore'] },
  },
  {
    ...{ mismatchId: 'm-7', kind: 'others-there', since: at(40), externalCourseId: 'ADM310' },
    ...{ learners: 1240, repairs: [] },
  },
];

const line = { mismatchId: 'm-3', kind: 'theirs-not-ours', externalCourseId: '4', learner: '12' } as const;
const orders: readonly OrderView[] = [
  {
    ...{ orderId: 'order-waiting', action: 'end-there', orderedAt: at(55), state: 'waiting' },
    lines: [
      { ...line, state: 'waiting' },
      { ...line, mismatchId: 'm-9', state: 'waiting', failure: 'timeout' },
      { ...line, mismatchId: 'm-10', state: 'done' },
      { ...line, mismatchId: 'm-11', state: 'failed', failure: 'not-permitted' },
      { ...line, mismatchId: 'm-12', state: 'not-possible', refusal: 'connectors.learner-not-found' },
      { mismatchId: 'm-13', state: 'gone' },
    ],
  },
  {
    ...{
      orderId: 'order-done',
      action: 'ignore',
      note: 'Kelas tambahan',
      orderedAt: at(50),
      endedAt: at(51),
    },
    ...{ state: 'done', lines: [{ ...line, state: 'done' }] },
  },
];

export function createOutcomeFixtures(refusal: () => Error): OutcomesPorts {
  const frame = (connectionId: string) => {
    if (!connectionId.startsWith('connection-')) throw refusal();
    return { connectionId, name: 'Moodle Universitas Contoh', kind: 'moodle', state: 'active' } as const;
  };
  const find = (resultId: string) => {
    const found = all.find((one) => one.resultId === resultId);
    if (!found) throw refusal();
    return found;
  };
  const isEmpty = (connectionId: string) => connectionId === 'connection-file';
  return {
    frame: async (_person, connectionId) => frame(connectionId),
    toolFrame: async (_person, connectionId) => {
      if (connectionId === 'absent') throw refusal();
      return { connectionId, name: 'Alat Universitas Contoh', kind: 'tool' };
    },
    results: async (_person, connectionId, { state }) => ({
      results: isEmpty(connectionId) ? [] : all.filter((one) => state === undefined || one.state === state),
      ...(!isEmpty(connectionId) && { next: 'n' }),
    }),
    poll: async (_person, connectionId) =>
      isEmpty(connectionId)
        ? undefined
        : {
            ...{ startedAt: at(30), endedAt: at(31), state: 'failed', reason: 'timeout' },
            ...{ courses: 4, learners: 212, taken: 9, refused: 1 },
          },
    startPoll: async (_person, connectionId) => void frame(connectionId),
    result: async (_person, connectionId, resultId) => {
      frame(connectionId);
      return details(find(resultId));
    },
    map: async (_person, _connectionId, { resultId, subject }) => {
      find(resultId);
      if (subject === 'siapa') throw refusal();
    },
    mapLearners: async (_person, connectionId, learners) => {
      frame(connectionId);
      return { mapped: learners.length - 1, placed: 3, unknown: [0] };
    },
    forgetPart: async (_person, _connectionId, resultId) => void find(resultId),
    setAside: async (_person, _connectionId, { resultId }) => void find(resultId),
    replay: async (_person, _connectionId, resultId) =>
      find(resultId).state === 'unmatched' ? 'unchanged' : 'done',
    reconciliation: async (_person, connectionId) => ({
      runs: isEmpty(connectionId)
        ? []
        : [
            {
              startedAt: at(40),
              endedAt: at(41),
              state: 'done',
              courses: 12,
              learners: 340,
              mismatches: 5,
              isAsking: false,
              asked: { taken: 3, isWhole: false, reason: 'timeout' },
            },
            {
              ...{ startedAt: at(10), endedAt: at(11), state: 'failed', reason: 'timeout' },
              ...{ courses: 3, learners: 90, mismatches: 1, isAsking: false },
            },
          ],
      orders: isEmpty(connectionId) ? [] : orders,
      mismatches: isEmpty(connectionId) ? [] : mismatches,
    }),
    compare: async (_person, connectionId) => {
      if (!connectionId.startsWith('tool-')) frame(connectionId);
    },
    repair: async () => 'order-waiting',
    order: async (_person, _connectionId, orderId) => {
      const found = orders.find((one) => one.orderId === orderId);
      if (!found) throw refusal();
      return found;
    },
  };
}

import type {
  AuditView,
  PrivacyJobView,
  PrivacyPorts,
  RetentionRuleView,
  RuleApprovalView,
} from '../privacy/ports.ts';
import { ownSharing } from './agreement-fixtures.ts';

const counted: PrivacyJobView = {
  jobId: 'counted',
  kind: 'erasure',
  state: 'counted',
  subject: '3f9a0c11d2e4',
  person: 'Siti Rahmawati, S.Kom.',
  mode: 'pseudonymise',
  reason: 'Surat permintaan nomor 12/PDP/2026',
  legalBasis: 'request',
  requestedBy: 'Operator Satu',
  requestedAt: '2026-03-02T01:00:00.000Z',
  found: { statements: 1250, mentions: 4, documents: 12, lines: 1254, untold: 0 },
  done: {},
  left: {},
  percent: 0,
  ownRequest: false,
};
const { person: _person, ...unnamed } = counted;

const jobs: readonly PrivacyJobView[] = [
  counted,
  { ...counted, jobId: 'own', ownRequest: true },
  {
    ...counted,
    jobId: 'counting',
    state: 'counting',
    found: { statements: 100 },
    dueAt: counted.requestedAt,
  },
  {
    ...counted,
    jobId: 'running',
    state: 'running',
    confirmedBy: 'Operator Dua',
    confirmedAt: '2026-03-02T02:00:00.000Z',
    done: { pseudonymised: 400 },
    percent: 50,
    dueAt: '2026-03-02T02:15:00.000Z',
  },
  {
    ...unnamed,
    jobId: 'done',
    state: 'done',
    confirmedBy: 'Operator Dua',
    confirmedAt: '2026-03-02T02:00:00.000Z',
    endedAt: '2026-03-02T03:00:00.000Z',
    done: { pseudonymised: 1254, documents: 12, lines: 1254, told: 1254 },
    left: { statements: 0, mentions: 0, documents: 0, lines: 0, untold: 0 },
    percent: 100,
  },
  { ...counted, jobId: 'failed', state: 'failed', left: { statements: 3 } },
];

const sweeps: readonly PrivacyJobView[] = [
  {
    ...unnamed,
    jobId: 'sweep',
    kind: 'retention',
    reason: 'raw-statements v1',
    requestedBy: 'system',
    found: { people: 41, looked: 12_000 },
    verified: false,
  },
  {
    ...unnamed,
    ...{ jobId: 'agency-sweep', kind: 'retention', reason: 'raw-statements v1', requestedBy: 'system' },
    ...{ found: { people: 7, looked: 300 }, verified: true, agency: 'Badan Contoh' },
    dueAt: '2026-03-09T01:00:00.000Z',
  },
];
const approval: RuleApprovalView = {
  ...{ ruleId: 'raw-statements', version: 1, agencyId: 'agency-1', agency: 'Badan Contoh' },
  ...{ state: 'confirmed', basis: 'Keputusan Kepala 12/2026', validFrom: '2026-03-01' },
  ...{ proposedBy: 'Operator Satu', proposedAt: '2026-02-20T01:00:00.000Z', ownProposal: false },
  ...{ confirmedBy: 'Operator Dua', confirmedAt: '2026-02-21T01:00:00.000Z' },
};
const { confirmedBy: _by, confirmedAt: _at, ...proposal } = approval;
const approvals: readonly RuleApprovalView[] = [
  approval,
  { ...proposal, agencyId: 'agency-2', agency: 'Dinas Lain', state: 'proposed' },
  { ...proposal, agencyId: 'agency-3', agency: 'Dinas Tiga', state: 'proposed', ownProposal: true },
  { ...proposal, agencyId: 'agency-4', agency: 'Dinas Empat', state: 'withdrawn' },
];
const rules: readonly RetentionRuleView[] = [
  {
    ...{ ruleId: 'training-record', version: 1, validFrom: '2026-01-01', verbs: ['passed', 'completed'] },
    ...{ action: 'keep', basis: 'PerANRI 22/2017' },
  },
  {
    ...{ ruleId: 'raw-statements', version: 1, validFrom: '2026-01-01', months: 24 },
    ...{ action: 'pseudonymise', basis: 'UU 27/2022' },
  },
];

const gone: PrivacyJobView = { ...counted, jobId: 'gone', kind: 'export', state: 'done' };
const copies: readonly PrivacyJobView[] = [
  { ...gone, jobId: 'making', state: 'running', percent: 25 },
  { ...gone, jobId: 'copy', fileUntil: '2026-03-09T01:00:00.000Z' },
  gone,
];

const line: AuditView = {
  number: 2,
  at: '2026-03-02T01:00:05.000Z',
  action: 'counted',
  kind: 'erasure',
  jobId: 'counted',
  subject: '3f9a0c11d2e4',
  counts: { statements: 1250, mentions: 4 },
};

/** Jobs in every state; whoever asks for `siapa@contoh.go.id` finds nobody. */
export function createPrivacyFixtures(notFound: () => Error): PrivacyPorts {
  const whoIs = (who: string) => (who === 'siapa@contoh.go.id' ? 'nobody' : { jobId: 'counting' });
  return {
    erasures: async () => jobs,
    exports: async () => copies,
    retention: async () => ({
      ...{ rules, approvals, jobs: sweeps },
      agencies: [{ agencyId: 'agency-1', name: 'Badan Contoh' }],
    }),
    proposeRule: async () => undefined,
    confirmRule: async () => undefined,
    withdrawRule: async () => undefined,
    jobOf: async (_reader, jobId) => {
      const job = [...jobs, ...sweeps].find((one) => one.jobId === jobId);
      if (!job) throw notFound();
      return job;
    },
    requestErasure: async (_reader, { who }) => whoIs(who),
    requestExportFor: async (_reader, who) => whoIs(who),
    confirm: async () => undefined,
    cancel: async () => undefined,
    audit: async (_reader, before) => ({
      lines: [
        line,
        { ...line, number: 1, action: 'requested', by: 'Operator Satu', reason: 'Surat 12/PDP/2026' },
      ],
      whole: before === undefined,
      ...(before === undefined && { next: 1 }),
    }),
    myExports: async () => copies,
    mySharing: async () => ownSharing,
    openExport: async (_reader, jobId) => `https://objects.example/person-exports/${jobId}`,
  };
}

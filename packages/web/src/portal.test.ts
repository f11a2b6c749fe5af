import { brotliDecompressSync } from 'node:zlib';
import { anonymous, DomainError, type Principal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from './i18n/dictionary.ts';
import { createFixturePortal } from './testing/fixture-portal.ts';
import { createFixturePorts as createPorts, Refusal } from './testing/fixture-ports.ts';
import { course, everyRole, home, siti } from './testing/fixtures.ts';

/** One address of every page, and who may open it. */
const pages: readonly (readonly [string, Principal])[] = [
  ['/', anonymous],
  ...['', '?number=apa', '/SINAU-7K3M-9QXD-4TPA', '/SINAU-0000-0000-0002', '/SINAU-0000-0000-0003'].map(
    (one) => [`/verify${one}`, anonymous] as const,
  ),
  ...[1, 2, 3, 4].map((one) => [`/verify/SINAU-CM-7K3M-9QXD-4TPA-${one}`, anonymous] as const),
  ...['', '/badan', '/tidak-ada', '/badan/ktp', '/badan/baru', '/badan/tidak-ada'].map(
    (one) => [`/services${one}`, anonymous] as const,
  ),
  ...['ktp/survey', 'baru/survey', 'ktp/survey?thanks'].map(
    (one) => [`/services/badan/${one}`, anonymous] as const,
  ),
  ...[
    '/',
    '/catalogue',
    '/catalogue?q=kosong',
    '/catalogue?q=anggran&subject=finance&provider=provider-1&page=2',
    '/catalogue?q=data&page=9',
    '/saved',
    '/courses/kelola-data-terbuka',
    '/courses/baru',
    '/courses/baru/cancel',
    '/courses/kelola-data-terbuka/learn/3',
    '/courses/kelola-data-terbuka/learn/4',
    '/courses/kelola-data-terbuka/learn/4/returned',
    '/my-records',
    '/jp',
    '/jp?year=2025',
    '/jp?year=2024',
    ...['', '?year=2025', '?year=2024', '?year=2023', '?year=2019'].map((year) => `/jp/transcript${year}`),
    '/plan',
    '/jp/ip-asn',
    ...['recognised', 'held', 'running', 'planned', 'left', 'apa'].map((show) => `/jp?show=${show}`),
    '/jp/r1/answer',
    '/jp/r4/answer',
    ...['', '/new', '/new?way=planned', '/draf', '/draf/edit', '/rencana', '/rencana/edit', '/selesai'].map(
      (part) => `/jp/external${part}`,
    ),
    '/jp/external/kembali',
    '/certificates',
    '/certificates?page=kosong',
    '/certificates?year=2025',
    '/certificates?year=2026&state=corrected',
    ...['7K3M-9QXD-4TPA', '0000-0000-0001', '0000-0000-0002', '0000-0000-0003', '0000-0000-0004'].map(
      (number) => `/certificates/SINAU-${number}`,
    ),
    '/inbox',
    '/account',
    ...['persetujuan', 'penuh', 'undangan?invitation=abc', 'belum-buka', 'tutup', 'diminta', 'antre'].map(
      (courseId) => `/courses/${courseId}`,
    ),
    '/courses/diminta/cancel',
    '/courses/antre/cancel',
    '/courses/antre-wajib',
    '/courses/wajib',
    ...['antre-kuota', 'antre-anggaran', 'kampus-penuh', 'kampus-terdaftar', 'kampus-menolak'].map(
      (one) => `/courses/${one}`,
    ),
    '/courses/ulang',
    '/courses/selesai',
    '/courses/dinilai',
    '/courses/tidak-ada',
    '/studio',
  ].map((path) => [path, siti] as const),
  ...[
    '/studio',
    '/studio/upload',
    '/studio/courses/x',
    '/studio/courses/x/upload',
    '/studio/courses/x/dispatches',
    '/studio/dispatches/d1',
    ...[
      '',
      '/new',
      '/ktp',
      '/baru',
      '/ktp/poster',
      '/ktp/change',
      '/ktp/promises/new',
      '/ktp/promises/p1',
    ].map((part) => `/agency/citizens${part}`),
    ...[
      '',
      '/new',
      '/f1',
      '/f2',
      '/f1/change',
      '/f2/remove',
      '/f1/commitments/new',
      '/f1/commitments/k2',
    ].map((part) => `/agency/citizens/forums${part}`),
    ...['', '?year=2025', '/lists/d1', '/lists/disimpan', '/lists/lama', '/lists/disimpan/undo'].map(
      (part) => `/agency/citizens/themes${part}`,
    ),
    ...[
      ...['', '/2027/signals', '/2027/signals?state=taken', '/2027/signals?state=aside', '/2026/signals'],
      ...['/2029/signals', '/2027/signals/competency%3AM7', '/2027/notes/new', '/2027/notes/new?kind=rule'],
      ...['/2027/notes/n1', '/2027/notes/n2', '/2027/2', '/2027/1', '/2026/1', '/2025/1', '/2028/1'],
      ...['/2027/2/items/new?signal=competency%3AM7', '/2027/2/items/i1', '/2027/2/items/i2'],
      ...['/2027/1/items/i1', '/2027/2/items/i1/remove', '/2027/2/print'],
      ...[
        '/2027/1/realisation',
        '/2028/1/realisation',
        '/2027/1/items/i1/learning',
        '/2027/1/items/i2/learning',
      ],
      ...['/2027/realised/event/seminar', '/2027/realised/event/seminar?page=2', '/2027/realised/course/c1'],
      '/2027/realised/elsewhere/i1',
      '/2027/signals?unit=u1',
      ...['/2027/fit', '/2028/fit', '/2027/realised/elsewhere/-external'],
      ...['/performance', '/rules', '/rules/new', '/rules/r1', '/rules/r2'],
    ].map((part) => `/agency/annual-plan${part}`),
    '/agency/events/new?item=2027~2~i1',
    ...['agency', 'studio'].flatMap((place) =>
      ['', '/new', '/seminar', '/draf', '/seminar/change', '/seminar/cancel', '/seminar/codes/h1'].map(
        (part) => `/${place}/events${part}`,
      ),
    ),
    ...['', '/webinar', '/sepi'].map((part) => `/agency/partner-events${part}`),
    ...['', '?year=2024', '/seminar', '/webinar', '/gratis'].map((part) => `/agency/event-payments${part}`),
    '/studio/events/seminar/evaluations',
    ...[
      '',
      '/seminar',
      '/webinar',
      '/anggaran',
      '/antre',
      '/tawaran',
      '/bentrok',
      '/lain',
      '/batal',
      '/hadir',
      '/hadir/leave',
    ].map((part) => `/events${part}`),
    ...[
      '',
      '/new',
      '/satu',
      '/draf',
      '/batal',
      '/satu/change',
      '/satu/late',
      '/nominasi/late?only=open',
      '/satu/late?step=s2',
    ].map((part) => `/agency/cohorts${part}`),
    ...[
      '',
      '/satu',
      '/buka',
      '/nominasi',
      '/antre',
      '/dahulu',
      '/tawaran',
      '/kursus',
      '/batal',
      '/satu/leave',
    ].map((part) => `/cohorts${part}`),
    '/team/cohorts',
    ...['agency', 'studio'].flatMap((place) =>
      ['', '/new', '/layanan', '/draf', '/tutup', '/layanan/change', '/layanan/move', '/tutup/move'].map(
        (part) => `/${place}/paths${part}`,
      ),
    ),
    ...['', '/layanan', '/baru', '/terkunci', '/selesai', '/menunggu', '/wajib', '/layanan/leave'].map(
      (part) => `/paths${part}`,
    ),
    '/events/seminar/check-in/h1?code=1.x',
    '/events/hadir/check-in/h1/done',
    '/calendar',
    '/team/events',
    '/agency/event-requests',
    ...['', '/propose', '/unit', '/unit?page=lanjut'].map((part) => `/recognitions${part}`),
    '/team/recognitions',
    '/priority',
    ...['', '?year=2025', ...['k1', 'k2', 'k3', 'k4', 'k5'].map((id) => `/p1/${id}`)].map(
      (part) => `/agency/priority${part}`,
    ),
    ...['', '?list=given&year=2025', '?list=closed', '/p1/n-1', '/p1/n-2', '/p1/n-4', '/p1/n-5'].map(
      (part) => `/agency/recognitions${part}`,
    ),
    ...['', '/new', '/jalan', '/diajak', '/mengajak', '/lewat', '/jalan/sessions/new'].map(
      (part) => `/coaching${part}`,
    ),
    ...['s-menunggu', 's-sah', 's-baru', 's-ditarik', 's-gugur', 's-menunggu/change'].map(
      (part) => `/coaching/jalan/sessions/${part}`,
    ),
    '/team/coaching',
    ...['', '?year=2025', '?year=2024', '/pairs', '/pairs?page=2', '/pairs?year=2024'].map(
      (part) => `/agency/coaching${part}`,
    ),
    ...['', '/new', '/penulis', '/anggota', '/diminta', '/lain', '/tutup', '/luar', '/penulis/change'].map(
      (part) => `/communities${part}`,
    ),
    ...['new', 'buka', 'lengkap', 'selesai', 'batal', 'nanti', 'anggota', 'buka/code', 'nanti/code'].map(
      (part) => `/communities/penulis/meetings/${part}`,
    ),
    ...['1', 'sudah'].map((code) => `/communities/penulis/meetings/buka/check-in?code=${code}`),
    ...['penulis/questions', 'penulis/questions?page=x', 'anggota/questions', 'tutup/questions'].map(
      (part) => `/communities/${part}`,
    ),
    ...['new', 'tanya', 'dijawab', 'dipimpin', 'tersembunyi', 'disembunyikan', 'tutup', 'tanya/change'].map(
      (part) => `/communities/penulis/questions/${part}`,
    ),
    '/communities/penulis/questions/dijawab/answers/a2/change',
    ...['', '/c-baru', '/e-diterapkan', '/c-lewat'].map((part) => `/evaluations${part}`),
    ...['', '/p1/c-baru', '/p1/c-lewat'].map((part) => `/team/evaluations${part}`),
    ...['', '?year=2024', '?year=2026&kind=event&owner=provider.x', '/courses/x', '/courses/sedikit'].map(
      (part) => `/agency/evaluations${part}`,
    ),
    '/agency/evaluations/events/seminar?of=reaction&page=lanjut',
    '/agency/adoption',
    '/habits',
    '/habits/board',
    ...['/champions', '/champions/p1/ask', '/agency/champions'],
    '/team/week',
    ...['x', 'sedikit', 'kosong'].map((id) => `/studio/courses/${id}/evaluations`),
    ...['end', 'comments', 'comments?state=hidden', 'comments?state=shown'].map(
      (part) => `/agency/citizens/ktp/surveys/2026-11-01/${part}`,
    ),
    '/competency',
    ...['word?competency=M7', 'word', 'plan/new', 'plan/new?competency=M7&course=c1', 'plan/i1'].map(
      (part) => `/competency/${part}`,
    ),
    '/agency/competency/bands',
    ...['i2', 'i3', 'i4', 'i5', 'print'].map((item) => `/competency/plan/${item}`),
    '/team/competency',
    ...['p1', 'kosong', 'p1/assess', 'p1/plan/new', 'p1/plan/i1', 'p1/plan/i2'].map(
      (part) => `/team/competency/${part}`,
    ),
    ...['', '?unit=u1', '?unit=kosong', '/dictionary', '/standards', '/plans', '/plans?list=overdue'].map(
      (part) => `/agency/competency${part}`,
    ),
    ...['people?competency=M7', 'people?competency=M7&standing=met', 'people/p1', 'people/p1/assess'].map(
      (part) => `/agency/competency/${part}`,
    ),
    ...['people/p1/plan/i1', 'dictionary/new', 'dictionary/KEU.01', 'dictionary/KEU.02'].map(
      (part) => `/agency/competency/${part}`,
    ),
    ...['new', 'group%3Aahli-muda', 'title%3Aanalis'].map((part) => `/agency/competency/standards/${part}`),
    ...['', '?kind=dictionary', '?kind=assessments'].map((part) => `/agency/competency/lists${part}`),
    '/studio/courses/x/competencies',
    '/agency/people/p1/certificates',
    ...['', '?year=2025'].map((year) => `/agency/people/p1/transcript${year}`),
    '/operator/people/kosong/certificates',
    '/operator/agreements',
    ...['agency', 'operator'].flatMap((place) =>
      ['', '/conversion%3ANKL03', '/conversion%3ANKL01', '/year%3APNS', '/effort'].map(
        (topic) => `/${place}/jp-rules${topic}`,
      ),
    ),
    '/operator/agreements/provider-1',
    '/operator/agreements/kosong',
    '/operator/agreements/provider-1/new',
    ...['a1/1', 'a1/2', 'a2/1', 'a4/1', 'a5/1', 'a1/2/change', 'a1/1/revise'].map(
      (version) => `/operator/agreements/provider-1/${version}`,
    ),
    '/studio/tools',
    '/studio/tools/new',
    '/studio/lms',
    '/studio/lms/new',
    ...['lms-1', 'lms-2', 'lms-3'].map((id) => `/studio/lms/${id}`),
    '/studio/lms/lms-1/remove',
    '/operator/lms',
    '/account/lms',
    '/account/lms/connect?visit=berlaku',
    ...['tool-1', 'tool-2', 'tool-3', 'tool-4'].map((clientId) => `/studio/tools/${clientId}`),
    '/studio/tools/tool-1/disable',
    '/studio/tools/tool-1/reconciliation',
    '/studio/tools/tool-1/reconciliation/repairs/order-waiting',
    '/studio/tools/tool-2/disable',
    '/operator/tools/tool-1/reject',
    '/operator/tools/tool-2/reject',
    '/operator/tools/tool-3',
    '/studio/tools/tool-1/edit',
    '/studio/tools/tool-2/edit',
    '/operator/tools',
    '/operator/tools/tool-2',
    '/operator/keys',
    '/operator/keys/platform/rotate',
    '/operator/keys/platform/withdraw?kid=key-3',
    '/operator/keys/tool/withdraw?kid=key-2',
    '/studio/agreements',
    '/agency/sharing',
    '/agency/sharing/provider-1',
    '/agency/sharing/kosong',
    '/studio/courses/x/modules/m2',
    '/studio/courses/x/modules/alat',
    '/studio/courses/x/modules/alat/link',
    '/studio/courses/x/modules/new-link',
    '/studio/courses/x/modules/new-external',
    '/studio/courses/x/tools',
    '/studio/courses/x/results',
    '/studio/courses/x/results?part=m2',
    '/studio/courses/bare/results',
    '/studio/courses/x/modules/new-article',
    '/studio/questions',
    '/studio/questions?q=kosong&category=Etika&kind=numeric&status=archived',
    '/studio/questions?q=baru',
    ...['choice', 'true-false', 'numeric', 'short-text', 'matching', 'ordering'].flatMap((kind) => [
      `/studio/questions/${kind}`,
      `/studio/questions/new/${kind}`,
    ]),
    '/studio/questions/archived',
    '/studio/quizzes',
    '/studio/quizzes/whole',
    '/studio/quizzes/broken',
    '/studio/quizzes/empty',
    '/studio/quizzes/whole/sections/s1',
    '/studio/quizzes/whole/sections/s1?q=kosong',
    '/studio/quizzes/whole/delete',
    '/studio/courses/x/modules/kuis',
    '/studio/courses/x/modules/kuis/questions',
    '/studio/courses/x/modules/kosong/questions',
    '/studio/question-bank?q=banyak',
    '/reviews',
    '/reviews/x/2',
    '/reviews/x/2/quizzes/kuis',
    '/reviews/x/2/preview',
    '/studio/sheet',
    '/studio/connections',
    ...['moodle', 'file'].flatMap((kind) =>
      ['results', 'reconciliation'].map((tab) => `/studio/connections/connection-${kind}/${tab}`),
    ),
    ...['order-waiting', 'order-done'].map(
      (order) => `/studio/connections/connection-moodle/reconciliation/repairs/${order}`,
    ),
    '/studio/connections/connection-moodle/results/result-score',
    '/studio/connections/connection-moodle/results/result-unmatched',
    '/studio/connections/connection-xapi/learners',
    '/studio/connections/new',
    ...['moodle', 'oneroster', 'oneroster-csv', 'openedx', 'schema-org', 'file', 'webhook', 'xapi'].map(
      (kind) => `/studio/connections/new/${kind}`,
    ),
    ...['moodle', 'oneroster', 'oneroster-csv', 'openedx', 'schema-org', 'file', 'webhook', 'xapi'].flatMap(
      (kind) =>
        ['', '/settings', '/rotate', '/remove'].map(
          (part) => `/studio/connections/connection-${kind}${part}`,
        ),
    ),
    ...['oneroster-csv', 'packages-refused', 'packages-none'].map(
      (name) => `/studio/connections/connection-${name}/packages`,
    ),
    '/studio/connections/connection-file/tables',
    ...['results/table-bad', 'catalogue/table-good', 'enrolments/table-none'].map(
      (table) => `/studio/connections/connection-file/tables/${table}`,
    ),
    ...[
      ...['', '?list=changed', '?list=settled', '/item?id=42', '/item?id=7', '/item?id=9'],
      ...['new', 'changed', 'returned', 'withdrawn'].map((list) => `/accept-all?list=${list}`),
      ...['/batches/b1', '/batches/b0', '/batches/b0?only=refused', '/batches/b1?only=refused'],
    ].map((part) => `/studio/connections/connection-moodle/catalogue${part}`),
    '/studio/webhooks',
    '/studio/webhooks/new/webhook',
    '/studio/webhooks/push-webhook',
    '/studio/webhooks/push-webhook/change',
    '/studio/webhooks/push-webhook/rotate',
    '/studio/webhooks/push-webhook/delete',
    '/studio/courses/x/statistics',
    ...['kosong', 'sedikit', 'draf', 'nasional'].map((id) => `/studio/courses/${id}/statistics`),
    ...['m1', 'm2', 'sedikit'].map((id) => `/studio/courses/x/statistics/modules/${id}`),
    '/studio/courses/x/statistics/launches/s-1',
    '/studio/courses/x/statistics/launches/baik',
    '/studio/courses/x/ratings',
    '/studio/courses/sedikit/ratings',
    '/operator/ratings',
    '/studio/courses/x/retire',
    '/studio/courses/x/delete',
    '/studio/courses/x/preview',
    '/studio/courses/x/preview/learn/3',
    '/studio/imports/job-1',
    '/studio/imports/running',
    '/studio/imports/accepted',
    '/agency',
    '/agency?unit=u1',
    '/agency/numbers/people?standing=below',
    '/agency/numbers/duties?step=started',
    '/agency/numbers/overdue',
    '/operator/seals',
    '/agency/seal',
    '/agency/seal/settings',
    '/agency/seal/documents?state=unsure',
    '/agency/seal/documents?state=sealing',
    '/agency/siasn',
    '/agency/siasn/settings',
    '/agency/siasn/indexes',
    '/agency/siasn/rows?state=rejected',
    '/agency/siasn/rows?state=sending',
    '/agency/siasn/lines/p-1/l-1?q=komputer',
    '/agency/siasn/lines/p-1/l-level',
    '/agency/siasn/lines/p-1/l-differs',
    '/agency/reports',
    ...['done', 'running', 'failed', 'cancelled', 'expired'].map((state) => `/agency/reports/r-${state}`),
    '/agency/people',
    '/agency/people?q=Siti',
    '/agency/people?q=Tidak+ada',
    '/agency/learning',
    '/agency/clients',
    '/agency/clients/agency-client-1/change',
    '/agency/clients/agency-client-1/rotate',
    '/agency/clients/agency-client-1/secrets/1/end',
    '/operator/clients',
    '/operator/nudges',
    '/operator/connections',
    '/studio/connections/connection-moodle?page=n',
    '/operator/health',
    '/operator/clients/agency-client-1/change',
    '/agency/clients/agency-client-1/disable',
    '/agency/pull',
    '/studio/connections/connection-moodle/enrolments',
    '/studio/connections/connection-moodle/enrolments?group=confirmed',
    '/studio/connections/connection-moodle/enrolments?group=over',
    '/agency/external',
    '/agency/external?page=kosong',
    '/agency/external/p1/rencana',
    '/agency/external/p1/laporan',
    '/agency/external/policy',
    '/agency/held',
    '/agency/held?page=kosong',
    '/agency/held/p1/r1',
    '/agency/held/p1/r4',
    '/agency/obligations',
    '/agency/obligations/new',
    '/agency/obligations/new?course=c1&course=c2',
    '/agency/obligations/active',
    '/agency/obligations/spreading?group=released&page=n',
    '/agency/obligations/paused?group=started',
    '/agency/obligations/ended',
    '/agency/obligations/reminded',
    '/obligations',
    '/agency/obligations/active/terms',
    '/agency/obligations/active/exceptions',
    '/agency/obligations/paused/exceptions?page=n',
    '/agency/obligations/active/exceptions/p1',
    '/agency/obligations/ended/exceptions/p1',
    '/agency/obligations/active/courses/c1',
    '/agency/obligations/active/courses/only',
    '/agency/obligations/active/pause',
    '/agency/obligations/active/end',
    ...[
      '',
      '?year=2020',
      '/new',
      '/unit-costs',
      '/indicators',
      '/indicators?year=2020',
      '/quotas',
      '/lines/2026.522191',
      '/lines/2026.522191?page=n2',
      '/lines/2026.TUTUP',
      '/lines/2026.522191/bookings',
      '/lines/2026.522191/bookings?state=spent',
      '/lines/2026.522191/change',
      '/lines/2026.522191/book',
      '/lines/2026.522191/bookings/b1',
      '/lines/2026.522191/bookings/r1',
    ].map((part) => `/agency/budget${part}`),
    '/agency/quotas',
    '/agency/quotas?year=2020',
    '/talent',
    '/talent?year=2020',
    '/talent/place?year=2025&performance=above&potential=high',
    '/talent/place?year=2025&performance=above&potential=low&page=akhir',
    '/talent/people/budi',
    '/talent/list',
    '/agency/quotas/new',
    '/agency/quotas/course.c1.2026-01-01/change',
    '/agency/quotas/course.c1.2026-01-01/pools',
    '/agency/quotas/course.c1.2026-01-01/pools/unit',
    '/agency/quotas/course.c1.2026-01-01/pools/list',
    '/agency/quotas/seats?year=2026&state=reserved',
    '/agency/quotas/seats?year=2026&state=spent',
    '/operator/quotas',
    '/operator/quotas/badan',
    '/operator/quotas/badan/new',
    '/operator/quotas/badan/provider.univ.2026-01-01/change',
    '/agency/push',
    '/agency/push/new/lrs',
    '/agency/push/new/webhook',
    '/agency/push/push-lrs',
    '/agency/push/push-webhook',
    '/agency/push/push-disabled',
    '/agency/push/push-fresh',
    '/agency/push/push-lrs/change',
    '/agency/push/push-webhook/change',
    '/agency/push/push-webhook/rotate',
    '/agency/push/push-webhook/delete',
    '/agency/exports',
    '/agency/exports?page=2026-11-23',
    '/agency/exports/new',
    '/agency/exports/export-waiting',
    '/agency/exports/export-running',
    '/agency/exports/export-done',
    '/agency/exports/export-empty',
    '/agency/exports/export-failed',
    '/agency/exports/export-cancelled',
    '/agency/exports/export-expired',
    '/agency/exports/export-running/cancel',
    '/agency/statements',
    '/agency/statements?verb=http://adlnet.gov/expapi/verbs/voided',
    '/agency/statements?who=siapa@contoh.go.id&registration=x&from=2026-02-30',
    '/agency/statements/7f1c2b7e-0000-4000-8000-000000000001',
    '/operator/privacy',
    '/operator/privacy/jobs/counted',
    '/operator/privacy/jobs/own',
    '/operator/privacy/jobs/counting',
    '/operator/privacy/jobs/running',
    '/operator/privacy/jobs/done',
    '/operator/privacy/jobs/failed',
    '/operator/privacy/retention',
    '/operator/privacy/jobs/sweep',
    '/operator/privacy/jobs/agency-sweep',
    '/operator/privacy/exports',
    '/operator/privacy/audit',
    '/operator/privacy/audit?before=3',
    '/operator/privacy/access',
    '/agency/access',
    '/agency/access?who=nobody&what=person',
    '/operator/privacy/access?office=all&who=nobody&what=person&from=2026-01-01',
    '/operator/privacy/requests',
    ...['open', 'late', 'erase', 'held', 'begun', 'own', 'refused', 'erased'].map(
      (id) => `/operator/privacy/requests/${id}`,
    ),
    '/operator/privacy/holds',
    '/operator/privacy/incidents',
    '/agency/requests',
    '/agency/requests/open',
    '/account/data',
    '/operator',
    '/operator/agencies',
    '/operator/providers',
    '/operator/people',
    '/operator/people/invite',
    '/operator/people/p1',
    '/operator/people/self',
    '/operator/people/foreign',
    '/operator/people/disabled',
    '/operator/people/p1/disable',
    '/operator/people/p1/view-as',
    '/operator/people/disabled/enable',
    '/operator/people/lent/move',
    '/operator/agencies/agency-1/units',
    '/agency/people/p1',
    '/agency/people/p1/disable',
    '/agency/people/led',
    '/agency/supervisors',
    '/agency/units',
    '/agency/units/u1',
    '/agency/units/berakhir',
    '/operator/agencies/agency-1/units/u1',
    '/agency/people/imports',
    ...['checking', 'checked', 'running', 'done', 'failed', 'discarded'].map(
      (state) => `/agency/people/imports/import-${state}`,
    ),
    '/agency/external/import',
    ...['checking', 'checked', 'running', 'done', 'failed', 'discarded'].map(
      (state) => `/agency/external/import/lists/import-${state}`,
    ),
    '/team',
    '/team/approvals',
    '/team/approvals?page=next',
    '/team/approvals/r-1',
    '/team/approvals/r-2',
    '/agency/approvals',
    '/team/assignments',
    '/team/assignments?course=etika',
    '/team/assignments?person=p1',
    '/team/assignments?person=p1&course=etika',
    '/agency/assignments',
    '/agency/assignments?course=etika',
    '/agency/assignments/r-3/withdraw',
    '/team/assignments/r-4/withdraw',
    '/studio/courses/x/invitations',
    '/agency/courses/terbuka/invitations',
    '/agency/courses/x/invitations/i-3/revoke',
    '/outbox',
  ].map((path) => [path, everyRole] as const),
];

async function open(path: string, principal: Principal, language: 'id' | 'en' = 'id') {
  const response = await createFixturePortal({ principal }).hono.request(path, {
    headers: { cookie: `sinau-lang=${language}` },
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

describe.each(['id', 'en'] as const)('every page in %s', (language) => {
  it.each(pages)('%s has one main, one h1, landmarks and a title', async (path, principal) => {
    const { html } = await open(path, principal, language);
    expect(html.startsWith('<!doctype html>')).toBe(true);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.match(/<main\b/g)).toHaveLength(1);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    // Menus that lead elsewhere stand outside main; places on a page and further pages of a list belong to it.
    const { mainNavigation } = dictionaries[language].shell;
    expect(main).not.toContain(`aria-label="${mainNavigation}"`);
  });

  it.each(pages)('%s needs nothing inline and leaves no hole', async (path, principal) => {
    const { html } = await open(path, principal, language);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style\b|\sstyle=|\son[a-z]+=/);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
  });

  it.each(pages)('%s has a skip link and names its controls', async (path, principal) => {
    const { html } = await open(path, principal, language);
    if (!path.endsWith('/returned')) expect(html).toContain(dictionaries[language].shell.skipToContent);
    for (const [, id] of html.matchAll(
      /<(?:input|select|textarea)\b(?![^>]*type="(?:hidden|checkbox)")[^>]*\bid="([^"]+)"/g,
    )) {
      expect(html).toContain(`for="${id}"`);
    }
    for (const [image] of html.matchAll(/<svg\b[^>]*>/g))
      expect(image).toMatch(/aria-hidden="true"|role="img"/);
  });
});

describe('data protection for auditors', () => {
  const auditor: Principal = { ...everyRole, roles: ['auditor'] };
  it('reads jobs, rules and the audit trail, and decides nothing', async () => {
    for (const path of ['', '/jobs/counted', '/jobs/agency-sweep', '/retention', '/exports', '/audit']) {
      const { status, html } = await open(`/operator/privacy${path}`, auditor);
      expect(status, path).toBe(200);
      expect(html, path).not.toMatch(/action="\/operator/);
      expect(html, path).not.toContain('href="/operator/people"');
      expect(html, path).not.toContain('href="/account/data/');
      expect((await open(`/operator/privacy${path}`, everyRole)).html).toContain('href="/operator/people"');
    }
    expect((await open('/', auditor)).html).toContain('href="/operator/privacy/audit"');
    expect((await open('/operator', auditor)).status).toBe(403);
    const looks = (await open('/operator/privacy/retention', auditor)).html;
    for (const word of ['Hanya dihitung', 'Menunggu mulai']) expect(looks).toContain(word);
  });
});

describe('who learns what', () => {
  it('says of a course that nobody has opened that it was not begun, not 0 %', async () => {
    const rowOf = async (language: 'id' | 'en') => {
      const { html } = await open('/agency/learning', everyRole, language);
      return html.split('<tr').find((row) => row.includes('Made Wirawan')) ?? '';
    };
    expect(await rowOf('id')).toContain('belum mulai');
    expect(await rowOf('en')).toContain('not begun');
    expect(await rowOf('id')).not.toMatch(/0\s?%|<svg|<progress/);
  });
});

describe('words', () => {
  /** Words that are the same in both languages on purpose. */
  const same = new Set([
    'Sinau',
    'Studio',
    'ID',
    'Median',
    'Point-biserial',
    'Point-biserial: {a}',
    'JSON',
    'SHA-2',
    'Operator',
    'Versi',
    'JP',
    'NIP / NI PPPK',
    'NI PPPK',
    'Status',
    'Auditor',
    'Draf',
    'LRS (xAPI)',
    'Webhook',
    'Video',
    'Audio',
    'SCORM',
    'xAPI',
    // The words of LTI, as every tool shows them.
    'Issuer (platform ID)',
    'Client ID',
    'Deployment ID',
    'E-learning',
    'SIASN',
    'Digital',
    'Data',
  ]);

  function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
    if (typeof value === 'string') return [[path, value]];
    if (typeof value === 'function')
      return [[path, String(value(path.endsWith('.needs') ? ['{a}'] : '{a}', '{b}', {}))]];
    return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
  }

  it('says nothing twice in one language', () => {
    const english = new Map(leaves(dictionaries.en, ''));
    const untranslated = leaves(dictionaries.id, '').filter(
      ([path, text]) => english.get(path) === text && !same.has(text),
    );
    expect(untranslated).toEqual([]);
  });

  it.each([
    [undefined, undefined, 'id'],
    [undefined, 'en-GB,en;q=0.9,id;q=0.8', 'en'],
    [undefined, 'de-DE,id;q=0.4,en;q=0.8', 'en'],
    [undefined, 'in-ID', 'id'],
    ['id', 'en', 'id'],
    ['en', 'id', 'en'],
    ['xx', 'fr', 'id'],
  ])('cookie %s and Accept-Language %s give %s', async (cookie, accept, expected) => {
    const headers = new Headers();
    if (cookie) headers.set('cookie', `sinau-lang=${cookie}`);
    if (accept) headers.set('accept-language', accept);
    const response = await createFixturePortal({}).hono.request('/', { headers });
    expect(await response.text()).toContain(`<html lang="${expected}">`);
  });

  it('keeps the chosen language in a cookie and goes back, but never to another site', async () => {
    const { hono } = createFixturePortal({});
    const post = (returnTo: string) =>
      hono.request('/language', { method: 'POST', body: new URLSearchParams({ language: 'en', returnTo }) });
    const answer = await post('/catalogue?q=data');
    expect(answer.headers.get('set-cookie')).toMatch(/^sinau-lang=en;.*HttpOnly.*Secure.*SameSite=Lax/);
    expect(answer.headers.get('location')).toBe('/catalogue?q=data');
    expect((await post('//evil.example')).headers.get('location')).toBe('/');
  });

  it('marks texts in another language than the page', async () => {
    const { html } = await open('/catalogue', siti, 'id');
    expect(html).toContain('<span lang="en-US">Writing in Plain Language</span>');
  });
});

describe('getting into a course', () => {
  const mainOf = async (path: string, principal: Principal = siti) => {
    const { html } = await open(path, principal, 'id');
    return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  };

  it.each([
    ['baru', 'Daftar'],
    ['persetujuan', 'Minta persetujuan'],
    ['penuh', 'Antre'],
    ['undangan', 'Gunakan undangan'],
    ['ulang', 'Ulangi kursus'],
  ])('has one button for it on the page of %s: %s', async (courseId, label) => {
    const main = await mainOf(`/courses/${courseId}`);
    expect(main.match(new RegExp(`action="/courses/${courseId}/enrol"`, 'g'))).toHaveLength(1);
    expect(main).toMatch(new RegExp(`<button type="submit"[^>]*>${label}</button>`));
  });

  it.each(['belum-buka', 'tutup', 'diminta', 'antre', 'antre-wajib', 'wajib'])(
    'offers no way in where there is none: %s',
    async (courseId) => expect(await mainOf(`/courses/${courseId}`)).not.toContain('/enrol"'),
  );

  it('offers the way out of everything but a duty', async () => {
    for (const courseId of ['diminta', 'antre', 'kelola-data-terbuka']) {
      expect(await mainOf(`/courses/${courseId}`)).toContain(`href="/courses/${courseId}/cancel"`);
    }
    for (const courseId of ['wajib', 'antre-wajib']) {
      expect(await mainOf(`/courses/${courseId}`)).not.toContain('/cancel"');
    }
  });

  it('leads staff to their part, each by their role', async () => {
    expect(await mainOf('/courses/penuh')).not.toContain('/assignments');
    expect(await mainOf('/courses/penuh', everyRole)).toContain('href="/team/assignments?course=penuh"');
    expect(await mainOf('/courses/undangan', everyRole)).toContain(
      'href="/agency/courses/undangan/invitations"',
    );
  });

  const posted = async (path: string, fields: Record<string, string>) => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const response = await hono.request(path, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };

  it('D2: takes nothing but a code from whoever enrols', async () => {
    expect((await posted('/courses/baru/enrol', { invitation: 'x' })).to).toBe(
      '/courses/baru?notice=enrolled',
    );
    for (const field of ['state', 'status', 'score', 'certificateId', 'personId', 'member']) {
      expect((await posted('/courses/baru/enrol', { [field]: 'completed' })).status, field).toBe(400);
    }
  });

  it('says why a provider has not enrolled, until when it is tried, and lets the learner ask again', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const textOf = async (courseId: string) => (await hono.request(`/courses/${courseId}`)).text();
    const full = await textOf('kampus-penuh');
    expect(full).toContain('Kelas penuh di Universitas Contoh');
    expect(full).toContain('23 November 2026');
    expect(full).toContain('action="/courses/kampus-penuh/provider-retry"');
    expect(full).toContain('/courses/kampus-penuh/cancel');
    expect(await textOf('kampus-terdaftar')).not.toContain('provider-retry');
    expect(await textOf('kampus-menolak')).toContain('tidak dapat dihubungi sampai batas waktu');
    const released = await textOf('kursi-dilepas');
    expect(released).toContain('karena belum dimulai dalam 30 hari');
    expect(released).toContain('Sampai 31 Januari 2027 Anda menunggu di belakang yang lain');
    expect(released).toContain('selama 60 hari, Anda menunggu di belakang yang lain');
    expect(await textOf('penuh')).not.toContain('di belakang yang lain');
    expect(await textOf('kampus-menolak')).not.toContain('belum dimulai dalam');
    expect(await textOf('antre-kuota')).toContain('Kuota instansi Anda habis; Anda di urutan ke-3');
    const kept = await textOf('antre-kelompok');
    expect(kept).toContain('Kursi instansi untuk Anda habis; Anda di urutan ke-3');
    expect(kept).toContain(
      'disimpan untuk: Biro &lt;b&gt;Umum&lt;/b&gt;; JPT Utama, Pelaksana; Nusa Tenggara Timur; Daerah 3T.',
    );
    expect(kept).toContain('Mulai 1 Desember 2026 sisanya untuk semua');
    expect(kept.match(/action="\/courses\/antre-kelompok\/list"/g)).toHaveLength(1);
    expect(kept).toContain('sudah minta dimasukkan ke daftar');
    expect(await textOf('antre-anggaran')).toContain(
      'Mata anggaran 522191 · Kursus daring tidak punya sisa yang cukup; Anda di urutan ke-2',
    );
    expect(await (await hono.request('/team/approvals/r-1')).text()).toContain(
      'tidak punya ruang: kursi ini Rp250.000, sisanya Rp90.000. Peserta menunggu sampai ada sisa.',
    );
    expect((await posted('/courses/kampus-penuh/provider-retry', {})).to).toBe(
      '/courses/kampus-penuh?notice=retrying',
    );
  });

  it('says which line of the budget has no room for a seat', async () => {
    class NoRoom extends DomainError {
      readonly code = 'enrolment.budget-used-up';
      readonly line = '522191 · Kursus <b>daring</b>';
    }
    const { course } = createPorts();
    const refuse = async () => Promise.reject(new NoRoom('no room'));
    const ports = { course: { ...course, enrol: refuse } };
    const { hono } = createFixturePortal({ principal: everyRole, ports });
    const answer = await hono.request('/courses/baru/enrol', { method: 'POST', body: new URLSearchParams() });
    const text = await answer.text();
    expect(text).toContain(
      'Mata anggaran 522191 · Kursus &lt;b&gt;daring&lt;/b&gt; tidak punya sisa yang cukup',
    );
  });

  it('declines with a reason only', async () => {
    const wrong = await posted('/team/approvals/r-1', { decision: 'decline', reason: ' x ' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#field-reason"');
    const declined = await posted('/team/approvals/r-1', { decision: 'decline', reason: 'Tahun depan' });
    expect(declined.to).toBe('/team/approvals?notice=declined');
    const approved = await posted('/team/approvals/r-1', { decision: 'approve' });
    expect(approved.to).toBe('/team/approvals?notice=approved');
  });

  it('tells what became of everybody whom a course was assigned to', async () => {
    const order = { course: 'etika', people: ' yohanis@contoh.example \r\n\n199001012015011001', dueOn: '' };
    const done = await posted('/agency/assignments', order);
    expect(done.status).toBe(200);
    expect(done.html).toContain('yohanis@contoh.example: Ditugaskan');
    expect(done.html).toContain('199001012015011001: Tidak dikenal');
    expect((await posted('/agency/assignments', { course: 'etika', people: ' ' })).status).toBe(422);
  });

  it('shows the code of an invitation once', async () => {
    const fields = { label: 'Angkatan I', maxUses: '30', days: '14' };
    const made = await posted('/agency/courses/x/invitations', fields);
    expect(made.html).toContain('kode-sekali-9f3a');
    expect((await posted('/agency/courses/x/invitations', { ...fields, maxUses: '0' })).status).toBe(422);
    const revoked = await posted('/agency/courses/x/invitations/i-3/revoke', {});
    expect(revoked.to).toBe('/agency/courses/x/invitations?notice=revoked');
  });
});

describe('hostile content', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'</script>';

  it('A10: escapes titles, names and file names of a package everywhere', async () => {
    const title = { id: hostile };
    const finding = {
      severity: 'error',
      file: hostile,
      line: 1,
      rule: hostile,
      problem: title,
      mend: title,
    } as const;
    const view = { importId: 'x', fileName: hostile, startedAt: '2026-11-24T02:00:00.000Z' } as const;
    const { hono } = createFixturePortal({
      principal: { ...everyRole, name: hostile },
      ports: {
        home: {
          homeOf: async () => ({
            ...home,
            active: [{ courseId: 'c', title, provider: hostile, languages: [hostile] }],
          }),
        },
        course: {
          courseOf: async () => ({ ...course, title, description: title, provider: hostile }),
          enrol: async () => 'active',
          askForSeat: async () => undefined,
          leave: async () => ({ became: 'cancelled', shown: true }),
          retryAtProvider: async () => 'queued',
        },
        studio: {
          ...createFixtureStudio(),
          importOf: async () => ({ ...view, state: 'rejected', step: 'checking', findings: [finding] }),
        },
      },
    });
    for (const path of [
      '/',
      '/courses/x',
      '/courses/x/cancel',
      '/studio/imports/x',
      '/catalogue?q=%3Cimg%20src=x%20onerror=alert(1)%3E',
    ]) {
      const html = await (await hono.request(path)).text();
      expect(html).not.toMatch(/<img|<\/script>"|onerror=alert\(1\)>(?!&)/);
      expect(html).toContain('&lt;img');
    }
  });

  it('A10: what came back in a form is escaped in its field', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const body = new URLSearchParams({ name: hostile.repeat(9), kind: 'central' });
    const html = await (await hono.request('/operator/agencies', { method: 'POST', body })).text();
    expect(html).toContain('value="&lt;img');
    expect(html).not.toContain('<img');
  });
});

function createFixtureStudio() {
  return createPorts().studio;
}

describe('forms', () => {
  const post = (
    path: string,
    fields: Record<string, string> | [string, string][],
    principal: Principal = everyRole,
  ) =>
    createFixturePortal({ principal }).hono.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });

  it('go on by redirect after success, with a word that the next page explains', async () => {
    const answer = await post('/operator/agencies', { name: 'Badan Contoh', kind: 'regional' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/operator/agencies?notice=created');
    const { html } = await open('/operator/agencies?notice=created', everyRole);
    expect(html).toContain(dictionaries.id.notice.created);
    expect((await open('/operator/agencies?notice=constructor', everyRole)).status).toBe(200);
  });

  it('come back with what was typed and a word at the field', async () => {
    const answer = await post('/operator/people/invite', {
      name: 'Yohanis',
      email: 'bukan surel',
      member: 'agency:agency-1',
      roles: 'learner',
      numberKind: 'NIP',
      employeeNumber: '1'.repeat(41),
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Yohanis"');
    expect(html).toContain('value="bukan surel"');
    expect(html).toMatch(/id="error-email"/);
    expect(html).toContain(dictionaries.id.operator.nipWrong);
    expect(html).toMatch(/value="learner" checked/);
    // The browser goes to what was refused, however far down the form stands.
    expect(html.match(/autofocus/g)).toHaveLength(1);
  });

  it('are gone to only when something was refused', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    expect(await (await hono.request('/studio/courses/x')).text()).not.toContain('autofocus');
  });

  it('D1: refuse a field that they do not have', async () => {
    const fields = { name: 'Badan Contoh', kind: 'regional', verified: 'true' };
    expect((await post('/operator/agencies', fields)).status).toBe(400);
    const zone = { timeZone: 'Asia/Jayapura', roles: 'operator' };
    expect((await post('/account', zone, siti)).status).toBe(400);
  });

  it('D4: refuse a body that is no form', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const { hono } = createFixturePortal({ principal: siti });
      const init = { method: 'POST', body: 'abc', headers: { 'content-type': type } };
      expect((await hono.request('/language', init)).status).toBe(400);
    }
  });

  it('tell a refusal of the domain in plain words', async () => {
    const { hono } = createFixturePortal({
      principal: siti,
      ports: {
        course: {
          courseOf: async () => course,
          enrol: async () => {
            throw new Refusal('enrolment.course-not-open');
          },
          askForSeat: async () => undefined,
          leave: async () => ({ became: 'cancelled', shown: true }),
          retryAtProvider: async () => 'queued',
        },
      },
    });
    const answer = await hono.request('/courses/x/enrol', { method: 'POST' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(dictionaries.id.problem.code['enrolment.course-not-open']);
  });

  it('show a secret once, in the answer to the form and in no address', async () => {
    const answer = await post('/agency/clients', [
      ['name', 'Dasbor'],
      ['scopes', 'records/read'],
      ['scopes', 'statements/read'],
    ]);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('sekali-saja-4f9a');
  });

  it('keep a draft that was typed wrongly, and say at which field', async () => {
    const sent = { rev: '7', titleId: 'Judul', titleEn: '', descriptionId: '', descriptionEn: '', jp: '2,5' };
    const facts = { minutes: '', form: 'NKL03', subject: 'data', competencies: 'A\nB', audience: '' };
    const fields = { ...sent, ...facts, languages: 'id, en', price: '0' };
    expect((await post('/studio/courses/x/details', fields)).status).toBe(303);
    const { studio, editor } = dictionaries.id;
    for (const [wrong, sentence] of [
      [{ jp: '0' }, studio.jpWrong],
      [{ price: '1.000' }, editor.priceWrong],
      [{ languages: 'bahasa indonesia!' }, editor.languagesWrong],
      [{ minutes: '-1' }, editor.minutesWrong],
      [{ titleId: '' }, studio.titleMissing],
    ] as const) {
      const answer = await post('/studio/courses/x/details', { ...fields, ...wrong });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(sentence);
      expect(html).toContain('value="id, en"'.replace('id, en', { ...fields, ...wrong }.languages));
    }
  });

  it('say what became of the questions and rules of a quiz', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const html = await (await hono.request('/studio/courses/x')).text();
    expect(html).toContain(
      'Ujian: paket diganti, 1 soal baru (Etika), 6 soal berubah (&lt;b&gt;Data&lt;/b&gt;; B; C; D; E; …), aturan kuis berubah (nilai lulus)',
    );
  });

  it('give a version to other systems, as a file and by a link', async () => {
    const ask = (path: string) => createFixturePortal({ principal: everyRole }).hono.request(path);
    const { status, headers } = await ask('/studio/courses/x/versions/1/structure');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="cmi5-v1.xml"');
    const link = await ask('/studio/courses/x/versions/1/package');
    expect([link.status, link.headers.get('location')]).toEqual([303, 'https://unggah.example/kursus.zip']);
  });

  it('take a link to the web only, and a window of admission in its order', async () => {
    const link = { title: 'Peraturan', url: 'https://contoh.go.id/aturan' };
    expect((await post('/studio/courses/x/modules/new-link', link)).status).toBe(303);
    const wrong = await post('/studio/courses/x/modules/new-link', { ...link, url: 'javascript:alert(1)' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(dictionaries.id.editor.linkUrlWrong);
    const video = { kind: 'video', title: 'Kuliah', url: 'https://media.contoh.ac.id/kuliah.mp4' };
    expect((await post('/studio/courses/x/modules/new-recording', video)).status).toBe(303);
    const settings = { rev: '7', mode: 'approval', seats: '30', versionRule: 'stay' };
    const never = await post('/studio/courses/x/settings', { ...settings, classesFrom: '2027-02-31' });
    expect(await never.text()).toContain(dictionaries.id.editor.dayWrong);
    expect(
      (await post('/studio/courses/x/settings', { ...settings, classesFrom: '2027-02-03' })).status,
    ).toBe(303);
    const days = { opensAt: '2026-12-01', closesAt: '2026-12-31' };
    expect((await post('/studio/courses/x/settings', { ...settings, ...days })).status).toBe(303);
    const turned = { opensAt: days.closesAt, closesAt: days.opensAt };
    expect((await post('/studio/courses/x/settings', { ...settings, ...turned })).status).toBe(422);
  });

  it('change a link to a tool, with every parameter that the form cannot show', async () => {
    const edits: unknown[] = [];
    const { studio } = createPorts();
    const { linkOf } = studio;
    const ask = (over: Partial<Awaited<ReturnType<typeof linkOf>>> = {}) =>
      createFixturePortal({
        principal: everyRole,
        ports: {
          studio: {
            ...studio,
            linkOf: async (person, of) => ({ ...(await linkOf(person, of)), ...over }),
            editLink: async (_, of, edit) => void edits.push([of, edit]),
          },
        },
      });
    const path = '/studio/courses/x/modules/alat/link';
    const save = ({ hono }: ReturnType<typeof ask>, fields: Record<string, string>) =>
      hono.request(path, { method: 'POST', body: new URLSearchParams(fields) });
    const asked = await (await ask().hono.request(path)).text();
    // Its place was removed, so that none is chosen; what a line can say is shown.
    expect(asked).toContain('<option value="" selected="">');
    expect(asked).toContain('id=5e72</textarea>');
    const form = {
      rev: '7',
      place: 'd-2',
      url: '',
      custom: 'id=6',
      scored: 'yes',
      scoreMaximum: '20',
      label: '',
    };
    expect((await save(ask(), form)).status).toBe(303);
    const custom = { uraian: 'baris\nkedua', id: '6' };
    const of = { courseId: 'kelola-data-terbuka', moduleId: 'alat' };
    const edit = { rev: 7, deploymentId: 'd-2', custom };
    expect(edits).toEqual([[of, { ...edit, lineItem: { scoreMaximum: 20, label: 'Kuliah <b>3</b>' } }]]);
    for (const wrong of [
      { place: '' },
      { custom: 'id' },
      { url: 'javascript:alert(1)' },
      { scoreMaximum: '0' },
    ]) {
      expect((await save(ask(), { ...form, ...wrong })).status).toBe(422);
    }
    expect((await save(ask(), { ...form, scored: 'no' })).status).toBe(303);
    expect(edits.at(-1)).toEqual([of, edit]);
    // What the tool looks after itself is not asked for, and stays as it was.
    const saidByTool = { label: 'Ujian <b>baru</b>', scoreMaximum: 50 };
    const said = ask({ saidByTool });
    const html = await (await said.hono.request(path)).text();
    expect(html).toContain('Ujian &lt;b&gt;baru&lt;/b&gt;');
    expect(html).not.toContain('name="scored"');
    const { scored: _, scoreMaximum: __, label: ___, ...shown } = form;
    expect((await save(said, shown)).status).toBe(303);
    expect(edits.at(-1)).toEqual([
      of,
      { ...edit, lineItem: { scoreMaximum: 10, label: 'Ujian <b>akhir</b>' } },
    ]);
    const off = await (await ask({ isInUse: false }).hono.request(path)).text();
    expect(off).toContain(dictionaries.id.tools.trouble['tool-off']);
    expect(off).not.toContain('<form method="post" action="/studio/courses');
    expect((await ask().hono.request('/studio/courses/x/modules/m1/link')).status).toBe(404);
  });

  it('lead from a link that nobody can open to where it is changed', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const html = await (await hono.request('/studio/courses/x')).text();
    expect(html).toContain(dictionaries.id.tools.trouble['place-gone']);
    expect(html).toContain('href="/studio/courses/kelola-data-terbuka/modules/alat/link"');
    const chosen = await (await hono.request('/studio/courses/x/tools/chosen')).text();
    for (const one of ['alat', 'laman']) expect(chosen).toContain(`/modules/${one}"`);
    expect(chosen).not.toContain('/modules/m3"');
  });

  it('approve nothing before every item of the checklist is ticked', async () => {
    const half = await post('/reviews/x/2/approve', { rev: '7', checked: 'jp' });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain(dictionaries.id.editor.approveMissing);
    expect((await post('/reviews/x/2/return', { reason: ' ' })).status).toBe(422);
    expect((await post('/reviews/x/2/return', { reason: 'Perbaiki JP' })).status).toBe(303);
  });
});

describe('the statement browser', () => {
  it('says what is wrong with a search, and searches nothing', async () => {
    const { status, html } = await open(
      '/agency/statements?registration=x&from=2026-02-30&activity=kegiatan',
      everyRole,
    );
    const { statements } = dictionaries.id;
    expect(status).toBe(422);
    for (const sentence of [statements.wrongUuid, statements.wrongDate, statements.wrongIri]) {
      expect(html).toContain(sentence);
    }
    expect(html).not.toContain('Siti Rahmawati');
    const nobody = await open('/agency/statements?who=siapa@contoh.go.id', everyRole);
    expect(nobody.status).toBe(422);
    expect(nobody.html).toContain(statements.nobody);
    expect(nobody.html).toContain('value="siapa@contoh.go.id"');
  });

  it('keeps the filters in the link to the next page', async () => {
    const { html } = await open(
      '/agency/statements?registration=7F1C2B7E-0000-4000-8000-000000000009',
      everyRole,
    );
    expect(html).toMatch(/href="[^"]*registration=7F1C2B7E-0000-4000-8000-000000000009&amp;page=next"/i);
  });

  it('F5: shows JSON and names of others as text', async () => {
    const { html } = await open('/agency/statements/7f1c2b7e-0000-4000-8000-000000000001', everyRole);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toContain('<b>akhir</b>');
    expect((await open('/agency/statements/tidak-ada', everyRole)).status).toBe(404);
  });
});

describe('what a provider sent of a result', () => {
  const at = '/studio/connections/connection-moodle/results';

  it('F5: is shown to the letter as text, with where it came from and what proves the whole', async () => {
    const { html } = await open(`${at}/result-score`, everyRole);
    expect(html).not.toContain('<script>alert');
    for (const text of [
      '&lt;script&gt;alert(1)',
      'msg_1 /results/0',
      'application/json',
      'ab12'.repeat(16),
    ]) {
      expect(html).toContain(text);
    }
  });

  it('is told to be erased, and not shown by what answers a form', async () => {
    expect((await open(`${at}/result-aside`, everyRole)).html).toContain('Dihapus pada');
    const portal = createFixturePortal({ principal: everyRole });
    const body = new URLSearchParams({ note: '' });
    const answer = await portal.hono.request(`${at}/result-score/aside`, { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain('msg_1 /results/0');
  });
});

describe('who runs a tool of LTI', () => {
  const post = (path: string, contacts: string) => {
    const words = {
      name: 'Alat',
      initiateLoginUri: 'https://a.example/login',
      redirectUris: 'https://a.example',
    };
    const fields = { ...words, targetLinkUri: 'https://a.example', jwksUri: 'https://a.example/keys' };
    return createFixturePortal({ principal: everyRole }).hono.request(`/studio/tools/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, contacts, ...(path !== 'new' && { rev: '3' }) }),
    });
  };

  it('is written down with it, and shown to whoever changes it', async () => {
    expect((await open('/studio/tools/tool-1/edit', everyRole)).html).toContain('alat@kampus.example');
    for (const path of ['new', 'tool-1/edit'])
      expect((await post(path, 'a@kampus.example\r\n b@kampus.example ')).status).toBe(303);
  });

  it.each(['bukan surel', 'a@kampus.example, b@kampus.example', 'x@a.example\n'.repeat(6)])(
    'is not %j',
    async (contacts) => {
      const answer = await post('new', contacts);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('paling banyak lima alamat surel');
    },
  );
});

describe('the part of a course in which its results count', () => {
  const at = '/studio/connections/connection-moodle/results';
  const post = (path: string, fields: Record<string, string>) =>
    createFixturePortal({ principal: everyRole }).hono.request(`${at}/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });

  it('is said for the whole course where there are several, and taken back', async () => {
    const asked = await open(`${at}/result-unmatched`, everyRole);
    expect(asked.html).toContain('name="forCourse"');
    expect(asked.html).toMatch(/<input[^>]*name="subject"[^>]*value="s-5f2a"/);
    expect(asked.html).not.toContain('/forget-part');
    const one = { subject: 's-1', moduleId: 'm2', forCourse: 'yes' };
    const said = await post('result-unmatched/map', one);
    expect([said.status, said.headers.get('location')]).toEqual([303, `${at}/result-unmatched?notice=saved`]);
    expect((await post('result-unmatched/map', { ...one, forCourse: 'always' })).status).toBe(422);
    const forgotten = await post('result-earlier/forget-part', {});
    expect(forgotten.headers.get('location')).toBe(`${at}/result-earlier?notice=saved`);
    expect((await post('tidak-ada/forget-part', {})).status).toBe(404);
  });

  it('F5: is told by its title as text, and without one once it is gone', async () => {
    const { html } = await open(`${at}/result-earlier`, everyRole);
    expect(html).toContain('“Ujian &lt;b&gt;akhir&lt;/b&gt;”');
    expect(html).toContain('/forget-part');
    expect(html).not.toContain('name="forCourse"');
    expect(html).toMatch(/<input[^>]*name="subject"[^>]*value=""/);
    expect((await open(`${at}/result-aside`, everyRole)).html).toContain('tidak lagi ada di versi terbaru');
  });
});

describe('people', () => {
  const post = (path: string, fields: Record<string, string> | [string, string][]) =>
    createFixturePortal({ principal: everyRole }).hono.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
  const details = { name: 'Siti R.', email: 'siti@contoh.example', unitId: '', supervisor: '' };

  it('are changed by forms that say what is wrong with a field', async () => {
    const saved = await post('/agency/people/p1', details);
    expect(saved.headers.get('location')).toBe('/agency/people/p1?notice=saved');
    const wrong = await post('/operator/people/p1', { ...details, name: 'S', email: 'bukan' });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain(dictionaries.id.people.wrong.name);
    expect(html).toContain(dictionaries.id.people.wrong.email);
    expect(html).toContain('value="bukan"');
    expect((await post('/operator/people/p1', { ...details, status: 'active' })).status).toBe(400);
  });

  it('get or lose a role after a second question that names both', async () => {
    const roles: [string, string][] = [
      ['roles', 'supervisor'],
      ['roles', 'agency-admin'],
    ];
    const asked = await post('/operator/people/p1/roles', roles);
    expect(asked.status).toBe(200);
    const html = await asked.text();
    expect(html).toContain('Ditambahkan: Atasan, Pengelola instansi. Dicabut: Peserta.');
    expect(html).toContain('name="confirmed" value="yes"');
    const done = await post('/operator/people/p1/roles', [...roles, ['confirmed', 'yes']]);
    expect(done.headers.get('location')).toBe('/operator/people/p1?notice=saved');
    const same = await post('/operator/people/p1/roles', { roles: 'learner' });
    expect(same.headers.get('location')).toBe('/operator/people/p1');
    expect((await post('/operator/people/p1/roles', {})).status).toBe(422);
  });

  it('are not asked about a role that the reader could not give or take', async () => {
    for (const [path, wanted, hidden] of [
      ['/agency/people/p1/roles', 'operator', 'Operator'],
      ['/agency/people/foreign/roles', 'supervisor', 'Atasan'],
      ['/operator/people/self/roles', 'auditor', 'Auditor'],
    ] as const) {
      const refused = await post(path, [
        ['roles', 'learner'],
        ['roles', wanted],
      ]);
      expect(refused.status, path).toBe(422);
      const html = await refused.text();
      expect(html, path).not.toContain(`Ditambahkan: ${hidden}`);
      expect(html, path).not.toContain('name="confirmed"');
      expect(html, path).toContain(dictionaries.id.people.wrong.roles);
    }
  });

  it.each([
    [
      'p1',
      { agencyId: 'agency-2', workingAgencyId: '' },
      'Pindahkan Siti Rahmawati, S.Kom. ke Badan Contoh?',
    ],
    [
      'p1',
      { agencyId: 'agency-1', workingAgencyId: 'agency-2' },
      'Pinjamkan Siti Rahmawati, S.Kom. ke Badan',
    ],
    ['lent', { agencyId: 'agency-1', workingAgencyId: 'agency-1' }, 'Akhiri peminjaman'],
  ])('move only after a second question: %s to %o', async (id, place, question) => {
    const path = `/operator/people/${id}`;
    expect(await (await post(`${path}/move`, place)).text()).toContain(question);
    const done = await post(`${path}/move`, { ...place, confirmed: 'yes' });
    expect(done.headers.get('location')).toBe(`${path}?notice=moved`);
  });

  it('stay where they are when nothing was chosen', async () => {
    const same = await post('/operator/people/p1/move', { agencyId: 'agency-1', workingAgencyId: '' });
    expect(same.headers.get('location')).toBe('/operator/people/p1');
  });

  it('lose and get back their account, but nobody their own', async () => {
    const off = await post('/agency/people/p1/disable', {});
    expect(off.headers.get('location')).toBe('/agency/people/p1?notice=account-disabled');
    const on = await post('/operator/people/disabled/enable', {});
    expect(on.headers.get('location')).toBe('/operator/people/disabled?notice=account-enabled');
    const { html } = await open('/operator/people/self', everyRole);
    expect(html).not.toMatch(/self\/(disable|roles|move)"/);
    expect(html).toContain(dictionaries.id.people.selfNote);
  });

  it('are searched by an administrator: the form keeps what was typed, and says so where nobody is found', async () => {
    const { agency } = dictionaries.id;
    const found = (await open('/agency/people?q=%20Siti%20', everyRole)).html;
    expect(found).toContain('value="Siti"');
    expect(found).toContain('Siti Rahmawati');
    expect(found).not.toContain('Yohanis');
    expect(found).not.toContain(agency.peopleNobodyTitle);
    const nobody = (await open('/agency/people?q=Tidak+ada', everyRole)).html;
    expect(nobody).toContain(agency.peopleNobodyTitle);
    expect(nobody).not.toContain(agency.peopleEmptyTitle);
    expect(nobody).toContain('value="Tidak ada"');
    const all = (await open('/agency/people?q=%20', everyRole)).html;
    expect(all).toContain('Yohanis');
    expect(all).not.toContain(`>${agency.peopleAll}<`);
  });

  it('of the platform are shown to an administrator, without any form', async () => {
    const { html } = await open('/agency/people/foreign', everyRole);
    expect(html).not.toContain('action="/agency/people/foreign');
    expect(html).toContain(dictionaries.id.people.notYours);
  });

  it('on loan are shown to the agency that borrows them, without any form', async () => {
    const { html } = await open('/agency/people/borrowed', everyRole);
    expect(html).not.toContain('action="/agency/people/borrowed');
    expect(html).toContain(dictionaries.id.people.lentHere);
    expect(html).not.toContain(dictionaries.id.people.notYours);
  });
});

describe('the player', () => {
  const launch = '/courses/kelola-data-terbuka/learn/3/launch';

  it('starts a session only when the player itself asks', async () => {
    const { hono } = createFixturePortal({ principal: siti });
    const own = await hono.request(launch, { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(own.headers.get('location')).toBe('http://0123.localhost:4000/start?part=3');
    const foreign = await hono.request(launch, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.headers.get('location')).toBe('/courses/kelola-data-terbuka/learn/3');
  });

  it('gives its changing part alone', async () => {
    const { html } = await open('/courses/kelola-data-terbuka/learn/3/progress', siti);
    expect(html).not.toContain('<html');
    expect(html).toContain('Tersimpan 10.42 WITA');
    expect(html).toMatch(/aria-current="page"/);
  });

  it('lets the portal alone frame the page a part returns to', async () => {
    const { headers } = await open('/courses/x/learn/3/returned', siti);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const home = await open('/', siti);
    expect(home.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(home.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('has no page for a part that is not there', async () => {
    expect((await open('/courses/x/learn/99', siti)).status).toBe(404);
  });
});

describe('error pages', () => {
  it('F7: give a reference and no detail', async () => {
    const { html, status } = await open('/courses/tidak-ada', siti);
    expect(status).toBe(404);
    expect(html).toContain('permintaan-1');
    expect(html).not.toContain('A refusal of the view tests');
  });

  it('lead from a place that no list has to the beginning of the list, with its filters', async () => {
    for (const [address, first] of [
      ['/catalogue?q=data&page=0', '/catalogue?q=data'],
      ['/catalogue?page=x', '/catalogue'],
      ['/catalogue?page=4001', '/catalogue'],
    ]) {
      const { html, status } = await open(address ?? '', siti);
      expect(status, address).toBe(400);
      expect(html).toContain(dictionaries.id.problem.text[400]);
      expect(html).toContain(`href="${first}" target="_top" class="btn btn-primary">`);
    }
    const admin = { ...siti, roles: ['agency-admin'] as const };
    expect((await open('/agency/exports?page=2026-02-30', admin)).status).toBe(400);
    expect((await open('/agency/exports?page=2026-02-28', admin)).status).toBe(200);
    expect((await open('/agency/coaching/pairs?page=x', admin)).status).toBe(400);
    const auditor = { ...everyRole, roles: ['auditor'] as const };
    const answer = await open('/operator/privacy/audit?before=0', auditor);
    expect([answer.status, answer.html.includes('href="/operator/privacy/audit" target="_top"')]).toEqual([
      400,
      true,
    ]);
  });

  it('tell what the account lacks', async () => {
    const { html, status } = await open('/agency', siti);
    expect(status).toBe(403);
    expect(html).toContain(dictionaries.id.problem.title[403]);
  });
});

describe('routes', () => {
  it('C9: each states who may call it, and only pages that tell nothing are for everyone', () => {
    const { routes } = createFixturePortal({});
    const open = routes
      .filter(({ access }) => access.includes('anyone'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'GET /',
      'GET /assets/:file',
      'GET /calendar/:calendar',
      'GET /courses/:courseId/learn/:partId/returned',
      'GET /guest/:registration',
      'GET /guest/:registration/parts/:partId',
      'GET /lms/:registration',
      'GET /lms/:registration/parts/:partId',
      'GET /reviews/:courseId/:version/preview/learn/:partId/returned',
      // What a public service is rated tells nobody who rated it.
      'GET /services',
      'GET /services/:agencyId',
      'GET /services/:agencyId/:serviceId',
      'GET /services/:agencyId/:serviceId/results',
      'GET /services/:agencyId/:serviceId/survey',
      // Minutes that an agency publishes.
      'GET /services/:agencyId/forums/:forumId/minutes',
      'GET /studio/courses/:courseId/preview/learn/:partId/returned',
      // A certificate is shown to whoever has its number.
      'GET /verify',
      'GET /verify/:number',
      'POST /language',
      'POST /services/:agencyId/:serviceId/survey',
    ]);
    expect(routes.every(({ access }) => access.length > 0)).toBe(true);
  });

  it('tells browsers of the style sheet in the head of the answer, and nobody else', async () => {
    const { hono } = createFixturePortal({});
    const page = await hono.request('/', { headers: { accept: 'text/html,*/*' } });
    expect(page.headers.get('link')).toBe('</assets/portal.0.css>; rel=preload; as=style');
    expect((await hono.request('/')).headers.get('link')).toBeNull();
  });

  it('files are kept for ever, and no other name is one', async () => {
    const { hono } = createFixturePortal({});
    const file = await hono.request('/assets/portal.0.css');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(await file.text()).toBe('body{}');
    const packed = await hono.request('/assets/portal.0.css', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe('body{}');
    for (const name of ['__proto__', 'constructor', '..%2fportal.0.css', 'x.css']) {
      expect((await hono.request(`/assets/${name}`)).status).toBe(404);
    }
  });
});

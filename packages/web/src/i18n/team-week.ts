import type { Locale } from '@sinau/kernel';
import type { TeamWeekView, waitNames } from '../adoption/ports.ts';

type Action = NonNullable<TeamWeekView['action']>;
type Waiting = readonly [text: (count: string) => string, href: string];

const id = {
  title: 'Minggu ini',
  lead: 'Apa yang perlu perhatian Anda sampai Minggu, dan apa yang patut dirayakan. Urut tanggal dan nama, tanpa peringkat.',
  emptyTitle: 'Tidak ada yang menunggu',
  emptyText: 'Tidak ada yang jatuh tempo, menunggu, atau baru selesai di tim Anda minggu ini.',
  nobodyTitle: 'Belum ada anggota tim',
  nobodyText: 'Administrator instansi mencatat siapa atasan siapa; tim Anda muncul setelahnya.',
  actionTitle: 'Satu hal untuk dimulai',
  actions: {
    decide: ['Jawab permintaan yang menunggu', '/team/approvals'],
    talk: ['Tanyakan apa yang mereka perlukan agar sempat belajar', '/team'],
    evaluate: ['Isi evaluasi penerapan yang menunggu', '/team/evaluations'],
    congratulate: ['Ucapkan selamat kepada yang baru selesai', '#finished'],
    plan: ['Bicarakan rencana pengembangan yang jatuh tempo', '/team/competency'],
  } satisfies Record<Action, readonly [string, string]>,
  requests: {
    course: [(count) => `${count} permintaan kursus menunggu keputusan Anda`, '/team/approvals'],
    external: [(count) => `${count} pembelajaran di luar Sinau menunggu keputusan Anda`, '/team/external'],
    plan: [(count) => `${count} usulan rencana pengembangan menunggu persetujuan Anda`, '/team/competency'],
    event: [(count) => `${count} pendaftaran kegiatan menunggu persetujuan Anda`, '/team/events'],
    cohort: [(count) => `${count} pendaftaran angkatan menunggu persetujuan Anda`, '/team/cohorts'],
    coaching: [(count) => `${count} coaching atau mentoring menunggu jawaban Anda`, '/coaching'],
  } as Readonly<Record<(typeof waitNames)[number], Waiting>>,
  evaluations: [
    (count: string) => `${count} evaluasi penerapan menunggu jawaban Anda`,
    '/team/evaluations',
  ] as Waiting,
  waits: 'Menunggu Anda',
  duties: 'Yang wajib sampai Minggu',
  finished: 'Selesai dalam tujuh hari terakhir',
  recognised: 'Mendapat pengakuan',
  planItems: 'Rencana pengembangan yang jatuh tempo',
  until: (date: string) => `paling lambat ${date}`,
  late: (date: string) => `lewat sejak ${date}`,
  mail: 'Kabar yang sama datang dalam ringkasan Senin; matikan di halaman Akun.',
};

const en: typeof id = {
  title: 'This week',
  lead: 'What needs you until Sunday, and what deserves a word. By date and name, without ranks.',
  emptyTitle: 'Nothing waits',
  emptyText: 'Nothing is due, waits or was finished in your team this week.',
  nobodyTitle: 'Nobody in your team yet',
  nobodyText: 'Administrators of your agency note who supervises whom; your team appears then.',
  actionTitle: 'One thing to begin with',
  actions: {
    decide: ['Answer the requests that wait', '/team/approvals'],
    talk: ['Ask what they need to find time to learn', '/team'],
    evaluate: ['Fill in the evaluations that wait', '/team/evaluations'],
    congratulate: ['Congratulate whoever has just finished', '#finished'],
    plan: ['Talk about the development plans that are due', '/team/competency'],
  },
  requests: {
    course: [(count) => `Requests for courses that wait for your decision: ${count}`, '/team/approvals'],
    external: [(count) => `Learning outside Sinau that waits for your decision: ${count}`, '/team/external'],
    plan: [(count) => `Proposals of development plans that wait for you: ${count}`, '/team/competency'],
    event: [(count) => `Registrations for events that wait for you: ${count}`, '/team/events'],
    cohort: [(count) => `Registrations for cohorts that wait for you: ${count}`, '/team/cohorts'],
    coaching: [(count) => `Coaching or mentoring that waits for your answer: ${count}`, '/coaching'],
  },
  evaluations: [(count) => `Evaluations that wait for your answer: ${count}`, '/team/evaluations'],
  waits: 'Waits for you',
  duties: 'Required until Sunday',
  finished: 'Finished in the last seven days',
  recognised: 'Recognised',
  planItems: 'Development plans that are due',
  until: (date) => `by ${date}`,
  late: (date) => `overdue since ${date}`,
  mail: 'The same news come with the summary on Monday; switch it off on the account page.',
};

export const teamWeekWords: Readonly<Record<Locale, typeof id>> = { id, en };

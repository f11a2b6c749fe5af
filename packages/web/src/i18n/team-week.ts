import type { Locale } from '@sinau/kernel';
import type { TeamWeekView } from '../adoption/ports.ts';

type Action = NonNullable<TeamWeekView['action']>;

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
  requests: (count: string) => `${count} permintaan menunggu keputusan Anda`,
  evaluations: (count: string) => `${count} evaluasi penerapan menunggu jawaban Anda`,
  waits: 'Menunggu Anda',
  duties: 'Kursus wajib sampai Minggu',
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
  requests: (count) => `Requests that wait for your decision: ${count}`,
  evaluations: (count) => `Evaluations that wait for your answer: ${count}`,
  waits: 'Waits for you',
  duties: 'Required courses until Sunday',
  finished: 'Finished in the last seven days',
  recognised: 'Recognised',
  planItems: 'Development plans that are due',
  until: (date) => `by ${date}`,
  late: (date) => `overdue since ${date}`,
  mail: 'The same news come with the summary on Monday; switch it off on the account page.',
};

export const teamWeekWords: Readonly<Record<Locale, typeof id>> = { id, en };

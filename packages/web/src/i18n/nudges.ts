import type { Locale } from '@sinau/kernel';
import type { NudgeName, NudgeResultView } from '../adoption/ports.ts';

const id = {
  title: 'Ajakan belajar',
  lead: 'Ajakan singkat kepada pegawai yang kursusnya belum dimulai atau berhenti, dan apa hasilnya dibanding pegawai serupa yang tidak diajak.',
  kinds: {
    begin: 'Mulai',
    continue: 'Lanjutkan',
    'plan-week': 'Rencanakan minggu',
  } satisfies Record<NudgeName, string>,
  kindTexts: {
    begin: (from: string, until: string) => `Kursus terbuka ${from} sampai ${until} hari dan belum dimulai.`,
    continue: (from: string, until: string) =>
      `Sudah belajar, lalu tidak ada kegiatan ${from} sampai ${until} hari.`,
    'plan-week': (from: string, until: string) =>
      `Ada kursus yang terbuka ${from} sampai ${until} hari, dan belum pernah membuat rencana mingguan.`,
  } satisfies Record<NudgeName, (from: string, until: string) => string>,
  version: (version: string) => `Versi ${version}`,
  running: 'Berjalan',
  stopped: (day: string) => `Berhenti ${day}`,
  over: 'Selesai setelah satu tahun',
  started: (day: string, share: string) => `Mulai ${day}; ${share} tidak diajak.`,
  none: 'Belum pernah dijalankan.',
  met: (count: string) => `Sedikitnya ${count} orang memenuhi syarat sejauh ini.`,
  fewMet: 'Kurang dari 10 orang memenuhi syarat sejauh ini.',
  fewResult:
    'Hasil tampil setelah di tiap kelompok ada 5 orang yang belajar dan 5 yang tidak dalam tujuh harinya, dan diperbarui setiap masing-masing bertambah 5, supaya tidak tampak siapa yang tidak diajak.',
  caption: (kind: string, version: string) => `Hasil ajakan ${kind}, versi ${version}`,
  columns: { group: 'Kelompok', people: 'Orang', returned: 'Belajar dalam 7 hari', share: 'Persentase' },
  told: 'Diajak',
  heldOut: 'Tidak diajak',
  difference: (points: string, low: string, high: string) =>
    `Selisih ${points} poin persentase (rentang 95%: ${low} sampai ${high}).`,
  reading: {
    more: 'Yang diajak lebih banyak kembali belajar.',
    fewer: 'Yang diajak lebih sedikit kembali belajar. Pertimbangkan untuk menghentikannya.',
    unclear: 'Belum dapat dibedakan dari tidak ada pengaruh.',
  } satisfies Record<NudgeResultView['reading'], string>,
  asOf: (day: string) => `Keadaan ${day}.`,
  startTitle: 'Jalankan ajakan',
  startText:
    'Siapa yang diajak ditentukan dengan undian tetap per orang; versi baru mengundi ulang. Pengingat kursus wajib tidak pernah ditahan.',
  startNudge: 'Ajakan',
  startOption: (kind: string, version: string) => `${kind} (versi ${version})`,
  share: 'Bagian yang tidak diajak (%)',
  shareHint: '5 sampai 50. Makin besar bagiannya, makin cepat hasilnya jelas.',
  shareWrong: 'Tulis bilangan bulat dari 5 sampai 50.',
  nudgeWrong: 'Pilih salah satu ajakan.',
  start: 'Jalankan',
  allRunning: 'Semua ajakan sedang berjalan. Hentikan salah satu untuk mengundi ulang.',
  stop: 'Hentikan',
  stopLabel: (kind: string) => `Hentikan ajakan ${kind}`,
  stopHint: 'Tidak ada yang diajak lagi; yang sudah diajak tetap dihitung hasilnya.',
  rulesTitle: 'Cara menghitung',
  rules: [
    'Dihitung menurut niat mengajak: setiap orang yang memenuhi syarat dicatat di kelompoknya pada saat yang sama, diajak atau tidak, satu kali per versi.',
    'Kembali belajar berarti membuka bagian kursus, mencatat kegiatan, atau menyelesaikan kursus dalam tujuh hari, menurut waktu belajarnya.',
    'Selisih dan rentangnya memakai metode Newcombe (1998), dari rentang Wilson tiap kelompok.',
    'Paling banyak satu ajakan per orang per minggu. Yang mematikan ajakan di halaman Akun tidak diajak dan tidak dihitung.',
  ],
};

const en: typeof id = {
  title: 'Nudges',
  lead: 'Short invitations to people whose course is not begun or lies still, and what they bring compared to people like them who are not invited.',
  kinds: { begin: 'Begin', continue: 'Go on', 'plan-week': 'Plan the week' },
  kindTexts: {
    begin: (from, until) => `A course has been open for ${from} to ${until} days and is not begun.`,
    continue: (from, until) => `Has learned, and then nothing for ${from} to ${until} days.`,
    'plan-week': (from, until) =>
      `A course has been open for ${from} to ${until} days, and there was never a weekly plan.`,
  },
  version: (version) => `Version ${version}`,
  running: 'Running',
  stopped: (day) => `Stopped ${day}`,
  over: 'Ended after a year',
  started: (day, share) => `Started ${day}; ${share} are not invited.`,
  none: 'Has never run.',
  met: (count) => `It fits at least ${count} people so far.`,
  fewMet: 'It fits fewer than 10 people so far.',
  fewResult:
    'A result appears once 5 people of each group have learned in their seven days and 5 have not, and moves with every 5 more of each, so that nobody sees who was not invited.',
  caption: (kind, version) => `Result of the nudge ${kind}, version ${version}`,
  columns: { group: 'Group', people: 'People', returned: 'Learned within 7 days', share: 'Share' },
  told: 'Invited',
  heldOut: 'Not invited',
  difference: (points, low, high) =>
    `Difference of ${points} percentage points (95% interval: ${low} to ${high}).`,
  reading: {
    more: 'More of those who were invited came back to learn.',
    fewer: 'Fewer of those who were invited came back to learn. Consider stopping it.',
    unclear: 'It cannot be told apart from no effect yet.',
  },
  asOf: (day) => `As of ${day}.`,
  startTitle: 'Start a nudge',
  startText:
    'Who is invited is drawn once for each person; a new version draws anew. Reminders of required courses are never held back.',
  startNudge: 'Nudge',
  startOption: (kind, version) => `${kind} (version ${version})`,
  share: 'Share that is not invited (%)',
  shareHint: '5 to 50. The larger it is, the sooner the result is clear.',
  shareWrong: 'Write a whole number from 5 to 50.',
  nudgeWrong: 'Choose one of the nudges.',
  start: 'Start',
  allRunning: 'Every nudge is running. Stop one to draw anew.',
  stop: 'Stop',
  stopLabel: (kind) => `Stop the nudge ${kind}`,
  stopHint: 'Nobody is invited any more; what comes of those who were is still counted.',
  rulesTitle: 'How it is counted',
  rules: [
    'By intention to treat: everybody whom it fits is noted in their group at the same moment, invited or not, once for each version.',
    'Coming back means opening a part of a course, recording an activity or finishing a course within seven days, by the time of the learning.',
    'The difference and its interval follow Newcombe (1998), from the Wilson interval of each group.',
    'One nudge a person and week at most. Whoever switches them off on the account page is neither invited nor counted.',
  ],
};

export const nudgeWords: Readonly<Record<Locale, typeof id>> = { id, en };

import type { Locale } from '@sinau/kernel';
import type { CommentStateName, GradeName, HidingReasonName, PromiseStateName } from '../citizens/ports.ts';
import { citizensDeskEn, citizensDeskId } from './citizens-desk.ts';
import { citizensSurveyEn, citizensSurveyId } from './citizens-survey.ts';
import { counted } from './counted.ts';

const gradesId: Readonly<Record<GradeName, string>> = {
  ...{ A: 'A (Sangat Baik)', B: 'B (Baik)', C: 'C (Kurang Baik)', D: 'D (Tidak Baik)' },
};
const gradesEn: Readonly<Record<GradeName, string>> = {
  ...{ A: 'A (very good)', B: 'B (good)', C: 'C (less than good)', D: 'D (not good)' },
};

const promisesId: Readonly<Record<PromiseStateName, string>> = {
  ...{ planned: 'Direncanakan', 'under-way': 'Sedang dikerjakan', kept: 'Sudah dilakukan' },
  dropped: 'Tidak jadi dilakukan',
};
const promisesEn: Readonly<Record<PromiseStateName, string>> = {
  ...{ planned: 'Planned', 'under-way': 'Under way', kept: 'Done', dropped: 'Dropped' },
};

const commentsId: Readonly<Record<CommentStateName, string>> = {
  ...{ waiting: 'Menunggu diperiksa', shown: 'Ditampilkan', hidden: 'Disembunyikan' },
};
const commentsEn: Readonly<Record<CommentStateName, string>> = {
  ...{ waiting: 'To be checked', shown: 'Shown', hidden: 'Hidden' },
};

const reasonsId: Readonly<Record<HidingReasonName, string>> = {
  'names-somebody': 'Menyebut nama atau data seseorang',
  insult: 'Menghina',
  advertisement: 'Iklan',
  'off-topic': 'Bukan tentang layanan ini',
};
const reasonsEn: Readonly<Record<HidingReasonName, string>> = {
  'names-somebody': 'Names somebody, or tells something of them',
  insult: 'Insults',
  advertisement: 'Advertises',
  'off-topic': 'Is not about this service',
};

const id = {
  ...citizensSurveyId,
  ...citizensDeskId,
  grades: gradesId,
  promiseStates: promisesId,
  commentStates: commentsId,
  reasons: reasonsId,
  publicTitle: 'Layanan publik',
  publicLead:
    'Nilai layanan yang Anda terima, dan lihat apa yang dilakukan instansi dengan penilaian itu. Tidak perlu masuk.',
  noAgencies: 'Belum ada layanan',
  noAgenciesText: 'Instansi yang membuka survei layanannya muncul di sini.',
  servicesOf: (agency: string) => `Layanan ${agency}`,
  rate: 'Isi survei',
  running: (to: string) => `Survei berlangsung sampai ${to}.`,
  notRunning: 'Saat ini tidak ada survei untuk layanan ini.',
  notRunningText: 'Hasil survei yang lalu dan tindak lanjutnya tetap dapat dibaca.',
  seeResults: 'Lihat hasil survei dan tindak lanjutnya',
  results: 'Hasil survei',
  noResults:
    'Belum ada hasil yang dapat ditampilkan. Hasil tampil bila yang menjawab sepuluh orang atau lebih.',
  noResultsYet:
    'Belum ada hasil yang dapat ditampilkan. Hasil pertama tampil sesudah dua puluh jawaban, atau sesudah survei berakhir bila ada sepuluh.',
  asOf: (count: string) =>
    `Nilai ini dari ${count} jawaban pertama. Selama survei berlangsung, nilai diperbarui tiap sepuluh jawaban atau lebih, agar jawaban seseorang tidak dapat dihitung kembali.`,
  ikm: 'Indeks kepuasan masyarakat (IKM)',
  ikmNote: 'dari 25 sampai 100',
  grade: 'Mutu pelayanan',
  answers: 'Jawaban',
  answersOf: (count: string) => `${count} jawaban`,
  wished: (count: string) => `jumlah yang disarankan: ${count}`,
  period: (from: string, to: string) => `${from} – ${to}`,
  elementColumns: ['Unsur', 'Rata-rata', 'Grafik'],
  elementsOf: (period: string) => `Nilai setiap unsur, ${period}`,
  meanNote: 'Nilai 1 sampai 4.',
  lowest: 'Terendah',
  pastColumns: ['Survei', 'IKM', 'Mutu', 'Jawaban'],
  past: 'Survei sebelumnya',
  basis: (rule: string) => `Dihitung menurut ${rule}: sembilan unsur berbobot sama.`,
  commentsTitle: 'Kata masyarakat',
  hiddenOf: (count: string) =>
    `${count} komentar disembunyikan karena menyebut seseorang, menghina, iklan, atau di luar topik.`,
  promisesTitle: 'Anda sampaikan – kami lakukan',
  promisesNone: 'Belum ada tindak lanjut yang dicatat.',
  said: 'Anda sampaikan',
  action: 'Kami lakukan',
  due: (day: string) => `sampai ${day}`,
  fromForum: (unit: string) => `Komitmen forum konsultasi publik, ${unit}`,
  totals: 'Yang kami dengar dan lakukan',
  complaintsOf: (year: string) => `Pengaduan tahun ${year}`,
  handledOf: (count: string) => `${count} ditangani`,
  forumsHeld: 'Forum konsultasi publik tahun ini',
  forumsAhead: (count: string) => `${count} akan datang`,
  commitmentsKept: 'Komitmen forum yang ditepati',
  commitmentsOpen: (open: string, overdue: string) => `${open} belum ditepati, ${overdue} lewat tenggat`,
  complaintColumns: ['Tema', 'Jumlah', 'Ditangani'],
  otherThemes: 'Tema lain',
  complaintsNote:
    'Hanya jumlah; siapa yang mengadu tidak disimpan. Tema dengan kurang dari sepuluh pengaduan digabung, atau tidak ditampilkan.',
  download: (format: string) => `Unduh hasil survei (${format})`,
  addPromise: 'Tambah tindak lanjut',
  changePromise: 'Ubah tindak lanjut',
  promiseLead: 'Yang Anda tulis di sini langsung dibaca masyarakat.',
  saidLabel: 'Yang disampaikan masyarakat',
  actionLabel: 'Yang dilakukan instansi',
  dueLabel: 'Tenggat',
  stateLabel: 'Keadaan',
  textWrong: 'Isi 5 sampai 500 huruf.',
  dueWrong: 'Isi tanggal yang benar.',
};

export type CitizensWords = typeof id;

const en: CitizensWords = {
  ...citizensSurveyEn,
  ...citizensDeskEn,
  grades: gradesEn,
  promiseStates: promisesEn,
  commentStates: commentsEn,
  reasons: reasonsEn,
  publicTitle: 'Public services',
  publicLead: 'Rate a service that you used, and see what the agency does about it. No sign-in needed.',
  noAgencies: 'No services yet',
  noAgenciesText: 'Agencies that survey their services appear here.',
  servicesOf: (agency) => `Services of ${agency}`,
  rate: 'Answer the survey',
  running: (to) => `The survey runs until ${to}.`,
  notRunning: 'There is no survey about this service at the moment.',
  notRunningText: 'Results of past surveys, and what was done, can still be read.',
  seeResults: 'See results and what was done',
  results: 'Results',
  noResults:
    'There are no results to show yet. They are shown of surveys that ten people or more have answered.',
  noResultsYet:
    'There are no results to show yet. The first come after twenty answers, or once the survey is over if there are ten.',
  asOf: (count) =>
    `These are of the first ${count} answers. While the survey runs they change with every ten answers or more, so that nobody can reckon what one person said.`,
  ikm: 'Satisfaction index (IKM)',
  ikmNote: 'from 25 to 100',
  grade: 'Grade of the service',
  answers: 'Answers',
  answersOf: (count) => counted(count, 'answer'),
  wished: (count) => `${count} are advised`,
  period: (from, to) => `${from} – ${to}`,
  elementColumns: ['Element', 'Mean', 'Chart'],
  elementsOf: (period) => `Each element, ${period}`,
  meanNote: 'Values from 1 to 4.',
  lowest: 'Lowest',
  pastColumns: ['Survey', 'IKM', 'Grade', 'Answers'],
  past: 'Earlier surveys',
  basis: (rule) => `Counted after ${rule}: nine elements of equal weight.`,
  commentsTitle: 'What citizens say',
  hiddenOf: (count) =>
    `${count} comments are hidden, since they name somebody, insult, advertise or are off topic.`,
  promisesTitle: 'You said – we did',
  promisesNone: 'Nothing has been written down yet.',
  said: 'You said',
  action: 'We do',
  due: (day) => `by ${day}`,
  fromForum: (unit) => `Promised at a public consultation, ${unit}`,
  totals: 'What we heard and did',
  complaintsOf: (year) => `Complaints in ${year}`,
  handledOf: (count) => `${count} handled`,
  forumsHeld: 'Public consultations this year',
  forumsAhead: (count) => `${count} ahead`,
  commitmentsKept: 'Commitments kept',
  commitmentsOpen: (open, overdue) => `${open} to be kept, ${overdue} overdue`,
  complaintColumns: ['Theme', 'Count', 'Handled'],
  otherThemes: 'Other themes',
  complaintsNote:
    'Counts alone; who complained is not kept. Themes with fewer than ten complaints stand together, or are not shown.',
  download: (format) => `Download results (${format})`,
  addPromise: 'Add what you do',
  changePromise: 'Change what you do',
  promiseLead: 'Citizens read at once what you write here.',
  saidLabel: 'What citizens said',
  actionLabel: 'What the agency does',
  dueLabel: 'By when',
  stateLabel: 'State',
  textWrong: 'Write 5 to 500 characters.',
  dueWrong: 'Enter a date.',
};

/** Words of pages that few load; not part of the dictionary of every page. */
export const citizensWords: Readonly<Record<Locale, CitizensWords>> = { id, en };

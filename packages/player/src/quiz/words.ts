import type { QuizStart } from '@sinau/quiz';

type Locale = QuizStart['locale'];

const id = {
  loading: 'Memuat…',
  leave: 'Simpan & keluar',
  close: 'Selesai',
  preview: 'Pratinjau: tidak ada yang disimpan, dan jawaban benar tidak ditampilkan.',
  // Before it begins
  rules: 'Sebelum mulai',
  questions: (count: string) => `${count} pertanyaan`,
  noLimit: 'Tanpa batas waktu',
  limit: (time: string) =>
    `Waktu ${time}. Waktu berjalan sejak Anda menekan “Mulai”, juga saat halaman ini ditutup.`,
  limitPreview: (time: string) => `Waktu ${time}`,
  anyAttempts: 'Boleh dicoba berkali-kali; nilai terbaik yang dihitung',
  attemptsLeft: (left: string, most: string) =>
    `Sisa kesempatan: ${left} dari ${most}; nilai terbaik yang dihitung`,
  attemptsOnly: (left: string) => `Sisa kesempatan: ${left}`,
  passMark: (percent: string) => `Nilai lulus: ${percent}`,
  noPassMark: 'Tanpa nilai lulus',
  reviews: {
    score: 'Setelah dikumpulkan: hanya nilainya yang ditampilkan',
    marks: 'Setelah dikumpulkan: ditampilkan jawaban mana yang benar',
    answers: 'Setelah dikumpulkan: ditampilkan jawaban benar dan pembahasan',
  },
  reviewsLater: {
    score: 'Setelah dikumpulkan: hanya nilainya yang ditampilkan',
    marks: 'Jawaban mana yang benar ditampilkan setelah Anda lulus atau kesempatan habis',
    answers: 'Jawaban benar dan pembahasan ditampilkan setelah Anda lulus atau kesempatan habis',
  },
  autosave: 'Setiap jawaban langsung disimpan; Anda dapat melanjutkan dari perangkat lain',
  begin: 'Mulai',
  again: 'Coba lagi',
  // While it runs
  question: (number: string, of: string) => `Pertanyaan ${number} dari ${of}`,
  points: (count: string) => `${count} poin`,
  chooseOne: 'Pilih satu jawaban',
  chooseSeveral: 'Pilih semua yang benar',
  answerLabel: 'Jawaban Anda',
  numberHint: 'Tulis angka; koma atau titik untuk desimal',
  matchHint: 'Pilih pasangan untuk setiap baris',
  pick: 'Pilih…',
  orderHint: 'Susun dengan tombol naik dan turun',
  up: (what: string) => `Naikkan: ${what}`,
  down: (what: string) => `Turunkan: ${what}`,
  moved: (what: string, place: string, of: string) => `${what}: sekarang urutan ${place} dari ${of}`,
  keepOrder: 'Pakai urutan ini',
  orderKept: 'Urutan ini dipakai',
  clear: 'Hapus jawaban',
  overview: 'Daftar pertanyaan',
  states: { answered: 'terjawab', open: 'belum dijawab', flagged: 'ditandai' },
  flag: 'Tandai untuk dilihat lagi',
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  submit: 'Kumpulkan',
  notSaved: 'Belum ada jawaban',
  saving: 'Menyimpan…',
  saved: (time: string) => `Tersimpan ${time}`,
  timeLeft: 'Sisa waktu',
  minutesLeft: (minutes: string) =>
    `Sisa waktu ${minutes} menit. Saat waktu habis, jawaban yang tersimpan dikumpulkan otomatis.`,
  offline: 'Sambungan terputus. Jawaban Anda ada di perangkat ini dan dikirim begitu tersambung.',
  offlineTimed:
    'Sambungan terputus. Jawaban Anda ada di perangkat ini dan dikirim begitu tersambung; waktu tetap berjalan, dan jawaban yang tiba setelah waktu habis tidak dihitung.',
  retry: 'Coba lagi',
  replaced: 'Kuis ini dibuka lagi di tab atau perangkat lain. Jawaban dari halaman ini tidak dikirim lagi.',
  takeOver: 'Lanjutkan di sini',
  refused:
    'Jawaban terakhir tidak dapat disimpan. Muat ulang halaman ini untuk melanjutkan dari yang tersimpan.',
  reload: 'Muat ulang',
  // Submitting
  confirm: 'Kumpulkan jawaban?',
  allAnswered: 'Semua pertanyaan sudah dijawab.',
  unanswered: 'Belum dijawab:',
  flaggedOnes: 'Ditandai:',
  final: 'Setelah dikumpulkan, jawaban tidak dapat diubah.',
  submitNow: 'Kumpulkan sekarang',
  keepWorking: 'Kembali mengerjakan',
  submitting: 'Mengumpulkan…',
  timeUp: 'Waktu habis. Jawaban Anda sedang dikumpulkan.',
  unsent: 'Belum terkirim. Periksa sambungan; jawaban yang sudah tersimpan tetap dihitung.',
  // Results
  result: 'Hasil',
  passed: 'Lulus',
  failed: 'Belum lulus',
  done: 'Sudah dikumpulkan',
  score: (percent: string) => `Nilai ${percent}`,
  pointsOf: (points: string, most: string) => `${points} dari ${most} poin`,
  how: {
    submitted: '',
    'time-up': 'Waktu habis; jawaban yang tersimpan sebelum itu dihitung.',
    replaced: 'Kuis diubah selagi dikerjakan, jadi percobaan ini tidak dihitung.',
  },
  attempts: 'Percobaan Anda',
  attempt: (number: string) => `Percobaan ${number}`,
  best: 'nilai terbaik',
  running: 'sedang dikerjakan',
  notCounted: 'tidak dihitung',
  review: (number: string) => `Lihat pembahasan percobaan ${number}`,
  reviewLater: 'Pembahasan dibuka setelah Anda lulus atau kesempatan habis.',
  noneLeft: 'Semua kesempatan sudah dipakai.',
  // Review
  reviewTitle: (number: string) => `Pembahasan percobaan ${number}`,
  back: 'Kembali ke hasil',
  correct: 'Benar',
  partly: 'Sebagian benar',
  wrong: 'Salah',
  noAnswer: 'Tidak dijawab',
  yours: 'jawaban Anda',
  right: 'jawaban benar',
  rightAnswer: 'Jawaban benar',
  explanation: 'Pembahasan',
  or: ' atau ',
  between: (low: string, high: string) => `${low} sampai ${high}`,
  minutes: (count: string) => `${count} menit`,
  seconds: (count: string) => `${count} detik`,
};

export type Words = typeof id;

const some = (count: string, what: string) => `${count} ${what}${count === '1' ? '' : 's'}`;

const en: Words = {
  loading: 'Loading…',
  leave: 'Save & exit',
  close: 'Finish',
  preview: 'Preview: nothing is stored, and right answers are not shown.',
  rules: 'Before you begin',
  questions: (count) => some(count, 'question'),
  noLimit: 'No time limit',
  limit: (time) =>
    `Time: ${time}. It runs from the moment you press “Begin”, also while this page is closed.`,
  limitPreview: (time) => `Time: ${time}`,
  anyAttempts: 'Any number of attempts; the best one counts',
  attemptsLeft: (left, most) => `Attempts left: ${left} of ${most}; the best one counts`,
  attemptsOnly: (left) => `Attempts left: ${left}`,
  passMark: (percent) => `To pass: ${percent}`,
  noPassMark: 'No pass mark',
  reviews: {
    score: 'After submitting: only the score is shown',
    marks: 'After submitting: which answers were right is shown',
    answers: 'After submitting: right answers and explanations are shown',
  },
  reviewsLater: {
    score: 'After submitting: only the score is shown',
    marks: 'Which answers were right is shown once you have passed or no attempt is left',
    answers: 'Right answers and explanations are shown once you have passed or no attempt is left',
  },
  autosave: 'Every answer is saved at once; you can go on from another device',
  begin: 'Begin',
  again: 'Try again',
  question: (number, of) => `Question ${number} of ${of}`,
  points: (count) => some(count, 'point'),
  chooseOne: 'Choose one answer',
  chooseSeveral: 'Choose all that are right',
  answerLabel: 'Your answer',
  numberHint: 'Write a number; a comma or a point before decimals',
  matchHint: 'Choose the counterpart of each line',
  pick: 'Choose…',
  orderHint: 'Put in order with the up and down buttons',
  up: (what) => `Move up: ${what}`,
  down: (what) => `Move down: ${what}`,
  moved: (what, place, of) => `${what}: now number ${place} of ${of}`,
  keepOrder: 'Use this order',
  orderKept: 'This order is used',
  clear: 'Clear answer',
  overview: 'Questions',
  states: { answered: 'answered', open: 'not answered', flagged: 'flagged' },
  flag: 'Flag to look at again',
  previous: 'Previous',
  next: 'Next',
  submit: 'Submit',
  notSaved: 'No answer yet',
  saving: 'Saving…',
  saved: (time) => `Saved ${time}`,
  timeLeft: 'Time left',
  minutesLeft: (minutes) =>
    `${some(minutes, 'minute')} left. When the time is up, saved answers are submitted by themselves.`,
  offline: 'The connection is lost. Your answers are on this device and are sent once it is back.',
  offlineTimed:
    'The connection is lost. Your answers are on this device and are sent once it is back; the time runs on, and answers that arrive after it do not count.',
  retry: 'Try again',
  replaced: 'This quiz was opened again in another tab or device. Answers of this page are no longer sent.',
  takeOver: 'Go on here',
  refused: 'The last answer could not be saved. Reload this page to go on from what was saved.',
  reload: 'Reload',
  confirm: 'Submit your answers?',
  allAnswered: 'All questions are answered.',
  unanswered: 'Not answered:',
  flaggedOnes: 'Flagged:',
  final: 'Once submitted, answers cannot be changed.',
  submitNow: 'Submit now',
  keepWorking: 'Keep working',
  submitting: 'Submitting…',
  timeUp: 'The time is up. Your answers are being submitted.',
  unsent: 'Not sent yet. Check your connection; answers that were saved count.',
  result: 'Result',
  passed: 'Passed',
  failed: 'Not passed yet',
  done: 'Submitted',
  score: (percent) => `Score ${percent}`,
  pointsOf: (points, most) => `${points} of ${most} points`,
  how: {
    submitted: '',
    'time-up': 'The time was up; answers that were saved before count.',
    replaced: 'The quiz was changed meanwhile, so this attempt does not count.',
  },
  attempts: 'Your attempts',
  attempt: (number) => `Attempt ${number}`,
  best: 'best score',
  running: 'in progress',
  notCounted: 'does not count',
  review: (number) => `Review attempt ${number}`,
  reviewLater: 'The review opens once you have passed or no attempt is left.',
  noneLeft: 'All attempts were used.',
  reviewTitle: (number) => `Review of attempt ${number}`,
  back: 'Back to the result',
  correct: 'Right',
  partly: 'Partly right',
  wrong: 'Wrong',
  noAnswer: 'Not answered',
  yours: 'your answer',
  right: 'right answer',
  rightAnswer: 'Right answer',
  explanation: 'Explanation',
  or: ' or ',
  between: (low, high) => `${low} to ${high}`,
  minutes: (count) => some(count, 'minute'),
  seconds: (count) => some(count, 'second'),
};

const words: Readonly<Record<Locale, Words>> = { id, en };

/** The words of one language, and how it writes numbers and times. */
export interface Ui {
  readonly t: Words;
  readonly locale: Locale;
  number(value: number): string;
  /** With all its decimals. */
  exact(value: number): string;
  percent(share: number): string;
  /** `10.42`, of the device's clock. */
  time(at: string): string;
  duration(seconds: number): string;
  /** Of a title in several languages. */
  title(map: Readonly<Record<string, string>>): string;
}

export function createUi(locale: Locale): Ui {
  const t = words[locale];
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const exactly = new Intl.NumberFormat(tag, { maximumFractionDigits: 10 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const times = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const number = (value: number) => numbers.format(value);
  return {
    t,
    locale,
    number,
    exact: (value) => exactly.format(value),
    percent: (share) => percents.format(share),
    time: (at) => times.format(new Date(at)),
    duration: (seconds) =>
      seconds >= 60 && seconds % 60 === 0 ? t.minutes(number(seconds / 60)) : t.seconds(number(seconds)),
    title: (map) => map[locale] ?? map.id ?? map.en ?? Object.values(map)[0] ?? '',
  };
}

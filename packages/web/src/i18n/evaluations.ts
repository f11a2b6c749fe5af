import type { Locale } from '@sinau/kernel';
import type { ObstacleName, ReactionName } from '../evaluations/ports.ts';

interface Question {
  readonly name: string;
  readonly asked: string;
}

const id = {
  title: 'Evaluasi saya',
  lead: 'Apa arti pelatihan ini bagi Anda, dan apa yang sampai ke pekerjaan. Tidak wajib: sertifikat dan JP tidak menunggunya.',
  open: 'Menunggu jawaban Anda',
  openNone: 'Tidak ada yang menunggu jawaban Anda.',
  done: 'Sudah dijawab atau sudah lewat',
  emptyTitle: 'Belum ada yang dievaluasi',
  emptyText: 'Begitu Anda menyelesaikan kursus atau menghadiri kegiatan, evaluasinya muncul di sini.',
  kinds: { course: 'Kursus', event: 'Kegiatan' },
  completed: (day: string) => `Selesai ${day}`,
  openUntil: (day: string) => `Dapat dijawab dan diubah sampai ${day}`,
  asksEnd: 'Kesan dan hasil belajar',
  asksApplied: 'Penerapan di tempat kerja',
  answered: 'Sudah dijawab',
  partly: 'Dijawab sebagian',
  unanswered: 'Tidak dijawab',
  notYet: 'Belum dijawab',
  answer: 'Jawab',
  look: 'Lihat atau ubah',
  see: 'Lihat',
  ofTitle: (title: string) => `: ${title}`,

  privacy:
    'Penyelenggara dan instansi membaca jumlah jawaban dan tulisan tanpa nama, paling sedikit dari lima orang. Jangan menulis nama, nomor, atau alamat siapa pun.',
  reactionTitle: 'Kesan Anda',
  reactionLead: 'Empat pertanyaan, dari 1 (tidak) sampai 4 (sangat).',
  reaction: {
    relevance: { name: 'Kesesuaian', asked: 'Apakah isinya sesuai dengan pekerjaan Anda?' },
    delivery: { name: 'Isi dan pengajar', asked: 'Apakah isi dan penyampaiannya membantu Anda belajar?' },
    organisation: { name: 'Penyelenggaraan', asked: 'Apakah penyelenggaraannya lancar?' },
    intention: { name: 'Niat menerapkan', asked: 'Apakah Anda akan menerapkannya dalam pekerjaan?' },
  } satisfies Readonly<Record<ReactionName, Question>>,
  four: ['Tidak', 'Kurang', 'Cukup', 'Sangat'],
  comment: 'Saran atau catatan',
  commentHint: 'Apa yang sebaiknya dipertahankan atau diperbaiki? Paling banyak 1.000 huruf.',
  learningTitle: 'Yang Anda pelajari',
  learningLead:
    'Penilaian Anda sendiri, sambil melihat ke belakang: 1 = belum dapat, 3 = dapat dengan bantuan, 5 = dapat mengajari orang lain.',
  before: 'Sebelum pelatihan, seberapa mampu Anda?',
  after: 'Sekarang, seberapa mampu Anda?',
  selfRated: 'Penilaian diri',
  score: (percent: string) =>
    `Nilai akhir dari kursus: ${percent}. Nilai ini tidak berubah oleh jawaban Anda.`,
  send: 'Simpan jawaban',
  endClosed: 'Bagian ini sudah ditutup.',
  endNone: 'Anda tidak menjawab bagian ini.',

  appliedTitle: 'Penerapan di tempat kerja',
  appliedLead: {
    own: 'Tiga bulan sesudahnya: apa yang sampai ke pekerjaan? Atasan Anda ditanya hal yang sama, dan tidak melihat jawaban Anda.',
    team: 'Tiga bulan sesudahnya: apa yang terlihat dalam pekerjaan? Pegawai melihat bahwa Anda menjawab, bukan jawaban Anda. Ini bukan penilaian kinerja.',
  },
  appliedLater: (day: string) => `Ditanyakan sekitar ${day}, tiga bulan setelah selesai.`,
  appliedClosed: 'Bagian ini sudah ditutup.',
  applied: {
    own: 'Seberapa sering Anda menerapkannya?',
    team: 'Seberapa sering pegawai ini menerapkannya?',
  },
  appliedScores: ['Belum pernah', 'Satu dua kali', 'Sering', 'Sudah menjadi kebiasaan'],
  obstacle: 'Apa yang paling menghambat?',
  obstacles: {
    none: 'Tidak ada hambatan',
    'no-occasion': 'Belum ada kesempatan dalam tugas',
    'no-time': 'Tidak ada waktu',
    'no-support': 'Belum didukung atasan atau rekan',
    'no-means': 'Belum ada alat, akses, atau anggaran',
    'not-sure-how': 'Belum yakin caranya',
    'not-fitting': 'Tidak sesuai dengan pekerjaan',
    other: 'Hal lain',
  } satisfies Readonly<Record<ObstacleName, string>>,
  choose: 'Pilih',
  example: 'Contoh penerapan',
  exampleHint: 'Satu contoh singkat, tanpa nama orang. Paling banyak 1.000 huruf.',
  supervisorAnswered: 'Atasan Anda sudah menjawab. Jawabannya dihitung, dan tidak ditampilkan kepada Anda.',
  toCourse: 'Halaman kursus',
  toEvent: 'Halaman kegiatan',
  stars: 'Beri bintang untuk katalog',

  teamTitle: 'Penerapan hasil belajar',
  teamLead:
    'Tiga bulan setelah anggota tim menyelesaikan pelatihan, Anda ditanya apa yang terlihat dalam pekerjaan. Tidak wajib, dan bukan penilaian kinerja.',
  teamEmptyTitle: 'Belum ada yang ditanyakan',
  teamEmptyText:
    'Tiga bulan setelah anggota tim menyelesaikan kursus atau kegiatan, pertanyaannya muncul di sini.',
  teamColumns: { person: 'Pegawai', subject: 'Pelatihan', completed: 'Selesai', state: 'Keadaan' },
  teamOpen: (day: string) => `Menunggu sampai ${day}`,
  teamAnswerOf: (name: string, title: string) => `Jawab tentang ${name}, ${title}`,

  wrong: {
    score: 'Pilih satu jawaban.',
    whole: 'Jawab semua pertanyaan di bagian ini, atau kosongkan semuanya.',
    nothing: 'Belum ada yang dijawab. Isi satu bagian, lalu simpan.',
    obstacle: 'Pilih satu dari daftar.',
    text: 'Tulis paling banyak 1.000 huruf.',
  },
};

const en: typeof id = {
  title: 'My evaluations',
  lead: 'What this training was to you, and what of it arrives at work. You need not answer: certificate and JP do not wait for it.',
  open: 'Waiting for your answer',
  openNone: 'Nothing waits for your answer.',
  done: 'Answered, or over',
  emptyTitle: 'Nothing to evaluate yet',
  emptyText: 'Once you have finished a course or attended an event, its evaluation appears here.',
  kinds: { course: 'Course', event: 'Event' },
  completed: (day) => `Finished ${day}`,
  openUntil: (day) => `Can be answered and changed until ${day}`,
  asksEnd: 'Impression and learning',
  asksApplied: 'Applied at work',
  answered: 'Answered',
  partly: 'Partly answered',
  unanswered: 'Not answered',
  notYet: 'Not answered yet',
  answer: 'Answer',
  look: 'See or change',
  see: 'See',
  ofTitle: (title) => `: ${title}`,

  privacy:
    'Organisers and agencies read how many said what, and what was written without names, of five people at least. Do not write anybody’s name, number or address.',
  reactionTitle: 'Your impression',
  reactionLead: 'Four questions, from 1 (not at all) to 4 (very much).',
  reaction: {
    relevance: { name: 'Relevance', asked: 'Does it fit your work?' },
    delivery: { name: 'Content and teachers', asked: 'Did content and teaching help you learn?' },
    organisation: { name: 'Organisation', asked: 'Was it organised well?' },
    intention: { name: 'Meant to be applied', asked: 'Will you apply it at work?' },
  },
  four: ['Not at all', 'A little', 'Mostly', 'Very much'],
  comment: 'Advice or remarks',
  commentHint: 'What should stay, what should be better? At most 1,000 letters.',
  learningTitle: 'What you have learned',
  learningLead:
    'As you rate it yourself, looking back: 1 = cannot do it, 3 = can with help, 5 = can teach others.',
  before: 'Before the training, how well could you do it?',
  after: 'Now, how well can you do it?',
  selfRated: 'Self-rated',
  score: (percent) => `Final score of the course: ${percent}. Your answers do not change it.`,
  send: 'Save the answers',
  endClosed: 'This part is closed.',
  endNone: 'You did not answer this part.',

  appliedTitle: 'Applied at work',
  appliedLead: {
    own: 'Three months later: what has arrived at work? Your supervisor is asked the same, and does not see your answer.',
    team: 'Three months later: what can be seen at work? The person sees that you have answered, not what. This is no appraisal.',
  },
  appliedLater: (day) => `Asked about ${day}, three months after you finished.`,
  appliedClosed: 'This part is closed.',
  applied: { own: 'How often do you apply it?', team: 'How often does this person apply it?' },
  appliedScores: ['Not yet', 'Once or twice', 'Often', 'As a matter of course'],
  obstacle: 'What stands in the way most?',
  obstacles: {
    none: 'Nothing',
    'no-occasion': 'No occasion in the work yet',
    'no-time': 'No time',
    'no-support': 'No support by supervisor or colleagues yet',
    'no-means': 'No tools, access or budget yet',
    'not-sure-how': 'Not sure how',
    'not-fitting': 'Does not fit the work',
    other: 'Something else',
  },
  choose: 'Choose',
  example: 'An example',
  exampleHint: 'One short example, without names. At most 1,000 letters.',
  supervisorAnswered: 'Your supervisor has answered. It is counted, and not shown to you.',
  toCourse: 'Page of the course',
  toEvent: 'Page of the event',
  stars: 'Give stars for the catalogue',

  teamTitle: 'Learning applied',
  teamLead:
    'Three months after somebody in your team has finished a training you are asked what can be seen at work. You need not answer, and it is no appraisal.',
  teamEmptyTitle: 'Nothing has been asked yet',
  teamEmptyText:
    'Three months after somebody in your team has finished a course or event, the question appears here.',
  teamColumns: { person: 'Person', subject: 'Training', completed: 'Finished', state: 'State' },
  teamOpen: (day) => `Waits until ${day}`,
  teamAnswerOf: (name, title) => `Answer about ${name}, ${title}`,

  wrong: {
    score: 'Choose one answer.',
    whole: 'Answer all questions of this part, or none of them.',
    nothing: 'Nothing is answered yet. Fill in one part, then save.',
    obstacle: 'Choose one of the list.',
    text: 'Write at most 1,000 letters.',
  },
};

export const evaluationWords: Readonly<Record<Locale, typeof id>> = { id, en };

import type { Locale } from '@sinau/kernel';

const id = {
  from: (provider: string) => `Dari ${provider}`,
  points: (given: string, maximum: string) => `${given} dari ${maximum}`,
  state: {
    new: 'Belum dikerjakan.',
    begun: 'Sedang dikerjakan.',
    submitted: 'Sudah dikumpulkan.',
    waiting: 'Sudah dikumpulkan; menunggu penilaian.',
    failed: 'Penilaian gagal di sana. Hubungi penyelenggara bila tetap begitu.',
  },
  score: 'Nilai',
  comment: 'Komentar penilai',
  saidAt: (at: string) => `Dikirim ${at}`,
  reviewOwn: 'Lihat pekerjaan Anda',
  title: 'Hasil alat universitas',
  lead: 'Nilai dan komentar yang dikirim alat untuk kursus ini. Peserta disebut dengan nama samaran yang dikenal universitas Anda.',
  parts: 'Bagian kursus',
  columns: { learner: 'Peserta', result: 'Nilai', comment: 'Komentar', when: 'Dikirim', work: 'Pekerjaan' },
  review: 'Tinjau pekerjaan',
  notShown: 'Tidak ditawarkan alat',
  noComment: 'Tidak ada',
  noToolTitle: 'Kursus ini tidak memakai alat',
  noToolText:
    'Setelah sebuah versi kursus berisi bagian dari alat LTI, nilai yang dikirimnya tampil di sini.',
  emptyTitle: 'Belum ada nilai',
  emptyText: 'Alat belum mengirim apa pun untuk bagian ini.',
};

type ToolWorkWords = typeof id;

const en: ToolWorkWords = {
  from: (provider) => `From ${provider}`,
  points: (given, maximum) => `${given} of ${maximum}`,
  state: {
    new: 'Not begun.',
    begun: 'Under way.',
    submitted: 'Handed in.',
    waiting: 'Handed in; waits for a grader.',
    failed: 'Grading failed over there. Ask the provider if it stays so.',
  },
  score: 'Score',
  comment: 'Comment of the grader',
  saidAt: (at) => `Sent ${at}`,
  reviewOwn: 'Look at your work',
  title: 'Results of tools',
  lead: 'Scores and comments that tools have sent for this course. Learners are called by the pseudonyms that your university knows.',
  parts: 'Parts of the course',
  columns: { learner: 'Learner', result: 'Score', comment: 'Comment', when: 'Sent', work: 'Work' },
  review: 'Review the work',
  notShown: 'Not offered by the tool',
  noComment: 'None',
  noToolTitle: 'This course uses no tool',
  noToolText:
    'When a version of the course has a part of an LTI tool, the scores that it sends are shown here.',
  emptyTitle: 'No scores yet',
  emptyText: 'The tool has sent nothing for this part.',
};

/** Words of pages that few load; not part of the dictionary of every page. */
export const toolWorkWords: Readonly<Record<Locale, ToolWorkWords>> = { id, en };

import type { Locale } from '@sinau/kernel';
import type { FollowListName } from '../competency/desk-ports.ts';
import type { ItemCourseView } from '../competency/person-ports.ts';

const id = {
  title: 'Tindak lanjut rencana',
  lead: 'Rencana pengembangan yang perlu dilihat instansi. Setiap baris membuka orangnya.',
  list: { waiting: 'Menunggu instansi', overdue: 'Lewat tenggat' } as Readonly<
    Record<FollowListName, string>
  >,
  rule: {
    waiting:
      'Usulan pegawai yang belum memiliki atasan: pengelola kepegawaian yang menyetujuinya. Yang paling lama menunggu lebih dahulu.',
    overdue:
      'Rencana yang sudah disepakati, belum selesai, dan hari terakhirnya sudah lewat. Yang paling lama lewat lebih dahulu.',
  } as Readonly<Record<FollowListName, string>>,
  emptyTitle: 'Tidak ada yang perlu ditindaklanjuti',
  empty: {
    waiting: 'Tidak ada usulan yang menunggu instansi.',
    overdue: 'Tidak ada rencana yang lewat tenggat.',
  } as Readonly<Record<FollowListName, string>>,
  columns: { name: 'Nama', item: 'Rencana', dueOn: 'Selesai paling lambat', since: 'Langkah terakhir' },
  overdue: 'Lewat tenggat',
  course: 'Kursus',
  noCourse: 'Tanpa kursus',
  courseHint:
    'Kursus ini ikut dalam rencana selama kompetensinya tetap dan bentuknya kursus. Pilih “Tanpa kursus” bila kegiatannya lain.',
  courseState: {
    open: 'Belum diikuti',
    asked: 'Pendaftaran sedang diproses',
    taken: 'Sedang diikuti',
    completed: 'Sudah selesai',
    closed: 'Tidak dibuka',
  } as Readonly<Record<ItemCourseView['state'], string>>,
  enrol: 'Daftar kursus ini',
  goOn: 'Lanjutkan kursus',
  assign: 'Tugaskan kursus ini',
  search: 'Cari kursusnya di katalog',
  completedOn: (day: string) => `Kursus selesai ${day}`,
  offerTitle: 'Kursusnya sudah selesai',
  offer: (day: string) =>
    `Selesai ${day}. Tandai rencana ini selesai; penilai dapat memakainya sebagai bukti. Level Anda baru berubah setelah dinilai.`,
  finish: 'Tandai rencana selesai',
  evidence: (title: string, day: string) => `Kursus “${title}” selesai ${day}.`,
};
type FollowUpWords = typeof id;

const en: FollowUpWords = {
  title: 'Plans to follow up',
  lead: 'Development plans that the agency is to look at. Every row opens the person.',
  list: { waiting: 'Waiting for the agency', overdue: 'Overdue' },
  rule: {
    waiting:
      'Proposals of people who have no supervisor: HR officers agree them. Those that have waited longest come first.',
    overdue: 'Agreed, not done, and the last day is over. Those overdue longest come first.',
  },
  emptyTitle: 'Nothing to follow up',
  empty: { waiting: 'No proposal waits for the agency.', overdue: 'No item is overdue.' },
  columns: { name: 'Name', item: 'Item', dueOn: 'Done by', since: 'Last step' },
  overdue: 'Overdue',
  course: 'Course',
  noCourse: 'No course',
  courseHint:
    'The item names this course as long as its competency stays and its form is a course. Choose “No course” if you mean something else.',
  courseState: {
    ...{ open: 'Not taken yet', asked: 'Enrolment is being decided', taken: 'Being taken' },
    ...{ completed: 'Finished', closed: 'Not open' },
  },
  enrol: 'Enrol in this course',
  goOn: 'Go on with the course',
  assign: 'Assign this course',
  search: 'Look for the course in the catalogue',
  completedOn: (day) => `Course finished ${day}`,
  offerTitle: 'The course is finished',
  offer: (day) =>
    `Finished ${day}. Mark this item as done; whoever assesses can use it as evidence. Your level changes with an assessment alone.`,
  finish: 'Mark the item as done',
  evidence: (title, day) => `Course “${title}” finished ${day}.`,
};

export const followUpWords: Readonly<Record<Locale, FollowUpWords>> = { id, en };

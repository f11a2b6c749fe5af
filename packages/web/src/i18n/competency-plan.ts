import type { FormName, ItemStateName } from '../competency/names.ts';
import type { StepView } from '../competency/person-ports.ts';

const formsId: Readonly<Record<FormName, string>> = {
  ...{ KL02: 'Pelatihan manajerial', KL03: 'Pelatihan teknis', KL04: 'Pelatihan fungsional' },
  ...{
    KL05: 'Pelatihan sosial kultural',
    KL06: 'Seminar atau konferensi',
    KL07: 'Lokakarya',
    KL08: 'Kursus',
  },
  ...{ KL10: 'Bimbingan teknis', NKL01: 'Coaching', NKL02: 'Mentoring', NKL03: 'E-learning' },
  ...{ NKL04: 'Pelatihan jarak jauh', NKL05: 'Detasering', NKL07: 'Patok banding', NKL09: 'Belajar mandiri' },
  ...{ NKL10: 'Komunitas belajar', NKL11: 'Bimbingan di tempat kerja', NKL12: 'Magang' },
};

const formsEn: Readonly<Record<FormName, string>> = {
  ...{ KL02: 'Managerial training', KL03: 'Technical training', KL04: 'Functional training' },
  ...{ KL05: 'Socio-cultural training', KL06: 'Seminar or conference', KL07: 'Workshop', KL08: 'Course' },
  ...{ KL10: 'Technical guidance', NKL01: 'Coaching', NKL02: 'Mentoring', NKL03: 'E-learning' },
  ...{ NKL04: 'Distance training', NKL05: 'Secondment', NKL07: 'Benchmarking', NKL09: 'Self-study' },
  ...{ NKL10: 'Community of practice', NKL11: 'On-the-job guidance', NKL12: 'Internship' },
};

/** Words of a development plan: its items, their print and what is suggested for a gap. */
export const competencyPlanId = {
  itemState: {
    ...{ proposed: 'Menunggu persetujuan', agreed: 'Disepakati', returned: 'Dikembalikan' },
    ...{ done: 'Selesai', dropped: 'Dibatalkan' },
  } as Readonly<Record<ItemStateName, string>>,
  move: {
    ...{ agree: 'Setujui', return: 'Kembalikan', finish: 'Tandai selesai', reopen: 'Buka kembali' },
    ...{ drop: 'Batalkan', undo: 'Urungkan langkah terakhir' },
  },
  step: {
    ...{ propose: 'Diusulkan', change: 'Diubah', agree: 'Disetujui', return: 'Dikembalikan' },
    ...{ finish: 'Ditandai selesai', reopen: 'Dibuka kembali', drop: 'Dibatalkan', undo: 'Diurungkan' },
  } as Readonly<Record<StepView['move'], string>>,
  form: formsId,
  plan: 'Rencana pengembangan individu',
  planEmpty: 'Belum ada rencana.',
  planAdd: 'Tambah rencana',
  planTitle: 'Rencana pengembangan',
  planNew: 'Rencana baru',
  planLead: 'Satu kegiatan untuk satu kompetensi. Rencana berlaku setelah disepakati kedua pihak.',
  planNoSupervisor: 'Atasan belum ditetapkan: pengelola kepegawaian yang menyetujui rencana.',
  waits: 'Menunggu Anda',
  competency: 'Kompetensi',
  choose: 'Pilih',
  formLabel: 'Bentuk pengembangan',
  itemTitle: 'Kegiatan',
  itemTitleHint: 'Misalnya nama kursus, atau dengan siapa coaching dilakukan.',
  targetLevel: 'Level yang dituju',
  dueOn: 'Selesai paling lambat',
  evidence: 'Bukti keberhasilan',
  evidenceHint: 'Apa yang akan menunjukkan bahwa ini membantu pekerjaan.',
  commitment: 'Pernyataan komitmen',
  commitmentHint:
    'Yang dijanjikan pegawai dan atasan. Keduanya menyepakatinya dengan menyetujui rincian ini.',
  commitmentStart:
    'Saya menyelesaikan pembelajaran ini sampai tenggatnya dan menerapkannya dalam pekerjaan. Atasan memberi waktu dan kesempatan untuk itu.',
  agreedGap: (required: string, held: string | undefined) =>
    held === undefined
      ? `Saat disepakati: jabatan meminta level ${required}, belum dinilai.`
      : `Saat disepakati: jabatan meminta level ${required}, dimiliki level ${held}.`,
  printPlan: 'Cetak rencana',
  printLead:
    'Yang sudah disepakati kedua pihak, dengan kesenjangan, bentuk, tenggat, bukti, dan komitmennya.',
  printHint: 'Cetak dari menu peramban; pilih kertas mendatar.',
  printGap: (held: string | undefined, target: string, required: string | undefined) =>
    `${held === undefined ? 'Belum dinilai' : `Level ${held}`}, sasaran level ${target}${required === undefined ? '' : ` (jabatan meminta level ${required})`}`,
  printEmpty: 'Belum ada yang disepakati',
  printEmptyText: 'Rincian muncul di sini setelah kedua pihak menyetujuinya.',
  printColumns: [
    'Kompetensi',
    'Kesenjangan',
    'Pembelajaran',
    'Tenggat',
    'Bukti keberhasilan',
    'Komitmen',
    'Disepakati',
  ],
  agreedBy: (by: string, day: string) => `${by}, ${day}`,
  signLearner: 'Pegawai',
  signOffice: 'Atasan langsung',
  signName: 'Nama dan NIP',
  propose: 'Usulkan',
  change: 'Ubah rencana',
  save: 'Simpan',
  note: 'Catatan',
  noteNeeded: 'Tuliskan alasannya.',
  noteHint: 'Wajib bila dikembalikan atau dibuka kembali; untuk yang selesai, tuliskan buktinya.',
  history: 'Riwayat',
  doneNote: 'Rencana yang selesai adalah bukti bagi penilai; level baru berubah setelah dinilai.',
  evidenceList: 'Kursus yang sudah selesai',
  evidenceNote: 'Bukti bagi penilai. Menyelesaikan kursus tidak mengubah level.',
  evidenceEmpty: 'Belum ada kursus yang selesai.',
  teachesTo: (name: string, level: number) => `${name} sampai level ${level}`,
  teachesUnknown: 'Penyelenggara belum menyebutkan kompetensinya',
  suggestions: 'Disarankan untuk kesenjangan ini',
  suggestionsRule: (least: string) =>
    `Urutan: kesenjangan × kekritisan jabatan × jumlah orang ÷ biaya. Yang gratis dihitung ${least}. Pilihan kami, bukan aturan.`,
  suggestionsEmpty: 'Belum ada kursus yang menyebutkan kompetensi ini.',
  because: (points: string, people: string, criticality: string) =>
    `jumlah kesenjangan ${points} level, ${people} orang, kekritisan ${criticality}`,
  free: 'gratis',
  addToPlan: 'Masukkan ke rencana',
};

export const competencyPlanEn: typeof competencyPlanId = {
  itemState: {
    ...{
      proposed: 'Waits to be agreed',
      agreed: 'Agreed',
      returned: 'Returned',
      done: 'Done',
      dropped: 'Dropped',
    },
  },
  move: {
    ...{ agree: 'Agree', return: 'Return', finish: 'Mark as done', reopen: 'Open again', drop: 'Drop' },
    undo: 'Undo the last step',
  },
  step: {
    ...{
      propose: 'Proposed',
      change: 'Changed',
      agree: 'Agreed',
      return: 'Returned',
      finish: 'Marked as done',
    },
    ...{ reopen: 'Opened again', drop: 'Dropped', undo: 'Undone' },
  },
  form: formsEn,
  plan: 'Individual development plan',
  planEmpty: 'No plan yet.',
  planAdd: 'Add to the plan',
  planTitle: 'Development plan',
  planNew: 'New item',
  planLead: 'One activity for one competency. It holds once both sides have agreed.',
  planNoSupervisor: 'There is no supervisor: HR officers agree the plan.',
  waits: 'Waits for you',
  competency: 'Competency',
  choose: 'Choose',
  formLabel: 'Form of development',
  itemTitle: 'Activity',
  itemTitleHint: 'For example the name of a course, or who coaches.',
  targetLevel: 'Level aimed at',
  dueOn: 'Done by',
  evidence: 'Evidence of success',
  evidenceHint: 'What will show that it has helped at work.',
  commitment: 'Commitment',
  commitmentHint: 'What employee and supervisor promise. Both agree to it by agreeing to the item.',
  commitmentStart:
    'I finish this learning by its last day and use it at work. My supervisor gives me time and opportunity for it.',
  agreedGap: (required, held) =>
    held === undefined
      ? `When it was agreed: the post asks for level ${required}, nobody had assessed it.`
      : `When it was agreed: the post asks for level ${required}, level ${held} was held.`,
  printPlan: 'Print the plan',
  printLead: 'What both sides have agreed, with its gap, form, last day, evidence and commitment.',
  printHint: 'Print from the menu of the browser; choose landscape paper.',
  printGap: (held, target, required) =>
    `${held === undefined ? 'Not assessed' : `Level ${held}`}, aim level ${target}${required === undefined ? '' : ` (the post asks for level ${required})`}`,
  printEmpty: 'Nothing agreed yet',
  printEmptyText: 'Items appear here once both sides have agreed to them.',
  printColumns: ['Competency', 'Gap', 'Learning', 'Last day', 'Evidence of success', 'Commitment', 'Agreed'],
  agreedBy: (by, day) => `${by}, ${day}`,
  signLearner: 'Employee',
  signOffice: 'Direct supervisor',
  signName: 'Name and employee number',
  propose: 'Propose',
  change: 'Change the item',
  save: 'Save',
  note: 'Note',
  noteNeeded: 'Say why.',
  noteHint: 'Needed to return or open again; when it is done, say what shows it.',
  history: 'History',
  doneNote: 'What is done is evidence for whoever assesses; the level changes with an assessment.',
  evidenceList: 'Courses finished',
  evidenceNote: 'Evidence for whoever assesses. Finishing a course changes no level.',
  evidenceEmpty: 'No course finished yet.',
  teachesTo: (name, level) => `${name} to level ${level}`,
  teachesUnknown: 'The provider has not said which competencies',
  suggestions: 'Suggested for these gaps',
  suggestionsRule: (least) =>
    `Order: gap × criticality of the post × people ÷ cost. What is free counts as ${least}. A choice of ours, no rule.`,
  suggestionsEmpty: 'No course says yet that it teaches these.',
  because: (points, people, criticality) =>
    `levels of gap: ${points}, people: ${people}, criticality: ${criticality}`,
  free: 'free',
  addToPlan: 'Add to the plan',
};

import type { SignalStateName, SourceName } from '../annual-plan/ports.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

const statutoryId = 'Dasar rencana menurut PP 11/2017 Pasal 206.';

const statutoryEn = 'A basis of the plan by PP 11/2017, article 206.';

const oursId = 'Tambahan Sinau, bukan dasar menurut peraturan.';

const oursEn = 'Added by Sinau; no basis by regulation.';

const signalStatesId: Words<SignalStateName> = {
  open: 'Belum ditanggapi',
  taken: 'Masuk rencana',
  aside: 'Dikesampingkan',
};

const signalStatesEn: Words<SignalStateName> = {
  open: 'Open',
  taken: 'In the plan',
  aside: 'Set aside',
};

/** Words of signals of needs, and of notes that are written as such. */
export const annualPlanSignalsId = {
  signalStates: signalStatesId,
  signalStatesLabel: 'Keadaan sinyal',
  signalsTitle: (year: number) => `Sinyal kebutuhan ${year}`,
  signalsLead:
    'Yang dihitung dari penilaian kompetensi, kinerja, dan suara masyarakat, dari daftar peraturan baru, serta yang Anda tulis sendiri. Ambil ke dalam rencana, atau kesampingkan dengan alasan.',
  addPerformance: 'Tulis kesenjangan kinerja',
  addRule: 'Tulis peraturan baru',
  changeNote: 'Ubah catatan',
  noPlanYet: (year: number) => `Belum ada rencana ${year}. Mulai rencananya untuk mengambil sinyal.`,
  notDraft: (plan: string, isSet: boolean) =>
    isSet
      ? `${plan} sudah ditetapkan. Untuk mengambil sinyal, mulai versi baru.`
      : `${plan} sedang menunggu keputusan. Untuk mengambil sinyal, kembalikan ke draf.`,
  openPlan: 'Buka rencana',
  noSignals: {
    open: 'Tidak ada sinyal yang menunggu',
    taken: 'Belum ada sinyal di dalam rencana',
    aside: 'Tidak ada yang dikesampingkan',
  } satisfies Words<SignalStateName>,
  noSignalsText: {
    open: 'Sinyal muncul dari peta kompetensi, dari kinerja menurut unit dan jabatan, dari peraturan baru, dari survei yang sudah dijawab sepuluh orang atau lebih, dari tema yang diadukan sepuluh kali atau lebih, dan dari komitmen forum yang perlu pembelajaran.',
    taken: 'Ambil sinyal dari daftar yang belum ditanggapi.',
    aside: 'Sinyal yang dikesampingkan dapat dikembalikan kapan saja.',
  } satisfies Words<SignalStateName>,
  sourceNotes: {
    'competency-gap': statutoryId,
    'performance-gap': statutoryId,
    citizens: oursId,
    'new-rule': oursId,
  } satisfies Words<SourceName>,
  gapDetail: (short: string, assessed: string) =>
    `${short} dari ${assessed} pegawai yang dinilai di bawah standar.`,
  surveyDetail: (mean: string, answers: string) => `Rata-rata ${mean} dari 4, ${answers} jawaban.`,
  complaintsDetail: (of: Readonly<Record<'count' | 'handled' | 'year', string>>) =>
    `${of.count} pengaduan tahun ${of.year}, ${of.handled} ditangani. Putuskan sendiri apakah pelatihan menjawabnya.`,
  commitmentDetail: (of: Readonly<Record<'forum' | 'text' | 'unit' | 'due', string>>) =>
    `Komitmen di ${of.forum}: ${of.text} (${of.unit}, sampai ${of.due}).`,
  unitLabel: 'Kesenjangan kompetensi dari',
  unitHint: 'Yang lain dari seluruh instansi. Kelompok kecil tidak ditampilkan.',
  showUnit: 'Tampilkan',
  leastAnswers: (count: number) => `Survei dengan kurang dari ${count} jawaban tidak dihitung.`,
  take: 'Ambil ke rencana',
  openItem: 'Lihat rincian',
  setAside: 'Kesampingkan',
  asideLead:
    'Sinyal ini tidak ditanggapi dengan rencana tahun itu. Alasannya tersimpan dan dapat dibatalkan.',
  asideBecause: (reason: string, by: string, day: string) => `${reason} (${by}, ${day})`,
  bringBack: 'Kembalikan',
  writtenBy: (by: string, day: string) => `Ditulis ${by}, ${day}`,
  reason: 'Alasan',
  reasonWrong: 'Isi 5 sampai 500 huruf.',
  // Notes
  performanceLead: 'Hasil kerja yang di bawah target dan dapat dijawab dengan pembelajaran.',
  ruleLead: 'Peraturan yang menuntut kemampuan baru.',
  noteTaken: 'Sinyal ini sudah masuk rencana. Rincian di sana tetap memakai kata-kata saat diambil.',
  noteTitle: 'Judul',
  legalBasis: 'Dasar hukum',
  legalBasisHint: 'Misalnya: Perpres 95/2018 tentang SPBE',
  targetAndResult: 'Target dan hasilnya',
  ruleDetail: 'Kemampuan yang dituntut',
  titleWrong: 'Isi 3 sampai 160 huruf dalam satu baris.',
  detailWrong: 'Isi 5 sampai 1.000 huruf.',
  advice: {
    competence: 'Biasanya dijawab dengan pelatihan teknis atau fungsional.',
    conduct: 'Biasanya dijawab dengan pembelajaran pelayanan publik dan komunikasi.',
    procedure: 'Biasanya dijawab dengan pembelajaran perbaikan proses.',
    time: 'Biasanya dijawab dengan pembelajaran perbaikan proses.',
    complaints: 'Biasanya dijawab dengan pembelajaran penanganan pengaduan.',
  },
};

export const annualPlanSignalsEn: typeof annualPlanSignalsId = {
  signalStates: signalStatesEn,
  signalStatesLabel: 'State of signals',
  signalsTitle: (year) => `Signals of needs ${year}`,
  signalsLead:
    'What follows from assessments of competence, performance and what citizens say, from the register of new rules, and what you write down yourselves. Take them into the plan, or set them aside with a reason.',
  addPerformance: 'Write down a performance gap',
  addRule: 'Write down a new rule',
  changeNote: 'Change the note',
  noPlanYet: (year) => `There is no plan for ${year} yet. Begin it to take up signals.`,
  notDraft: (plan, isSet) =>
    isSet
      ? `${plan} is set. To take up signals, begin a new version.`
      : `${plan} waits for a decision. To take up signals, return it to draft.`,
  openPlan: 'Open the plan',
  noSignals: {
    open: 'No signals are waiting',
    taken: 'No signals in the plan yet',
    aside: 'None was set aside',
  },
  noSignalsText: {
    open: 'Signals come from the map of competence, from performance by unit and post, from new rules, from surveys that ten people or more have answered, from themes with ten complaints or more, and from commitments of consultations that need learning.',
    taken: 'Take up signals from the list of open ones.',
    aside: 'What was set aside can be brought back at any time.',
  },
  sourceNotes: {
    'competency-gap': statutoryEn,
    'performance-gap': statutoryEn,
    citizens: oursEn,
    'new-rule': oursEn,
  },
  gapDetail: (short, assessed) => `${short} of ${assessed} people who were assessed are below the standard.`,
  surveyDetail: (mean, answers) => `Mean ${mean} of 4, ${answers} answers.`,
  complaintsDetail: ({ count, handled, year }) =>
    `${count} complaints in ${year}, ${handled} handled. Whether learning answers it is yours to decide.`,
  commitmentDetail: ({ forum, text, unit, due }) => `Promised at ${forum}: ${text} (${unit}, by ${due}).`,
  unitLabel: 'Competency gaps of',
  unitHint: 'All else is of the whole agency. Small groups are not shown.',
  showUnit: 'Show',
  leastAnswers: (count) => `Surveys of fewer than ${count} answers do not count.`,
  take: 'Take into the plan',
  openItem: 'See the item',
  setAside: 'Set aside',
  asideLead: 'The plan of that year does not answer this signal. The reason is kept, and this can be undone.',
  asideBecause: (reason, by, day) => `${reason} (${by}, ${day})`,
  bringBack: 'Bring back',
  writtenBy: (by, day) => `Written by ${by}, ${day}`,
  reason: 'Reason',
  reasonWrong: 'Write 5 to 500 characters.',
  performanceLead: 'A result that is behind its target and can be answered by learning.',
  ruleLead: 'A rule that asks for new abilities.',
  noteTaken:
    'This signal is in the plan. The item there keeps the words of the day on which it was taken up.',
  noteTitle: 'Title',
  legalBasis: 'Legal basis',
  legalBasisHint: 'For example: Perpres 95/2018 on SPBE',
  targetAndResult: 'Target and result',
  ruleDetail: 'What it asks for',
  titleWrong: 'Write 3 to 160 characters on one line.',
  detailWrong: 'Write 5 to 1,000 characters.',
  advice: {
    competence: 'Usually answered by technical or functional training.',
    conduct: 'Usually answered by learning about public service and communication.',
    procedure: 'Usually answered by learning about process improvement.',
    time: 'Usually answered by learning about process improvement.',
    complaints: 'Usually answered by learning about complaint handling.',
  },
};

import { type FindingText, findingMaker, type Finding as PackageFinding } from '@sinau/findings';

const warning = 'warning';
const rule = 'sinau.quiz-source';
const byHand = {
  id: 'Buat ulang bagian itu di Sinau bila diperlukan.',
  en: 'Make that part anew in Sinau if it is needed.',
};

/** What readers of quizzes of others leave out or change. `{question}` is its title. */
const texts = {
  'source.nothing': {
    severity: 'error',
    rule,
    message: {
      id: 'Tidak ada satu soal pun yang dapat dipakai.',
      en: 'There is no question that can be used.',
    },
    mend: {
      id: 'Sertakan soal pilihan ganda, benar/salah, isian singkat, angka, menjodohkan, atau mengurutkan.',
      en: 'Include questions of choice, true/false, short text, number, matching or ordering.',
    },
  },
  'source.other-root': {
    severity: 'error',
    rule,
    message: { id: 'Berkas ini bukan {expected}.', en: 'This file is no {expected}.' },
    mend: { id: 'Ekspor ulang dari sistem asalnya.', en: 'Export it again from where it was written.' },
  },
  'source.kind': {
    severity: warning,
    rule,
    message: {
      id: 'Soal "{question}" dilewati: jenis "{kind}" belum didukung.',
      en: 'The question "{question}" was left out: the kind "{kind}" is not supported.',
    },
    mend: {
      id: 'Tulis ulang sebagai pilihan ganda, isian singkat, angka, menjodohkan, atau mengurutkan.',
      en: 'Write it anew as a choice, a short text, a number, matching or ordering.',
    },
  },
  'source.unusable': {
    severity: warning,
    rule,
    message: {
      id: 'Soal "{question}" dilewati: {reasonId}',
      en: 'The question "{question}" was left out: {reasonEn}',
    },
    mend: {
      id: 'Perbaiki soalnya di sistem asal, lalu unggah lagi.',
      en: 'Correct it at its source and upload it again.',
    },
  },
  'source.too-many': {
    severity: warning,
    rule,
    message: {
      id: 'Hanya {limit} soal pertama yang dipakai dari {count}.',
      en: 'Only the first {limit} questions of {count} were taken.',
    },
    mend: { id: 'Bagi menjadi beberapa kuis.', en: 'Divide it into several quizzes.' },
  },
  'source.hidden': {
    severity: warning,
    rule,
    message: {
      id: 'Soal "{question}" tersembunyi dan dilewati.',
      en: 'The question "{question}" is hidden and was left out.',
    },
    mend: {
      id: 'Tampilkan soalnya di sistem asal bila diperlukan.',
      en: 'Show it at its source if it is needed.',
    },
  },
  'source.element': {
    severity: warning,
    rule: 'sinau.quiz-text',
    message: {
      id: '<{element}> di soal "{question}" dibuang.',
      en: '<{element}> in the question "{question}" was dropped.',
    },
    mend: {
      id: 'Pakai teks atau gambar; skrip, video, bingkai, dan rumus MathML tidak dipakai.',
      en: 'Use text or an image; scripts, video, frames and MathML are not taken.',
    },
  },
  'source.image': {
    severity: warning,
    rule: 'sinau.quiz-text',
    message: {
      id: 'Gambar "{image}" di soal "{question}" dibuang: tidak ada di berkas, atau bukan PNG, JPEG, GIF, atau WebP.',
      en: 'The image "{image}" of the question "{question}" was dropped: it is not in the file, or no PNG, JPEG, GIF or WebP.',
    },
    mend: { id: 'Sertakan gambarnya di berkas ekspor.', en: 'Include the image in the export.' },
  },
  'source.no-alt': {
    severity: warning,
    rule: 'WCAG 2.2, 1.1.1',
    message: {
      id: 'Gambar "{image}" di soal "{question}" tidak punya teks pengganti.',
      en: 'The image "{image}" of the question "{question}" has no text alternative.',
    },
    mend: {
      id: 'Tulis isi gambarnya (atribut alt), supaya pembaca layar dan daftar pilihan dapat menyebutnya.',
      en: 'Write what it shows (attribute alt), so that screen readers and lists of choices can name it.',
    },
  },
  'source.table': {
    severity: warning,
    rule: 'sinau.quiz-text',
    message: {
      id: 'Tabel di soal "{question}" menjadi baris teks.',
      en: 'A table in the question "{question}" became lines of text.',
    },
    mend: {
      id: 'Periksa hasilnya; jadikan gambar bila perlu.',
      en: 'Look at the result; make it an image if needed.',
    },
  },
  'source.shares': {
    severity: warning,
    rule,
    message: {
      id: 'Bobot jawaban soal "{question}" disesuaikan menjadi 100 %.',
      en: 'The shares of the question "{question}" were fitted to make 100 %.',
    },
    mend: { id: 'Periksa bobotnya.', en: 'Look at the shares.' },
  },
  'source.points': {
    severity: warning,
    rule,
    message: {
      id: 'Nilai soal "{question}" ({points}) diganti {used}.',
      en: 'The points of the question "{question}" ({points}) became {used}.',
    },
    mend: { id: 'Beri nilai di atas 0 sampai 1000.', en: 'Give points above 0 and up to 1000.' },
  },
  'source.tries': {
    severity: warning,
    rule,
    message: {
      id: 'Petunjuk dan pengurangan nilai per percobaan pada {count} soal dibuang.',
      en: 'Hints and penalties for further tries of {count} questions were dropped.',
    },
    mend: {
      id: 'Tidak perlu apa-apa: satu soal dijawab sekali per percobaan.',
      en: 'Nothing to do: each question is answered once an attempt.',
    },
  },
  'source.feedback': {
    severity: warning,
    rule,
    message: {
      id: 'Umpan balik menurut hasil pada {count} soal dibuang.',
      en: 'Feedback by result of {count} questions was dropped.',
    },
    mend: {
      id: 'Tulis penjelasan yang berlaku untuk semua hasil.',
      en: 'Write an explanation that holds for every result.',
    },
  },
  'source.units': {
    severity: warning,
    rule,
    message: {
      id: 'Soal "{question}": hanya satuan "{unit}" yang dipakai.',
      en: 'The question "{question}": only the unit "{unit}" is used.',
    },
    mend: { id: 'Sebutkan satuannya di pertanyaan.', en: 'Name the unit in the question.' },
  },
  'source.in-parts': {
    severity: warning,
    rule,
    message: {
      id: 'Soal "{question}" dinilai sebagian, bukan semua atau nol.',
      en: 'The question "{question}" is scored in parts, not all or nothing.',
    },
    mend: { id: 'Periksa penilaiannya.', en: 'Look at how it is scored.' },
  },
  'qti.processing': {
    severity: warning,
    rule: 'QTI 3.0, 2.10',
    message: {
      id: 'Penilaian khusus soal "{question}" diganti: jawaban benar yang tertulis yang berlaku.',
      en: 'The response processing of "{question}" was replaced: the correct response that it states counts.',
    },
    mend: byHand,
  },
  'qti.part': {
    severity: warning,
    rule: 'QTI 3.0',
    message: { id: '<{element}> dari tes dibuang.', en: '<{element}> of the test was dropped.' },
    mend: byHand,
  },
  'qti.tests': {
    severity: warning,
    rule: 'QTI 3.0',
    message: { id: 'Tes kedua, "{href}", dibuang.', en: 'The second test, "{href}", was dropped.' },
    mend: { id: 'Unggah tiap tes sebagai paket sendiri.', en: 'Upload each test as a package of its own.' },
  },
  'qti.stimulus': {
    severity: warning,
    rule: 'QTI 3.0, 2.4',
    message: {
      id: 'Bacaan bersama soal "{question}" dibuang.',
      en: 'The shared stimulus of "{question}" was dropped.',
    },
    mend: { id: 'Masukkan bacaannya ke dalam soal.', en: 'Put the text into the question.' },
  },
  'qti.missing': {
    severity: warning,
    rule: 'QTI 3.0, 2.1',
    message: {
      id: 'Berkas "{href}" tidak ada, atau bukan seperti yang disebut paket.',
      en: 'The file "{href}" is missing, or not what the package calls it.',
    },
    mend: { id: 'Ekspor ulang paketnya.', en: 'Export the package again.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type SourceFindingCode = keyof typeof texts;
export type SourceFinding = PackageFinding<SourceFindingCode>;

export const createSourceFinding = findingMaker(texts);

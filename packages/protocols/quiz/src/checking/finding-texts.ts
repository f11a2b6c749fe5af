import { type FindingText, findingMaker, type Finding as PackageFinding } from '@sinau/findings';

const rule = 'sinau.quiz';
const severity = 'error';

/** About quizzes as Sinau writes them. `{at}` is a JSON pointer or the title of a question. */
const texts = {
  'quiz.shape': {
    severity,
    rule,
    message: {
      id: 'Isi kuis di "{at}" tidak sesuai format: {detail}.',
      en: 'The quiz does not follow the format at "{at}": {detail}.',
    },
    mend: {
      id: 'Perbaiki bagian itu menurut format kuis Sinau.',
      en: 'Correct that part after the format of quizzes of Sinau.',
    },
  },
  'quiz.too-many-questions': {
    severity,
    rule,
    message: {
      id: 'Kuis ini memuat {count} soal; paling banyak {limit}.',
      en: 'This quiz has {count} questions; there may be {limit} at most.',
    },
    mend: { id: 'Bagi menjadi beberapa kuis.', en: 'Divide it into several quizzes.' },
  },
  'quiz.too-much-text': {
    severity,
    rule,
    message: { id: 'Teks kuis ini terlalu panjang.', en: 'This quiz holds too much text.' },
    mend: { id: 'Bagi menjadi beberapa kuis.', en: 'Divide it into several quizzes.' },
  },
  'quiz.id-twice': {
    severity,
    rule,
    message: { id: 'Id "{id}" dipakai dua kali di "{at}".', en: 'The id "{id}" stands twice in "{at}".' },
    mend: { id: 'Beri masing-masing id sendiri.', en: 'Give each an id of its own.' },
  },
  'quiz.pick-too-many': {
    severity,
    rule,
    message: {
      id: 'Bagian "{at}" mengambil {pick} soal, padahal hanya memuat {count}.',
      en: 'The section "{at}" draws {pick} questions and has only {count}.',
    },
    mend: { id: 'Kurangi jumlah yang diambil atau tambahkan soal.', en: 'Draw fewer, or add questions.' },
  },
  'quiz.nothing-right': {
    severity,
    rule,
    message: {
      id: 'Soal "{at}" tidak punya jawaban yang benar sepenuhnya.',
      en: 'The question "{at}" has no answer that is wholly right.',
    },
    mend: { id: 'Tandai jawaban yang benar.', en: 'Mark the right answer.' },
  },
  'quiz.shares': {
    severity,
    rule,
    message: {
      id: 'Bobot jawaban benar pada soal "{at}" tidak berjumlah 100 %.',
      en: 'The shares of the right choices of "{at}" do not make 100 %.',
    },
    mend: { id: 'Sesuaikan bobotnya.', en: 'Correct the shares.' },
  },
  'quiz.true-false': {
    severity,
    rule,
    message: {
      id: 'Soal benar/salah "{at}" harus punya pilihan dengan id "true" dan "false" saja, dan satu jawaban.',
      en: 'The true/false question "{at}" must have the choices "true" and "false" alone, and one answer.',
    },
    mend: { id: 'Perbaiki pilihannya.', en: 'Correct its choices.' },
  },
  'quiz.no-such-target': {
    severity,
    rule,
    message: {
      id: 'Pasangan "{id}" pada soal "{at}" tidak ada.',
      en: 'The target "{id}" of the question "{at}" does not exist.',
    },
    mend: { id: 'Pilih pasangan yang ada.', en: 'Choose a target that exists.' },
  },
  'quiz.nothing-to-read': {
    severity,
    rule,
    message: {
      id: '"{at}" kosong.',
      en: '"{at}" is empty.',
    },
    mend: { id: 'Tulis teks atau tambahkan gambar.', en: 'Write a text or add an image.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type QuizProblemCode = keyof typeof texts;
/** What stands in the way of a quiz. */
export type QuizProblem = PackageFinding<QuizProblemCode>;

export const createProblem = findingMaker(texts);

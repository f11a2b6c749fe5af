import { type FindingText, findingMaker } from '@sinau/findings';

const error = 'error';
const rule = 'sinau.quiz-package';

/** About uploads that hold a quiz. */
const texts = {
  'quiz.not-json': {
    severity: error,
    rule,
    message: { id: 'Kuis ini bukan JSON yang utuh: {detail}.', en: 'The quiz is no whole JSON: {detail}.' },
    mend: { id: 'Ekspor ulang kuisnya, lalu unggah lagi.', en: 'Export the quiz again and upload it.' },
  },
  'quiz.too-large': {
    severity: error,
    rule,
    message: { id: '"{file}" melebihi {limit} bita.', en: '"{file}" exceeds {limit} bytes.' },
    mend: {
      id: 'Bagi menjadi beberapa kuis, atau perkecil gambarnya.',
      en: 'Divide it into several quizzes, or make its images smaller.',
    },
  },
  'quiz.doctype': {
    severity: error,
    rule: 'sinau.xml-doctype',
    message: {
      id: 'Berkas ini memuat deklarasi DOCTYPE atau entitas.',
      en: 'The file holds a DOCTYPE or entity declaration.',
    },
    mend: {
      id: 'Hapus deklarasi <!DOCTYPE …>; kuis tidak memerlukannya.',
      en: 'Remove the <!DOCTYPE …> declaration; quizzes do not need it.',
    },
  },
  'quiz.not-xml': {
    severity: error,
    rule,
    message: {
      id: 'Berkas ini bukan XML yang benar: {detail}',
      en: 'The file is no well-formed XML: {detail}',
    },
    mend: { id: 'Ekspor ulang kuisnya, lalu unggah lagi.', en: 'Export the quiz again and upload it.' },
  },
  'quiz.image-missing': {
    severity: error,
    rule,
    message: {
      id: 'Gambar "{image}" tidak ada di paket, terlalu besar, atau bukan PNG, JPEG, GIF, atau WebP.',
      en: 'The image "{image}" is not in the package, is too large, or is no PNG, JPEG, GIF or WebP.',
    },
    mend: {
      id: 'Masukkan gambarnya ke zip di samping quiz.json, dengan nama yang disebut soal.',
      en: 'Put the image into the zip beside quiz.json, under the name that the question gives.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export const createQuizFinding = findingMaker(texts);

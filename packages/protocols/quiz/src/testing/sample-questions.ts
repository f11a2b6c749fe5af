import {
  type ChoiceQuestion,
  defaultQuizRules,
  type MatchingQuestion,
  type NumericQuestion,
  type OrderingQuestion,
  type Question,
  type Quiz,
  type ShortTextQuestion,
} from '../model.ts';
import { textOf } from '../rich-text.ts';

const option = (id: string, text: string) => ({ id, text: textOf(text) });

export const sampleChoice: ChoiceQuestion = {
  kind: 'choice',
  questionId: 'ibu-kota',
  title: 'Ibu kota',
  prompt: textOf('Apa ibu kota Jawa Tengah?'),
  points: 2,
  multiple: false,
  shuffle: true,
  choices: [
    { ...option('solo', 'Surakarta'), share: 0, feedback: textOf('Pernah menjadi daerah istimewa.') },
    { ...option('semarang', 'Semarang'), share: 1 },
    { ...option('tegal', 'Tegal'), share: -0.5 },
  ],
  explanation: textOf('Semarang sejak 1950.'),
};

export const sampleSeveral: ChoiceQuestion = {
  kind: 'choice',
  questionId: 'prima',
  title: 'Bilangan prima',
  prompt: textOf('Mana yang bilangan prima?'),
  points: 3,
  multiple: true,
  shuffle: true,
  choices: [
    { ...option('dua', '2'), share: 1 / 3 },
    { ...option('empat', '4'), share: 0 },
    { ...option('lima', '5'), share: 1 / 3 },
    { ...option('tujuh', '7'), share: 1 / 3 },
    { ...option('sembilan', '9'), share: -0.5 },
  ],
};

export const sampleTrueFalse: ChoiceQuestion = {
  kind: 'choice',
  questionId: 'bulat',
  title: 'Bumi',
  prompt: textOf('Bumi itu bulat.'),
  points: 1,
  multiple: false,
  trueFalse: true,
  shuffle: false,
  choices: [
    { ...option('true', 'Benar'), share: 1 },
    { ...option('false', 'Salah'), share: 0 },
  ],
};

export const sampleNumber: NumericQuestion = {
  kind: 'numeric',
  questionId: 'pi',
  title: 'Pi',
  prompt: textOf('Berapa pi?'),
  points: 1,
  answers: [
    { value: 3.14, tolerance: 0.005, share: 1 },
    { value: 3, tolerance: 0.5, share: 0.5 },
  ],
  unit: 'rad',
};

export const sampleText: ShortTextQuestion = {
  kind: 'short-text',
  questionId: 'proklamator',
  title: 'Proklamator',
  prompt: textOf('Siapa proklamator kemerdekaan?'),
  points: 1,
  caseSensitive: false,
  answers: [
    { text: 'Soekarno', share: 1 },
    { text: '*Hatta', share: 1 },
    { text: 'Bung *', share: 0.5 },
  ],
};

export const sampleMatching: MatchingQuestion = {
  kind: 'matching',
  questionId: 'pulau',
  title: 'Pulau',
  prompt: textOf('Pasangkan kota dengan pulaunya.'),
  points: 4,
  shuffle: true,
  sources: [
    { ...option('medan', 'Medan'), targetId: 'sumatra' },
    { ...option('malang', 'Malang'), targetId: 'jawa' },
    { ...option('solo', 'Surakarta'), targetId: 'jawa' },
    { ...option('palu', 'Palu'), targetId: 'sulawesi' },
  ],
  targets: [
    option('jawa', 'Jawa'),
    option('sumatra', 'Sumatra'),
    option('sulawesi', 'Sulawesi'),
    option('bali', 'Bali'),
  ],
};

export const sampleOrdering: OrderingQuestion = {
  kind: 'ordering',
  questionId: 'sejarah',
  title: 'Sejarah',
  prompt: textOf('Urutkan dari yang paling awal.'),
  points: 3,
  items: [
    option('sumpah', 'Sumpah Pemuda'),
    option('proklamasi', 'Proklamasi'),
    option('konferensi', 'Konferensi Asia-Afrika'),
    option('reformasi', 'Reformasi'),
  ],
};

export const sampleQuestions: readonly Question[] = [
  sampleChoice,
  sampleSeveral,
  sampleTrueFalse,
  sampleNumber,
  sampleText,
  sampleMatching,
  sampleOrdering,
];

export const sampleQuiz: Quiz = {
  v: 1,
  title: 'Wawasan kebangsaan',
  introduction: textOf('Jawablah tanpa melihat buku.'),
  sections: [
    { sectionId: 'awal', title: 'Awal', pick: 2, questions: sampleQuestions.slice(0, 3) },
    { sectionId: 'akhir', questions: sampleQuestions.slice(3) },
  ],
  rules: { ...defaultQuizRules, timeLimitSeconds: 1800, maxAttempts: 2, passMark: 0.7 },
};

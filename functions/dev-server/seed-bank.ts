import type { Clock, Digest, Ids, PersonPrincipal } from '@sinau/kernel';
import {
  type BankStore,
  createQuestion,
  createQuiz,
  newQuestionSchema,
  newQuizSchema,
  type QuizStore,
} from '@sinau/questions';

interface Deps {
  readonly bank: BankStore;
  readonly quizzes: QuizStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

const choice = (title: string, prompt: string, choices: readonly (readonly [string, number])[]) => ({
  ...{ kind: 'choice', title, prompt, points: 1, shuffle: true },
  multiple: choices.filter(([, share]) => share > 0).length > 1,
  choices: choices.map(([text, share]) => ({ text, share })),
});

const questions: readonly (readonly [category: string, question: object])[] = [
  [
    'Keamanan informasi/Kata sandi',
    choice('Kata sandi yang kuat', 'Kata sandi mana yang **paling kuat**?', [
      ['Gabungan empat kata yang tidak berkaitan', 1],
      ['Tanggal lahir dan nama Anda', 0],
      ['P@ssw0rd', 0],
    ]),
  ],
  [
    'Keamanan informasi/Kata sandi',
    {
      ...choice('Berbagi kata sandi', 'Kata sandi akun kedinasan boleh diberikan kepada rekan satu tim.', []),
      ...{ multiple: false, trueFalse: true, shuffle: false },
      explanation: 'Setiap orang memakai akunnya sendiri, agar jelas siapa yang melakukan apa.',
      choices: [
        { id: 'true', text: 'Benar', share: 0 },
        { id: 'false', text: 'Salah', share: 1 },
      ],
    },
  ],
  [
    'Keamanan informasi/Pengelabuan',
    choice('Tanda surel pengelabuan', 'Mana yang merupakan tanda surel pengelabuan?', [
      ['Alamat pengirim hanya mirip dengan alamat resmi', 0.5],
      ['Anda didesak bertindak saat itu juga', 0.5],
      ['Surel menyebut nama lengkap Anda', 0],
    ]),
  ],
  [
    'Keamanan informasi/Pengelabuan',
    {
      ...{ kind: 'ordering', title: 'Setelah tertipu', points: 2 },
      prompt: 'Anda terlanjur mengisi kata sandi di situs palsu. Urutkan tindakan Anda.',
      items: [
        { text: 'Ganti kata sandi' },
        { text: 'Laporkan kepada tim keamanan' },
        { text: 'Periksa riwayat masuk' },
      ],
    },
  ],
  [
    'Keamanan informasi/Data',
    {
      ...{ kind: 'matching', title: 'Tingkat kerahasiaan', points: 3, shuffle: true },
      prompt: 'Pasangkan dokumen dengan tingkatnya.',
      sources: [
        { text: 'Pengumuman lelang', targetId: 't1' },
        { text: 'Daftar gaji pegawai', targetId: 't2' },
      ],
      targets: [
        { id: 't1', text: 'Terbuka' },
        { id: 't2', text: 'Terbatas' },
        { id: 't3', text: 'Sangat rahasia' },
      ],
    },
  ],
  [
    'Keamanan informasi/Data',
    {
      ...{ kind: 'short-text', title: 'Singkatan', points: 1, caseSensitive: false },
      prompt: 'Tulis singkatan *Pelindungan Data Pribadi*.',
      answers: [{ text: 'PDP', share: 1 }],
    },
  ],
  [
    'Keamanan informasi/Data',
    {
      ...{ kind: 'numeric', title: 'Aturan cadangan', points: 1, unit: 'salinan' },
      prompt: 'Menurut aturan 3-2-1, berapa salinan data yang Anda simpan?',
      answers: [{ value: 3, tolerance: 0, share: 1 }],
    },
  ],
];

/** A bank with a question of every kind and a quiz of it, unless the provider has questions already. */
export async function seedBank(deps: Deps, principal: PersonPrincipal): Promise<void> {
  const { providerId } = principal;
  if (!providerId || (await deps.bank.listEntries(providerId)).length > 0) return;
  const made: string[] = [];
  for (const [category, question] of questions) {
    const request = newQuestionSchema.parse({ category, status: 'ready', tags: ['contoh'], question });
    made.push((await createQuestion(deps, { principal, request })).question.questionId);
  }
  const request = newQuizSchema.parse({
    title: 'Kuis keamanan informasi',
    introduction: 'Kerjakan sendiri. Anda **boleh** membuka catatan.',
    sections: [
      {
        title: 'Wajib',
        source: { kind: 'chosen', questions: made.slice(0, 3).map((questionId) => ({ questionId })) },
      },
      { title: 'Acak', source: { kind: 'drawn', category: 'Keamanan informasi', count: 2 } },
    ],
    rules: {
      ...{ timeLimitSeconds: 900, maxAttempts: 3, passMark: 0.7, shuffleQuestions: true },
      ...{ review: 'answers', reviewFrom: 'end' },
    },
  });
  await createQuiz(deps, { principal, request });
}

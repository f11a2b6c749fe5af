import {
  type Group,
  listWords,
  type Results,
  type SubjectResults,
  type YearResults,
} from '@sinau/evaluation';
import type { Cell, Signer } from '@sinau/kernel';
import type { EvaluationDesk } from './evaluation-parts.ts';
import { sealedPages } from './sealed-pages.ts';

/** Names of groups, as pages and machines say them. */
export const groupOf = { reaction: 'r', applied: 'a', supervisor: 's' } as const satisfies Readonly<
  Record<string, Group>
>;
export type WordGroupName = keyof typeof groupOf;
export const wordGroupNames = ['reaction', 'applied', 'supervisor'] as const;

export const wordsAPage = 20;

type Of = Parameters<typeof listWords>[1];

/**
 * A page of what was written. Tokens are sealed for whom, year, subject and group; another one is refused with `InvalidInput`.
 */
export async function wordsPage(
  deps: { readonly desk: Pick<EvaluationDesk, 'results'>; readonly signer: Signer },
  of: Of,
  { group, token }: { readonly group: WordGroupName; readonly token?: string },
): ReturnType<typeof listWords> {
  const { principal: by, year, subject } = of;
  const pages = sealedPages(deps, { list: 'evaluation-words', by, of: [year, subject, group] });
  const page = { group: groupOf[group], limit: wordsAPage, ...pages.open(token) };
  const { words, next } = await listWords(deps.desk, of, page);
  return { words, ...(next !== undefined && { next: pages.seal(next) }) };
}

const heads = {
  id: [
    ...['Jenis', 'Kursus atau kegiatan', 'Penyelenggara', 'Tahun selesai', 'Selesai'],
    ...['Jawaban kesan', 'Kesesuaian', 'Isi dan pengajar', 'Penyelenggaraan', 'Niat menerapkan'],
    ...['Jawaban pembelajaran', 'Sebelum', 'Sesudah', 'Kenaikan', 'Nilai akhir kursus (%)'],
    ...['Pegawai ditanya', 'Pegawai menjawab', 'Diterapkan menurut pegawai'],
    ...['Atasan ditanya', 'Atasan menjawab', 'Diterapkan menurut atasan'],
  ],
  en: [
    ...['Kind', 'Course or event', 'Organiser', 'Year of completion', 'Finished'],
    ...['Answers on impression', 'Relevance', 'Content and teachers', 'Organisation', 'Meant to be applied'],
    ...['Answers on learning', 'Before', 'After', 'Gain', 'Final score of the course (%)'],
    ...['Learners asked', 'Learners answered', 'Applied, by learners'],
    ...['Supervisors asked', 'Supervisors answered', 'Applied, by supervisors'],
  ],
} as const;
const kinds = {
  id: { course: 'Kursus', event: 'Kegiatan' },
  en: { course: 'Course', event: 'Event' },
} as const;

export const resultTitles = { id: 'Hasil evaluasi', en: 'Results of evaluations' } as const;

/** One row a course or event; a cell is empty where less than five have answered. */
export function resultRows(
  results: YearResults,
  wish: {
    readonly year: number;
    readonly language: 'id' | 'en';
    readonly titleOf: (subject: SubjectResults) => string;
    readonly ownerOf: (subject: SubjectResults) => string;
  },
): readonly (readonly Cell[])[] {
  const { year, language, titleOf, ownerOf } = wish;
  return [
    heads[language],
    ...results.subjects.map((one): readonly Cell[] => [
      ...[kinds[language][one.subject.kind], titleOf(one), ownerOf(one), year, one.completed],
      ...levelCells(one),
    ]),
  ];
}

function levelCells({
  reaction,
  learning,
  score,
  applied,
  supervisor,
  ...asked
}: Results): readonly (number | undefined)[] {
  const impression = reaction?.questions;
  const own = learning?.questions;
  return [
    ...[reaction?.answers, impression?.relevance?.mean, impression?.delivery?.mean],
    ...[impression?.organisation?.mean, impression?.intention?.mean],
    ...[learning?.answers, own?.before?.mean, own?.after?.mean, learning?.gain, score?.mean],
    ...[asked.askedLearners, applied?.answers, applied?.questions.applied?.mean],
    ...[asked.askedSupervisors, supervisor?.answers, supervisor?.questions.applied?.mean],
  ];
}

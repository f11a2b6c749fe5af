import type { Locale } from '@sinau/kernel';
import { historyColumns, historyWordsOf } from '@sinau/rostering/history';
import { isPeopleProblem, peopleColumns, peopleWordsOf } from '@sinau/rostering/people';
import type { ListColumn, ListName, ListProblem, RowOutcome } from './import-job.ts';

/** As the template heads a column. */
export const headOf = (column: ListColumn): string =>
  [...peopleColumns, ...historyColumns].find(([name]) => name === column)?.[1].head ?? column;

/** What is wrong, and how to mend it. */
export const problemWordsOf = (problem: ListProblem) =>
  isPeopleProblem(problem) ? peopleWordsOf(problem) : historyWordsOf(problem);

type Outcomes = Readonly<Record<RowOutcome, string>>;

interface ResultWords {
  readonly heads: readonly string[];
  readonly trial: Outcomes;
  readonly run: Outcomes;
  /** Of a row that waits for a supervisor who never came. */
  readonly supervisor?: string;
  /** What is told of rows that become records: JP, and where the record is. */
  readonly record?: readonly [counted: string, link: string];
}

/** Behind the cells of rows that are to be mended. No kind of list has a column of these names. */
export const mendingHeads: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Baris asal', 'Alasan', 'Cara memperbaiki'],
  en: ['Original row', 'Reason', 'How to mend it'],
};

/** Words of the file of results. */
export const resultWords: Readonly<Record<ListName, Readonly<Record<Locale, ResultWords>>>> = {
  people: {
    id: {
      heads: ['Baris', 'Nama', 'NIP / NI PPPK', 'Hasil', 'Kolom', 'Alasan', 'Cara memperbaiki'],
      trial: { created: 'akan dibuat', changed: 'akan diubah', skipped: 'sudah sesuai', refused: 'ditolak' },
      run: { created: 'dibuat', changed: 'diubah', skipped: 'sudah sesuai', refused: 'ditolak' },
      supervisor: 'Atasannya tidak dapat dipasang.',
    },
    en: {
      heads: ['Row', 'Name', 'NIP / NI PPPK', 'Result', 'Column', 'Reason', 'How to mend it'],
      trial: {
        ...{ created: 'would be created', changed: 'would be changed' },
        ...{ skipped: 'is so already', refused: 'refused' },
      },
      run: { created: 'created', changed: 'changed', skipped: 'was so already', refused: 'refused' },
      supervisor: 'The supervisor could not be set.',
    },
  },
  history: {
    id: {
      heads: ['Baris', 'Nama Kegiatan', 'NIP Peserta', 'Hasil', 'Kolom', 'Alasan', 'Cara memperbaiki'],
      record: ['JP menurut aturan', 'Alamat catatan'],
      trial: {
        created: 'akan dicatat',
        changed: 'akan diubah',
        skipped: 'sudah tercatat',
        refused: 'ditolak',
      },
      run: { created: 'dicatat', changed: 'diubah', skipped: 'sudah tercatat', refused: 'ditolak' },
    },
    en: {
      heads: ['Row', 'Event', 'NIP of the learner', 'Result', 'Column', 'Reason', 'How to mend it'],
      record: ['JP by the rules', 'Address of the record'],
      trial: {
        ...{ created: 'would be recorded', changed: 'would be changed' },
        ...{ skipped: 'is recorded already', refused: 'refused' },
      },
      run: { created: 'recorded', changed: 'changed', skipped: 'was recorded already', refused: 'refused' },
    },
  },
};

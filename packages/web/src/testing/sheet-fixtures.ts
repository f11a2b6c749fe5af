import type { SheetPorts } from '../sheet/ports.ts';

const mend = { id: 'Isi title_id atau title_en.', en: 'Fill in title_id or title_en.' };
const message = { id: 'Kursus baru memerlukan judul.', en: 'A new course needs a title.' };

/** A file that says `salah` has a wrong cell. */
export const sheetFixtures: SheetPorts = {
  maxBytes: 1_000,
  file: async (_person, { content }) => `\ufeffcourse_id;code\r\n;${content}\r\n`,
  send: async (_person, text, mode) => {
    const isWrong = text.includes('salah');
    const title = { id: 'Etika <b>dasar</b>' };
    return {
      applied: mode === 'apply' && !isWrong,
      issues: [],
      rows: [
        { row: 2, title, courseId: 'etika', outcome: 'create', issues: [] },
        { row: 3, title, courseId: 'lama', outcome: 'unchanged', issues: [] },
        ...(isWrong
          ? [
              {
                row: 4,
                title: {},
                outcome: 'refused' as const,
                issues: [{ column: 'title_id', message, mend }],
              },
            ]
          : []),
      ],
    };
  },
};

import { readCsv } from '@sinau/kernel';
import type { Subject } from './ports.ts';

/** BKN's list has 1,287 rows. */
const mostSubjects = 5_000;
export const subjectIdPattern = /^[0-9A-F]{32}$/;

const heads: Readonly<Record<string, keyof Subject>> = {
  ...{ id: 'id', jeniskursusid: 'id', jeniskursus: 'id' },
  ...{ nama: 'name', name: 'name', jeniskursusnama: 'name' },
  ...{ kode: 'code', code: 'code', cepat_kode: 'code', cepatkode: 'code' },
};

export type ReadSubjects =
  | { readonly ok: true; readonly subjects: readonly Subject[]; readonly skipped: number }
  | { readonly ok: false; readonly because: 'heads' | 'empty' | 'too-many' };

/** Reads a CSV with the columns id, nama and, if there is one, kode. Rows without a good id are left out and counted. */
export function readSubjects(text: string): ReadSubjects {
  const table = [...readCsv(text)];
  const names = (table[0]?.cells ?? []).map((cell) => heads[cell.trim().toLowerCase()]);
  if (!names.includes('id') || !names.includes('name')) return { ok: false, because: 'heads' };
  const body = table.slice(1);
  if (body.length > mostSubjects) return { ok: false, because: 'too-many' };
  const subjects = new Map<string, Subject>();
  for (const { cells } of body) {
    const at = (name: keyof Subject) => cells[names.indexOf(name)]?.trim().replace(/^'/, '') ?? '';
    const [id, name, code] = [at('id').toUpperCase(), at('name'), at('code')];
    if (!subjectIdPattern.test(id) || name === '') continue;
    subjects.set(id, { id, name: name.slice(0, 200), ...(code !== '' && { code: code.slice(0, 20) }) });
  }
  if (subjects.size === 0) return { ok: false, because: 'empty' };
  return { ok: true, subjects: [...subjects.values()], skipped: body.length - subjects.size };
}

/** Those that hold every word, shortest name first. */
export function searchSubjects(subjects: readonly Subject[], asked: string, most = 20): readonly Subject[] {
  const words = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return subjects
    .filter(({ id, name, code = '' }) => {
      const text = `${id} ${name} ${code}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name))
    .slice(0, most);
}

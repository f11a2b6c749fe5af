import { readPackage } from '@sinau/case';
import type { LocalDate } from '@sinau/kernel';
import type { Table } from '@sinau/rostering/table';
import { listTemplate } from '../lists/list-columns.ts';

export type PackageTable =
  | { readonly outcome: 'read'; readonly table: Table }
  | { readonly outcome: 'refused'; readonly at: string };

/**
 * A framework of CASE as a list of a dictionary, which is tried and taken like any other; rows are numbered as the items stand in it. What it does not say
 * holds from `today` on. Rejects nothing: what has no code, or too long a name, is refused row by row.
 */
export function tableOfPackage(value: unknown, { today }: { readonly today: LocalDate }): PackageTable {
  const reading = readPackage(value, { today });
  if (reading.outcome === 'refused') return { outcome: 'refused', at: reading.at };
  const [heads = []] = listTemplate('dictionary');
  return {
    outcome: 'read',
    table: {
      heads,
      rows: reading.competencies.map(({ position, code, name, field, basis, levels, from }) => ({
        row: position,
        cells: [
          ...[codeOf(code), name.trim(), field.trim().slice(0, mostField), from ?? today],
          ...[0, 1, 2, 3, 4].map((level) => levels[level] ?? ''),
          basis.trim().slice(0, mostBasis),
        ],
      })),
    },
  };
}

const mostField = 80;
const mostBasis = 200;

/** Signs that a code of ours has no place for become hyphens. */
const codeOf = (code = ''): string =>
  code
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9.-]+/g, '-')
    .replaceAll(/^[.-]+|-+$/g, '');

import { printAttributePath } from './attribute-path.ts';
import type { Filter } from './filter.ts';

/** The filter as text; read again it is the same. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'compare':
      return `${printAttributePath(filter.path)} ${filter.op} ${JSON.stringify(filter.value)}`;
    case 'present':
      return `${printAttributePath(filter.path)} pr`;
    case 'values':
      return `${printAttributePath(filter.path)}[${printFilter(filter.filter)}]`;
    case 'not':
      return `not (${printFilter(filter.filter)})`;
    default:
      return filter.filters.map(grouped).join(` ${filter.kind} `);
  }
}

const grouped = (filter: Filter): string =>
  filter.kind === 'and' || filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);

import type { RecordLine } from './ports.ts';

/** Lines in a row that say the same of the same thing, together. One with a score stands alone: scores are read. */
export function groupsOf(
  lines: readonly RecordLine[],
): readonly (readonly [RecordLine, ...(readonly RecordLine[])])[] {
  const groups: [RecordLine, ...RecordLine[]][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && saysTheSame(last[0], line)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function saysTheSame(one: RecordLine, other: RecordLine): boolean {
  return one.score === undefined && other.score === undefined && wordsOf(one) === wordsOf(other);
}

const wordsOf = ({ verb, object, course }: RecordLine) => JSON.stringify([verb, object, course]);

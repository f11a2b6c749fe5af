import {
  columnsOf,
  type FileMode,
  isPseudonym,
  type RosterData,
  type RosterFile,
  type RosterRow,
  rosterFiles,
} from './files.ts';
import type { PackageFinding } from './problems.ts';
import type { ReadFile } from './read-file.ts';

/** What one package says, file by file. */
export type SentFiles = Readonly<Partial<Record<RosterFile, ReadFile & { readonly mode: FileMode }>>>;

/**
 * What counts after a package. `bulk` takes the place of a file; of a `delta` each line takes the place of its thing, unless what is
 * there changed later. Tombstones of a delta stay until the next bulk, so that an older package brings nothing back. Only people who are
 * called by a pseudonym of Sinau are kept, and enrolments and results of those alone. A pure function: the same package twice comes to
 * the same. `findings`: it does not fit what is there, and nothing of it may count.
 */
export function mergePackage(
  before: RosterData,
  sent: SentFiles,
): { readonly data: RosterData } | { readonly findings: readonly PackageFinding[] } {
  const findings: PackageFinding[] = [];
  const data: Partial<Record<RosterFile, readonly RosterRow[]>> = {};
  for (const file of rosterFiles) {
    const [known, read] = [before[file], sent[file]];
    if (read?.mode === 'delta' && !known) findings.push({ problem: 'delta-first', file: `${file}.csv` });
    const rows = read ? (read.mode === 'bulk' ? read.rows : changed(known ?? [], read.rows)) : known;
    if (rows) data[file] = rows;
  }
  if (findings.length > 0) return { findings };
  findings.push(...unknownReferences(data, sent));
  return findings.length > 0 ? { findings } : { data: withoutStrangers(data) };
}

function changed(known: readonly RosterRow[], sent: readonly RosterRow[]): readonly RosterRow[] {
  const rows = new Map(known.map((row) => [row.sourcedId, row]));
  for (const row of sent) {
    const there = rows.get(row.sourcedId);
    if (!there || there.dateLastModified <= row.dateLastModified) rows.set(row.sourcedId, row);
  }
  return [...rows.values()];
}

/** Of what was sent now; what came before was looked at when it came. */
function unknownReferences(data: RosterData, sent: SentFiles): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  const ids = new Map<RosterFile, ReadonlySet<string>>();
  const idsOf = (file: RosterFile) => {
    const known = ids.get(file) ?? new Set(data[file]?.map(({ sourcedId }) => sourcedId));
    ids.set(file, known);
    return known;
  };
  for (const [file, { rows, lines }] of Object.entries(sent) as [RosterFile, ReadFile][]) {
    for (const [column, { of }] of Object.entries(columnsOf[file])) {
      if (of === undefined) continue;
      if (!data[of]) findings.push({ problem: 'file-needed', file: `${of}.csv` });
      else {
        const unknown = rows.flatMap((row, n) => (refersWell(row, column, idsOf(of)) ? [] : [lines[n]]));
        for (const line of unknown) {
          findings.push({
            problem: 'reference-unknown',
            file: `${file}.csv`,
            column,
            ...(line !== undefined && { line }),
          });
        }
      }
    }
  }
  return findings;
}

interface Reference {
  readonly sourcedId: string;
}

/** `courseSourcedId` of a line is `course.sourcedId` of the thing, `termSourcedIds` are `terms`. */
function refersWell(row: RosterRow, column: string, ids: ReadonlySet<string>): boolean {
  if (row.status !== 'active') return true;
  const held = row[column.replace(/SourcedIds?$/, (end) => (end.endsWith('s') ? 's' : ''))];
  const references = (Array.isArray(held) ? held : [held]) as readonly (Reference | undefined)[];
  return references.every((one) => one !== undefined && ids.has(one.sourcedId));
}

function withoutStrangers(data: RosterData): RosterData {
  const users = data.users?.filter((user) => subjectOfUser(user) !== undefined);
  const known = new Set(users?.map(({ sourcedId }) => sourcedId));
  const isOurs = (held: unknown): boolean => {
    const { sourcedId = '' } = (held ?? {}) as Partial<Reference>;
    return known.has(sourcedId) || isPseudonym(sourcedId);
  };
  return {
    ...data,
    ...(users && { users }),
    ...(data.enrollments && { enrollments: data.enrollments.filter(({ user }) => isOurs(user)) }),
    ...(data.results && { results: data.results.filter(({ student }) => isOurs(student)) }),
  };
}

/** Our pseudonym of a person, where the university keeps it: in a field for such names, or as the id itself. */
export function subjectOfUser({ sourcedId, identifier }: RosterRow): string | undefined {
  return [identifier, sourcedId].find((one) => typeof one === 'string' && isPseudonym(one)) as
    | string
    | undefined;
}

import type { ExternalEnrolment } from '@sinau/rostering';
import { type RowOf, readRows, type TableKind } from '@sinau/rostering/table';
import type { ConnectionId } from '../../connection.ts';
import { AdapterFailure, type ProviderAdapter } from '../../ports.ts';
import type { SentPayload } from '../../results/sent-payload.ts';
import type { TableStore } from '../../tables/ports.ts';
import { sentRow } from '../../tables/sent-row.ts';
import { withoutServices } from '../without-services.ts';

/** A provider that sends tables: what was confirmed last is what it says. It can be told nothing. */
export function createFileAdapter(
  tables: Pick<TableStore, 'findSlot' | 'readTable'>,
  connectionId: ConnectionId,
): ProviderAdapter {
  async function* readOf<Kind extends TableKind>(
    kind: Kind,
  ): AsyncGenerator<{ readonly value: RowOf[Kind]; readonly sent: () => SentPayload }> {
    const current = (await tables.findSlot(connectionId, kind))?.current;
    if (!current) throw new AdapterFailure('function-missing', { passing: false });
    const table = await tables.readTable(connectionId, current.tableId);
    // Another one took its place a moment ago.
    if (!table) throw new AdapterFailure('broken-answer', { passing: true });
    const file = { heads: table.heads, file: current.name };
    let at = 0;
    for (const read of readRows(kind, table, current.mapping)) {
      const row = table.rows[at] ?? { row: read.row, cells: [] };
      at += 1;
      if ('value' in read) yield { value: read.value, sent: () => sentRow(file, row) };
      // A list with a hole would make what is missing look withdrawn.
      else if (kind !== 'results') throw new AdapterFailure('broken-answer', { passing: false });
    }
  }
  async function* rowsOf<Kind extends TableKind>(kind: Kind): AsyncGenerator<RowOf[Kind]> {
    for await (const { value } of readOf(kind)) yield value;
  }
  // Asked course by course; its rows are read once.
  let roster: Promise<ReadonlyMap<string, readonly ExternalEnrolment[]>> | undefined;
  const readRoster = async () => {
    const all: ExternalEnrolment[] = [];
    for await (const row of rowsOf('enrolments')) all.push(enrolmentOf(row));
    return Map.groupBy(all, ({ externalCourseId }) => externalCourseId);
  };
  const rosterNow = () => {
    roster ??= readRoster();
    return roster;
  };
  return {
    ...withoutServices(),
    readCourses: () => rowsOf('catalogue'),
    async *readEnrolments(externalCourseId) {
      yield* (await rosterNow()).get(externalCourseId) ?? [];
    },
    // A table of one faculty says nothing of the courses of another.
    async rosterSent(externalCourseId) {
      const current = (await tables.findSlot(connectionId, 'enrolments'))?.current;
      if (!current || !(await rosterNow()).has(externalCourseId)) return undefined;
      return { at: current.uploadedAt, isWhole: current.isWhole === true };
    },
    async *readResults({ externalCourseId, learners }) {
      const wanted = new Set(learners.map(({ externalLearnerId }) => externalLearnerId));
      for await (const { value, sent } of readOf('results')) {
        const { learner, results } = value;
        if (value.externalCourseId !== externalCourseId || !wanted.has(learner.value)) continue;
        const who = { externalCourseId, externalLearnerId: learner.value };
        for (const result of results) yield { result: { ...who, ...result }, sent: sent() };
      }
    },
  };
}

function enrolmentOf({ learner, externalCourseId, state }: RowOf['enrolments']): ExternalEnrolment {
  const who = learner.by === 'subject' ? { subject: learner.value } : { calledBy: learner.by };
  return { externalCourseId, externalLearnerId: learner.value, ...who, state };
}

import type { ExternalEnrolment } from '@sinau/rostering';
import { type RowOf, readRows, type TableKind } from '@sinau/rostering/table';
import type { ConnectionId } from '../../connection.ts';
import { AdapterFailure, type ProviderAdapter } from '../../ports.ts';
import type { TableStore } from '../../tables/ports.ts';
import { withoutServices } from '../without-services.ts';

/** A provider that sends tables: what was confirmed last is what it says. It can be told nothing. */
export function createFileAdapter(
  tables: Pick<TableStore, 'findSlot' | 'readTable'>,
  connectionId: ConnectionId,
): ProviderAdapter {
  async function* rowsOf<Kind extends TableKind>(kind: Kind): AsyncGenerator<RowOf[Kind]> {
    const current = (await tables.findSlot(connectionId, kind))?.current;
    if (!current) throw new AdapterFailure('function-missing', { passing: false });
    const table = await tables.readTable(connectionId, current.tableId);
    // Another one took its place a moment ago.
    if (!table) throw new AdapterFailure('broken-answer', { passing: true });
    for (const row of readRows(kind, table, current.mapping)) {
      if ('value' in row) yield row.value;
      // A list with a hole would make what is missing look withdrawn.
      else if (kind !== 'results') throw new AdapterFailure('broken-answer', { passing: false });
    }
  }
  return {
    ...withoutServices(),
    readCourses: () => rowsOf('catalogue'),
    async *readEnrolments(externalCourseId) {
      for await (const row of rowsOf('enrolments')) {
        if (row.externalCourseId === externalCourseId) yield enrolmentOf(row);
      }
    },
    async *readResults({ externalCourseId, learners }) {
      const wanted = new Set(learners.map(({ externalLearnerId }) => externalLearnerId));
      for await (const { learner, results, ...row } of rowsOf('results')) {
        if (row.externalCourseId !== externalCourseId || !wanted.has(learner.value)) continue;
        for (const result of results) yield { externalCourseId, externalLearnerId: learner.value, ...result };
      }
    },
  };
}

function enrolmentOf({ learner, externalCourseId, state }: RowOf['enrolments']): ExternalEnrolment {
  const subject = learner.by === 'subject' ? { subject: learner.value } : {};
  return { externalCourseId, externalLearnerId: learner.value, ...subject, state };
}

import { answerPage, type Portal } from '../visit.ts';
import { RecordsPage } from './pages.ts';
import type { RecordsPorts } from './ports.ts';

export function registerRecords(portal: Portal, ports: RecordsPorts): void {
  portal.person(
    { method: 'GET', path: '/my-records', access: ['person'], viewable: true },
    async ({ context, ui, person }) => {
      const pageToken = context.req.query('page');
      const { lines, nextPageToken } = await ports.recordsOf(person, pageToken);
      const isFirst = pageToken === undefined;
      return answerPage(
        context,
        <RecordsPage ui={ui} lines={lines} next={nextPageToken} isFirst={isFirst} />,
      );
    },
  );
}

import { answerPage, type Portal } from '../visit.ts';
import { LearningPage, PeoplePage, PullPage } from './pages.ts';
import type { AgencyPorts } from './ports.ts';

const access = ['role:agency-admin'] as const;

export function registerAgency(portal: Portal, ports: AgencyPorts): void {
  portal.person(
    { method: 'GET', path: '/agency/people', access, reads: { what: 'people' } },
    async ({ context, ui, person }) => {
      const token = context.req.query('page');
      const { people, nextPageToken } = await ports.peopleOf(person, token);
      const isFirst = token === undefined;
      return answerPage(
        context,
        <PeoplePage ui={ui} people={people} next={nextPageToken} isFirst={isFirst} />,
      );
    },
  );
  portal.person(
    { method: 'GET', path: '/agency/learning', access, reads: { what: 'learning' } },
    async ({ context, ui, person }) => {
      const token = context.req.query('page');
      const { rows, nextPageToken } = await ports.learningOf(person, token);
      const isFirst = token === undefined;
      return answerPage(context, <LearningPage ui={ui} rows={rows} next={nextPageToken} isFirst={isFirst} />);
    },
  );
  portal.person({ method: 'GET', path: '/agency/pull', access }, async ({ context, ui, person }) =>
    answerPage(context, <PullPage ui={ui} view={await ports.pullOf(person)} />),
  );
}

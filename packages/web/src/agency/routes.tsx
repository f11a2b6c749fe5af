import { answerPage, type Portal } from '../visit.ts';
import { LearningPage, PeoplePage, PullPage } from './pages.ts';
import type { AgencyPorts } from './ports.ts';

const access = ['role:agency-admin'] as const;

const longestSearch = 254;

/** As names are written; undefined for no words at all. */
function wordsIn(typed: string | undefined): string | undefined {
  const words = typed?.trim().replaceAll(/\s+/g, ' ').slice(0, longestSearch).toWellFormed();
  return words === '' ? undefined : words;
}

export function registerAgency(portal: Portal, ports: AgencyPorts): void {
  portal.person(
    { method: 'GET', path: '/agency/people', access, reads: { what: 'people' } },
    async ({ context, ui, person }) => {
      const token = context.req.query('page');
      const search = wordsIn(context.req.query('q'));
      const { people, nextPageToken: next } = await ports.peopleOf(person, { search, pageToken: token });
      const isFirst = token === undefined;
      return answerPage(context, <PeoplePage {...{ ui, people, search, next, isFirst }} />);
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

import { answerPage, type Portal } from '../visit.ts';
import { StatementPage, StatementsPage } from './pages.ts';
import type { StatementsPorts } from './ports.ts';

const access = ['role:agency-admin'] as const;
const reads = { what: 'statements' } as const;
const statementsPath = '/agency/statements';

export function registerStatements(
  portal: Portal,
  ports: StatementsPorts,
  options: { readonly notFound: () => Error },
): void {
  portal.person({ method: 'GET', path: statementsPath, access, reads }, async ({ context, ui, person }) => {
    const { readSearch } = await import('./read-search.ts');
    const { form, search } = readSearch(ui, (name) => context.req.query(name));
    if (!search) return answerPage(context, <StatementsPage ui={ui} form={form} isFirst />, 422);
    const list = await ports.search(person, search);
    const isFirst = search.pageToken === undefined;
    if (list !== 'nobody')
      return answerPage(context, <StatementsPage ui={ui} form={form} list={list} isFirst={isFirst} />);
    const wrong = { ...form, errors: { who: ui.t.statements.nobody } };
    return answerPage(context, <StatementsPage ui={ui} form={wrong} isFirst />, 422);
  });
  portal.person(
    { method: 'GET', path: `${statementsPath}/:statementId`, access, reads },
    async ({ context, ui, person }) => {
      const view = await ports.statementOf(person, context.req.param('statementId') ?? '');
      if (!view) throw options.notFound();
      return answerPage(context, <StatementPage ui={ui} view={view} />);
    },
  );
}

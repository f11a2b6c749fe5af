import { AgencyMenu } from '../agency/menu.tsx';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { EmptyState, hrefOf, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { FilterFields, Lines } from './page.tsx';
import { officePath } from './paths.ts';
import type { OfficeQuery, ReadingView } from './ports.ts';

/** Who of an agency's office looked at whose records, and why. */
export function OfficePage(props: {
  readonly ui: Ui;
  readonly lines: readonly ReadingView[];
  readonly next?: string | undefined;
  readonly query: OfficeQuery;
  readonly form: FormState;
}) {
  const { ui, lines, query, next, form } = props;
  const { access } = ui.t;
  return (
    <Shell
      ui={ui}
      title={access.officeTitle}
      section="agency"
      menu={<AgencyMenu ui={ui} current={officePath} />}
    >
      <PageHeading title={access.officeTitle} lead={access.officeLead} />
      <form method="get" action={officePath} class="panel mb-6 p-5">
        <FormProblem ui={ui} form={form} />
        <div class="grid gap-x-4 sm:grid-cols-2">
          <FilterFields ui={ui} form={form} />
        </div>
        <button type="submit" class="btn btn-primary">
          {access.filter}
        </button>
      </form>
      {lines.length === 0 ? (
        <EmptyState icon="list" title={access.emptyTitle} text={access.emptyText} />
      ) : (
        <Lines ui={ui} lines={lines} title={access.officeTitle} />
      )}
      <p class="mt-5 flex flex-wrap gap-2">
        {next !== undefined && (
          <a class="btn" href={hrefOf(officePath, { ...query, before: next })}>
            {ui.t.privacy.older}
          </a>
        )}
        {lines.length > 0 && (
          <a class="btn" href={hrefOf(`${officePath}/file`, { ...query, before: undefined })}>
            {access.download}
          </a>
        )}
      </p>
    </Shell>
  );
}

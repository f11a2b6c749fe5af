import { noonOf } from '../course/standing.tsx';
import { budgetWords } from '../i18n/budget.ts';
import type { NoticeName } from '../i18n/problem.ts';
import type { FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { BudgetFrame } from './frame.tsx';
import { quotaLinesPath } from './paths.ts';
import type { QuotaLineView } from './ports.ts';

/** On which line the seats of each quota are bound. */
export function QuotaLinesPage(props: {
  readonly ui: Ui;
  readonly quotas: readonly QuotaLineView[];
  readonly notice: NoticeName | undefined;
  readonly refused?: FormState;
}) {
  const { ui, quotas, refused } = props;
  const words = budgetWords[ui.locale];
  const failure = refused && (refused.failure ?? Object.values(refused.errors)[0]);
  return (
    <BudgetFrame ui={ui} title={words.quotas} current={quotaLinesPath} notice={props.notice}>
      <PageHeading title={words.quotas} lead={words.quotasLead} />
      {failure !== undefined && (
        <div class="mb-4">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      {quotas.length === 0 ? (
        <EmptyState icon="book" title={words.quotasNone} text={words.quotasNoneText} />
      ) : (
        <Table caption={words.quotas} columns={words.quotasColumns}>
          {quotas.map((quota) => (
            <tr>
              <th scope="row" class="font-medium">
                {nameOf(ui, quota)}
              </th>
              <td class="whitespace-nowrap">
                {ui.format.date(noonOf(quota.from))} – {ui.format.date(noonOf(quota.to))}
              </td>
              <td>
                {quota.payer === 'agency' ? (
                  <Choice ui={ui} quota={quota} />
                ) : (
                  <span class="quiet">{words.notAgency}</span>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </BudgetFrame>
  );
}

const nameOf = (ui: Ui, { course, provider }: QuotaLineView): string =>
  course ? plainText(ui, course) : budgetWords[ui.locale].allOf(provider);

function Choice({ ui, quota }: { readonly ui: Ui; readonly quota: QuotaLineView }) {
  const words = budgetWords[ui.locale];
  const { lineId, lines } = quota;
  const isListed = lineId === undefined || lines.some((one) => one.lineId === lineId);
  const options = isListed ? lines : [{ lineId, name: lineId }, ...lines];
  return (
    <form
      method="post"
      action={`${quotaLinesPath}/${encodeURIComponent(quota.quotaId)}`}
      class="flex flex-wrap items-center gap-2"
    >
      <input type="hidden" name="rev" value={quota.rev} />
      <select name="line" class="select" aria-label={words.quotaLine(nameOf(ui, quota))}>
        <option value="" selected={lineId === undefined}>
          {words.noLine}
        </option>
        {options.map((one) => (
          <option value={one.lineId} selected={one.lineId === lineId}>
            {one.name}
          </option>
        ))}
      </select>
      <button type="submit" class="btn btn-sm">
        {words.choose}
      </button>
    </form>
  );
}

import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { sealRowsPath, sealsPath } from './paths.ts';
import type { SealRowView, SealStateName } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly state: SealStateName;
  readonly rows: readonly SealRowView[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Documents in one state, by their numbers. */
export function SealRowsPage(props: Props) {
  const { ui, state, rows, form } = props;
  const words = ui.t.seals;
  return (
    <Shell
      ui={ui}
      title={words.state[state]}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={sealsPath} />}
    >
      <PageHeading
        title={words.state[state]}
        lead={words.stateText[state]}
        trail={<Trail ui={ui} links={[[sealsPath, words.title]]} />}
        actions={rows.length > 0 && isTriable(state) && <RetryAll ui={ui} state={state} />}
      />
      <FormProblem ui={ui} form={form} />
      {rows.length === 0 ? (
        <EmptyState icon="list" title={words.noRows} text={words.noRowsText} />
      ) : (
        <Rows {...props} />
      )}
      <Paging ui={ui} path={sealRowsPath} query={{ state }} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

const isTriable = (state: SealStateName): boolean => state === 'refused' || state === 'unsure';

function RetryAll({ ui, state }: Pick<Props, 'ui' | 'state'>) {
  return (
    <form method="post" action={`${sealRowsPath}/retry-all`}>
      <input type="hidden" name="state" value={state} />
      <button type="submit" class="btn">
        {ui.t.seals.retryAll}
      </button>
    </form>
  );
}

function Rows({ ui, state, rows }: Props) {
  const words = ui.t.seals;
  const { document, why, since, act } = words.columns;
  const columns = isTriable(state) ? [document, why, since, act] : [document, why, since];
  return (
    <Table caption={words.state[state]} columns={columns} cards>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {words.kind[row.kind]} <span class="font-mono">{row.number}</span>{' '}
            <span class="quiet text-sm">{words.editionOf(ui.format.number(row.edition))}</span>
          </th>
          <td data-label={why}>
            {row.because ? words.reason[row.because] : '–'}
            {row.words && <span class="quiet block text-sm">{words.said(row.words)}</span>}
          </td>
          <td data-label={since}>
            <When ui={ui} at={row.changedAt} />
          </td>
          {isTriable(state) && (
            <td data-label={act}>
              <form method="post" action={`${sealRowsPath}/retry`}>
                <input type="hidden" name="kind" value={row.kind} />
                <input type="hidden" name="number" value={row.number} />
                <input type="hidden" name="edition" value={String(row.edition)} />
                <input type="hidden" name="state" value={state} />
                <button
                  type="submit"
                  class="btn"
                  aria-label={words.retryOf(`${words.kind[row.kind]} ${row.number}`)}
                >
                  {words.retry}
                </button>
              </form>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

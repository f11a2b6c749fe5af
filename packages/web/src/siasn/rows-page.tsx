import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { siasnLineHref, siasnPath, siasnRowsPath } from './paths.ts';
import type { SiasnRowView, SiasnStateName } from './ports.ts';
import { reasonsOf, warningOf } from './reasons.ts';

/** Lines in one state. */
export function SiasnRowsPage(props: {
  readonly ui: Ui;
  readonly state: SiasnStateName;
  readonly rows: readonly SiasnRowView[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, state, rows } = props;
  const words = ui.t.siasn;
  const { person, line, why, since } = words.columns;
  return (
    <Shell
      ui={ui}
      title={words.state[state]}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={siasnPath} />}
    >
      <PageHeading
        title={words.state[state]}
        lead={words.stateText[state]}
        trail={<Trail ui={ui} links={[[siasnPath, words.title]]} />}
      />
      {rows.length === 0 ? (
        <EmptyState icon="list" title={words.noRows} text={words.noRowsText} />
      ) : (
        <Table caption={words.state[state]} columns={[line, person, why, since]} cards>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <a class="text-link inline-flex min-h-8 items-center" href={siasnLineHref(row)}>
                  {row.title}
                </a>
              </th>
              <td data-label={person}>{row.name}</td>
              <td data-label={why}>
                {row.isTrial && <span class="tag mr-2">{words.trial}</span>}
                <Why ui={ui} row={row} />
              </td>
              <td data-label={since}>
                <When ui={ui} at={row.changedAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={siasnRowsPath} query={{ state }} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

function Why({ ui, row }: { readonly ui: Ui; readonly row: SiasnRowView }) {
  const [reasons, warning] = [reasonsOf(ui, row), warningOf(ui, row)];
  if (reasons === '' && warning === undefined) return <>–</>;
  return (
    <>
      {reasons}
      {warning !== undefined && <p class="font-medium">{warning}</p>}
    </>
  );
}

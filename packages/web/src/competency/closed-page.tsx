import { indicatorsPath } from '../budget/paths.ts';
import { competencyWords } from '../i18n/competency.ts';
import { closedWords } from '../i18n/competency-closed.ts';
import { EmptyState, hrefOf, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ClosedView } from './desk-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import { dayText, levelText } from './parts.tsx';
import { closedPath, mapPath, personPath } from './paths.ts';

/** What the gap points of a year are made of: a row for each level that another assessment has found; it opens the person. */
export function ClosedPage(props: { readonly ui: Ui; readonly view: ClosedView; readonly isFirst: boolean }) {
  const { ui, view, isFirst } = props;
  const words = closedWords[ui.locale];
  const { year } = view;
  const query = { year: String(year) };
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.title(year)} current={mapPath}>
      <PageHeading
        title={words.title(year)}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[mapPath, competencyWords[ui.locale].mapTitle]]} />}
      />
      <nav aria-label={words.years} class="no-print mb-4 flex flex-wrap gap-3">
        {[year - 1, year + 1].map((other) => (
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={hrefOf(closedPath, { year: String(other) })}
          >
            {other}
          </a>
        ))}
        <a class="text-link inline-flex min-h-8 items-center" href={hrefOf(indicatorsPath, query)}>
          {words.indicator}
        </a>
      </nav>
      <p class="mb-3">{words.sum(signed(ui, view.points), ui.format.number(view.changes))}</p>
      {view.rows.length === 0 ? (
        <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <Rows ui={ui} view={view} />
      )}
      <Paging ui={ui} path={closedPath} query={query} next={view.nextPageToken} isFirst={isFirst} />
    </CompetencyFrame>
  );
}

const signed = (ui: Ui, points: number): string =>
  `${points < 0 ? '−' : '+'}${ui.format.number(Math.abs(points))}`;

function Rows({ ui, view }: { readonly ui: Ui; readonly view: ClosedView }) {
  const words = closedWords[ui.locale];
  const competency = competencyWords[ui.locale];
  const { columns } = words;
  return (
    <Table caption={words.title(view.year)} columns={Object.values(columns)} cards>
      {view.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.person ? (
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={personPath('agency', row.person.personId)}
              >
                {row.person.name}
              </a>
            ) : (
              <span class="quiet">{words.gone}</span>
            )}
            {row.person && (
              <span class="quiet block text-sm font-normal">{row.person.unit ?? competency.noUnit}</span>
            )}
          </th>
          <td data-label={columns.competency}>
            <Text ui={ui} map={row.competency} />
          </td>
          <td data-label={columns.levels}>
            {`${levelText(ui, row.before)} → ${levelText(ui, row.after)}`}
            <span class="quiet block text-sm">{words.required(levelText(ui, row.required))}</span>
          </td>
          <td data-label={columns.points} class="tabular-nums">
            {signed(ui, row.points)}
          </td>
          <td data-label={columns.day} class="whitespace-nowrap">
            {dayText(ui, row.day)}
          </td>
          <td data-label={columns.source}>
            {row.source
              ? competency.assessedOn(
                  competency.method[row.source.method],
                  dayText(ui, row.source.assessedOn),
                )
              : '–'}
          </td>
        </tr>
      ))}
    </Table>
  );
}

import { competencyWords } from '../i18n/competency.ts';
import { competencyFileWords } from '../i18n/competency-files.ts';
import { followUpWords } from '../i18n/competency-follow-up.ts';
import { bandsWords } from '../i18n/match-bands.ts';
import { Block, EmptyState, hrefOf, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import {
  type ConcernedView,
  type ConcernedWish,
  type FollowCounts,
  followListNames,
  type MapCellView,
  type MapPartView,
  type MapView,
} from './desk-ports.ts';
import { followCount } from './follow-up-page.tsx';
import { CompetencyFrame } from './frame.tsx';
import { levelText, nameText } from './parts.tsx';
import {
  bandsPath,
  concernedFilePath,
  concernedPath,
  dictionaryPath,
  followUpPath,
  listsPath,
  mapFilePath,
  mapPath,
  personPath,
  standardsPath,
} from './paths.ts';
import { Suggestions } from './suggestions.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: MapView;
}

const mapHref = (unitId: string | undefined): string => hrefOf(mapPath, { unit: unitId });

const queryOf = ({ unitId, own, competencyId, standing }: ConcernedWish) => ({
  ...{ competency: competencyId, standing, unit: unitId, own: own ? '1' : undefined },
});

/** Unit by competency; a number opens the people behind it. */
export function MapPage({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  const trail = [
    ...(view.unit ? [[mapPath, words.mapTitle] as const] : []),
    ...view.path.map(({ unitId, name }) => [mapHref(unitId), name] as const),
  ];
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.mapTitle} current={mapPath}>
      <PageHeading
        title={view.unit ? `${words.mapTitle}: ${view.unit.name}` : words.mapTitle}
        lead={words.mapLead(view.agency)}
        trail={trail.length > 0 && <Trail ui={ui} links={trail} />}
        actions={
          <>
            <FollowUpLink ui={ui} counts={view.followUps} />
            <a class="btn" href={standardsPath}>
              {words.standards}
            </a>
            <a class="btn" href={bandsPath}>
              {bandsWords[ui.locale].open}
            </a>
            <a class="btn" href={dictionaryPath}>
              {words.dictionary}
            </a>
            <a class="btn" href={listsPath}>
              {words.lists.open}
            </a>
          </>
        }
      />
      {view.competencies.length === 0 ? (
        <EmptyState icon="chart" title={words.mapEmptyTitle} text={words.mapEmptyText}>
          <a class="btn btn-primary" href={standardsPath}>
            {words.standards}
          </a>
        </EmptyState>
      ) : (
        <>
          <p class="quiet mb-3 max-w-[80ch] text-sm">{words.mapRule}</p>
          <MapTable ui={ui} view={view} />
          <Files ui={ui} path={mapFilePath} query={{ unit: view.unit?.unitId }} />
          <div class="mt-8">
            <Block id="suggestions" title={words.suggestions}>
              <Suggestions ui={ui} suggestions={view.suggestions} />
            </Block>
          </div>
        </>
      )}
    </CompetencyFrame>
  );
}

/** To the plans that wait for the agency, with how many there are. */
function FollowUpLink({ ui, counts }: { readonly ui: Ui; readonly counts: FollowCounts }) {
  const words = followUpWords[ui.locale];
  const shown = followListNames.filter((name) => counts[name].count > 0);
  return (
    <a class="btn" href={hrefOf(followUpPath, { list: shown[0] })}>
      {words.title}
      {shown.map((name) => (
        <span class={`tag ${name === 'overdue' ? 'tag-error' : 'tag-warning'}`}>
          <span class="sr-only">{words.list[name]}: </span>
          {followCount(ui, counts[name])}
        </span>
      ))}
    </a>
  );
}

/** What the page shows, for spreadsheets. */
function Files(props: {
  readonly ui: Ui;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}) {
  const { ui, path, query } = props;
  const words = competencyFileWords[ui.locale];
  return (
    <p class="no-print mt-3 flex flex-wrap gap-2">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a class="btn" href={hrefOf(path, { ...query, format })}>
          {format === 'xlsx' ? words.excel : words.csv}
        </a>
      ))}
    </p>
  );
}

function MapTable({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  const columns = [
    words.unit,
    words.people,
    ...view.competencies.map(({ name }) => (
      <span class="block w-32 whitespace-normal">{nameText(ui, name)}</span>
    )),
  ];
  return (
    <Table caption={words.mapCaption} columns={columns}>
      {view.parts.map((part) => (
        <PartRow ui={ui} view={view} part={part} own={part.unitId === ''} />
      ))}
      <PartRow ui={ui} view={view} part={view.total} own={false} isTotal />
    </Table>
  );
}

function PartRow(
  props: Props & { readonly part: MapPartView; readonly own: boolean; readonly isTotal?: boolean },
) {
  const { ui, view, part, own, isTotal = false } = props;
  const words = competencyWords[ui.locale];
  const name = isTotal
    ? words.all
    : (part.name ?? (view.unit ? words.ownUnit(view.unit.name) : words.noUnit));
  const unitId = own || isTotal ? view.unit?.unitId : part.unitId;
  return (
    <tr class={isTotal ? 'font-semibold' : undefined}>
      <th scope="row" class="whitespace-nowrap font-medium">
        {!own && !isTotal ? (
          <a class="text-link inline-flex min-h-8 items-center" href={mapHref(part.unitId)}>
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <td class="tabular-nums">{ui.format.number(part.people)}</td>
      {view.competencies.map((competency) => {
        const wish = { own, competencyId: competency.competencyId, ...(unitId !== undefined && { unitId }) };
        const label = `${name}, ${nameText(ui, competency.name)}`;
        return <Cell ui={ui} cell={part.cells[competency.competencyId]} wish={wish} label={label} />;
      })}
    </tr>
  );
}

/** Tints for the eye; the share stands in the words. */
const tintOf = ({ short, assessed }: MapCellView): string => {
  const share = assessed === 0 ? 0 : short / assessed;
  if (share === 0) return '';
  return share < 0.34 ? 'bg-warning/10' : share < 0.67 ? 'bg-warning/25' : 'bg-error/20';
};

function Cell(props: {
  readonly ui: Ui;
  readonly cell: MapCellView | undefined;
  readonly wish: Omit<ConcernedWish, 'standing'>;
  readonly label: string;
}) {
  const { ui, cell, wish, label } = props;
  const words = competencyWords[ui.locale];
  if (!cell) return <td class="quiet">–</td>;
  const standing = cell.assessed === 0 ? ('not-assessed' as const) : ('short' as const);
  const text = cell.hidden
    ? words.cellHidden
    : cell.assessed === 0
      ? words.cellOpen
      : words.cell(ui.format.number(cell.short), ui.format.number(cell.assessed));
  return (
    <td class={`whitespace-nowrap tabular-nums ${cell.hidden ? '' : tintOf(cell)}`}>
      <a
        class="text-link inline-flex min-h-8 items-center"
        href={hrefOf(concernedPath, queryOf({ ...wish, standing }))}
        aria-label={`${label}: ${text}`}
      >
        {text}
      </a>
    </td>
  );
}

/** People who stand so in a competency. */
export function ConcernedPage(props: {
  readonly ui: Ui;
  readonly view: ConcernedView;
  readonly wish: ConcernedWish;
  readonly isFirst: boolean;
}) {
  const { ui, view, wish, isFirst } = props;
  const words = competencyWords[ui.locale];
  const columns = words.listColumns;
  const title = `${nameText(ui, view.competency)}: ${words.filter[wish.standing]}`;
  const trail = [
    [mapPath, words.mapTitle] as const,
    ...(view.unit === undefined || wish.unitId === undefined
      ? []
      : [[mapHref(wish.unitId), view.unit] as const]),
  ];
  return (
    <CompetencyFrame ui={ui} desk="agency" title={title} current={mapPath}>
      <PageHeading title={title} trail={<Trail ui={ui} links={trail} />} />
      <nav aria-label={words.filter[wish.standing]} class="mb-4 flex flex-wrap gap-2">
        {(['short', 'met', 'not-assessed'] as const).map((standing) => (
          <a
            class="tab-link"
            href={hrefOf(concernedPath, queryOf({ ...wish, standing }))}
            aria-current={standing === wish.standing ? 'page' : undefined}
          >
            {words.filter[standing]}
          </a>
        ))}
      </nav>
      {view.rows.length === 0 ? (
        <EmptyState
          icon="check"
          title={words.listEmptyTitle}
          text={view.nextPageToken === undefined ? words.listEmptyText : words.listMore}
        />
      ) : (
        <Table
          caption={title}
          columns={[columns.name, columns.unit, columns.post, columns.required, columns.held]}
          cards
        >
          {view.rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <a
                  class="text-link inline-flex min-h-8 items-center"
                  href={personPath('agency', row.personId)}
                >
                  {row.name}
                </a>
              </th>
              <td data-label={columns.unit}>{row.unit ?? words.noUnit}</td>
              <td data-label={columns.post}>{row.post ?? '–'}</td>
              <td data-label={columns.required}>{levelText(ui, row.required)}</td>
              <td data-label={columns.held}>
                {row.held === undefined ? words.standing['not-assessed'] : levelText(ui, row.held)}
                {row.gap > 0 && <span class="quiet block text-sm">{words.gap(row.gap)}</span>}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {view.rows.length > 0 && <Files ui={ui} path={concernedFilePath} query={queryOf(wish)} />}
      <Paging
        ui={ui}
        path={concernedPath}
        query={queryOf(wish)}
        next={view.nextPageToken}
        isFirst={isFirst}
      />
    </CompetencyFrame>
  );
}

import { AgencyFrame } from '../agency/frame.tsx';
import { citizensPath } from '../citizens/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { themeWords } from '../i18n/themes.ts';
import { Confirmation } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { daysOf, periodName } from './parts.tsx';
import { themeListPath, themesPath } from './paths.ts';
import type { ThemeCountView, ThemeListView, ThemeRowView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly list: ThemeListView;
  readonly failure?: string | undefined;
  readonly notice?: NoticeName | undefined;
}

const trailOf = (ui: Ui) =>
  [
    [citizensPath, themeWords[ui.locale].citizens],
    [themesPath, themeWords[ui.locale].title],
  ] as const;

/** What would come of a list, row by row; or what came of it. */
export function ThemeListPage({ ui, list, failure, notice }: Props) {
  const words = themeWords[ui.locale];
  const { rows, counts, state, ignored } = list;
  const news = counts.created + counts.changed;
  const tell = state === 'tried' || state === 'taking' ? words.tried : words.done;
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.listTitle} notice={notice}>
      <PageHeading
        title={words.listTitle}
        lead={`${list.name || words.nameless} · ${words.states[state]}`}
        trail={<Trail ui={ui} links={trailOf(ui)} />}
      />
      {failure && (
        <div class="mb-4">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <div class="mb-4">
        <Notice tone={counts.refused > 0 ? 'warning' : 'success'}>
          {tell({
            created: ui.format.number(counts.created),
            changed: ui.format.number(counts.changed),
            skipped: ui.format.number(counts.skipped),
            refused: ui.format.number(counts.refused),
          })}
        </Notice>
      </div>
      {ignored.length > 0 && <p class="mb-4">{words.ignored(ignored.join(', '))}</p>}
      {rows ? <Actions ui={ui} list={list} news={news} /> : <p class="mb-4">{words.gone}</p>}
      {rows && <Rows ui={ui} rows={rows} />}
    </AgencyFrame>
  );
}

function Actions(props: { readonly ui: Ui; readonly list: ThemeListView; readonly news: number }) {
  const { ui, list, news } = props;
  const words = themeWords[ui.locale];
  const here = themeListPath(list.listId);
  const isOpen = list.state === 'tried' || list.state === 'taking';
  return (
    <div class="mb-6 flex flex-wrap gap-2">
      {isOpen && news > 0 && (
        <form method="post" action={`${here}/take`}>
          <button type="submit" class="btn btn-primary">
            {list.state === 'taking' ? words.goOn : words.take}
          </button>
        </form>
      )}
      {(list.state === 'taken' || list.state === 'undoing') && news > 0 && (
        <a class="btn" href={`${here}/undo`}>
          {words.undo}
        </a>
      )}
      {list.counts.refused > 0 &&
        (['xlsx', 'csv'] as const).map((format) => (
          <a class="btn" href={hrefOf(`${here}/refused`, { format })}>
            {words.refusedFile(format === 'csv' ? 'CSV' : 'Excel')}
          </a>
        ))}
    </div>
  );
}

const tones: Readonly<Record<ThemeRowView['outcome'], string>> = {
  ...{ created: 'tag tag-success', changed: 'tag tag-info', skipped: 'tag', refused: 'tag tag-error' },
};

/** Refused ones first: they are to be mended. Then those that change what stands. */
const order: Readonly<Record<ThemeRowView['outcome'], number>> = {
  ...{ refused: 0, changed: 1, created: 2, skipped: 3 },
};

function Rows({ ui, rows }: { readonly ui: Ui; readonly rows: readonly ThemeRowView[] }) {
  const words = themeWords[ui.locale];
  const [row, outcome, says, remark] = words.rowColumns;
  return (
    <Block id="rows" title={words.rows}>
      <Table caption={words.rows} columns={words.rowColumns} cards>
        {rows
          .toSorted((a, b) => order[a.outcome] - order[b.outcome] || a.row - b.row)
          .map((one) => (
            <tr>
              <th scope="row" class="font-normal tabular-nums">
                <span class="sr-only">{row} </span>
                {ui.format.number(one.row)}
              </th>
              <td data-label={outcome}>
                <span class={tones[one.outcome]}>{words.outcomes[one.outcome]}</span>
              </td>
              <td data-label={says} class="break-words">
                {one.says ? (
                  <>
                    {one.service}: {one.says.theme}
                    <span class="quiet block text-sm">
                      {periodName(ui, one.says.period)} · {words.channels[one.says.channel]} ·{' '}
                      {numbersOf(ui, one.says)}
                    </span>
                  </>
                ) : (
                  '–'
                )}
              </td>
              <td data-label={remark}>
                {one.column !== undefined && <span class="font-medium">{one.column}: </span>}
                {one.problem && <Text ui={ui} map={one.problem} />}
                {one.outcome === 'changed' && one.before && words.replaces(numbersOf(ui, one.before))}
                {!one.problem && one.outcome !== 'changed' && '–'}
              </td>
            </tr>
          ))}
      </Table>
    </Block>
  );
}

const numbersOf = (ui: Ui, { count, handled, medianTenths }: ThemeCountView): string =>
  themeWords[ui.locale].numbers(ui.format.number(count), ui.format.number(handled), daysOf(ui, medianTenths));

/** Before the numbers of a list go again. */
export function UndoPage({ ui, list, failure }: Props) {
  const words = themeWords[ui.locale];
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.undoTitle}>
      <Confirmation
        ui={ui}
        title={words.undoTitle}
        text={words.undoText(
          list.name || words.nameless,
          ui.format.number(list.counts.created),
          ui.format.number(list.counts.changed),
        )}
        action={`${themeListPath(list.listId)}/undo`}
        confirm={words.undo}
        back={themeListPath(list.listId)}
        danger
        failure={failure}
      />
    </AgencyFrame>
  );
}

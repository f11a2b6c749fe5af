import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { studioEventsPath } from '../events/paths.ts';
import { evaluationResultWords } from '../i18n/evaluation-results.ts';
import { Icon } from '../layout/icon.tsx';
import { Block, EmptyState, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { resultsPath, studioResultsPath, subjectResultsPath } from './paths.ts';
import {
  type ResultsView,
  type SubjectResultsView,
  type WordGroup,
  wordGroups,
  type YearResultsView,
} from './ports.ts';
import { groupMean, LevelFigures, Levels, meanText, ResultRules, signed } from './result-parts.tsx';

interface YearProps {
  readonly ui: Ui;
  readonly view: YearResultsView;
}

/** What an agency's people say of what they took, by organiser and by course. */
export function YearResultsPage({ ui, view }: YearProps) {
  const words = evaluationResultWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="agency" menu={<AgencyMenu ui={ui} current={resultsPath} />}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={view.subjects.length > 0 && <Downloads ui={ui} view={view} />}
      />
      <Filters ui={ui} view={view} />
      {view.subjects.length === 0 ? (
        <EmptyState icon="chart" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <LevelFigures ui={ui} results={view.all} />
          <Owners ui={ui} view={view} />
          <Subjects ui={ui} view={view} />
          <ResultRules ui={ui} />
        </>
      )}
    </Shell>
  );
}

const queryOf = ({ year, kind, owner }: YearResultsView) => ({ year: String(year), kind, owner });

function Downloads({ ui, view }: YearProps) {
  const words = evaluationResultWords[ui.locale];
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a class="btn" href={hrefOf(`${resultsPath}/file`, { ...queryOf(view), format })}>
          <Icon name="download" />
          {words.download[format]}
        </a>
      ))}
    </>
  );
}

function Filters({ ui, view }: YearProps) {
  const words = evaluationResultWords[ui.locale];
  return (
    <form method="get" action={resultsPath} class="panel mb-6 flex flex-wrap items-end gap-3 p-4">
      <Choice
        name="year"
        label={words.year}
        value={String(view.year)}
        options={view.years.map((year) => [String(year), String(year)])}
      />
      <Choice
        name="kind"
        label={words.kind}
        value={view.kind ?? ''}
        options={[
          ['', words.all],
          ['course', words.kinds.course],
          ['event', words.kinds.event],
        ]}
      />
      <Choice
        name="owner"
        label={words.owner}
        value={view.owner ?? ''}
        options={[['', words.all], ...view.choices.map((one) => [one.ownerKey, one.owner] as const)]}
      />
      <button type="submit" class="btn btn-primary">
        {words.show}
      </button>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}) {
  const { name, label, value, options } = props;
  return (
    <div class="grow basis-40">
      <label for={`field-${name}`} class="mb-1 block text-sm font-medium">
        {label}
      </label>
      <select id={`field-${name}`} name={name} class="select w-full appearance-none">
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The cells that organisers and subjects share. */
function LevelCells({ ui, line }: { readonly ui: Ui; readonly line: ResultsView }) {
  const words = evaluationResultWords[ui.locale];
  const { columns } = words;
  const { number } = ui.format;
  const cell = (text: string, answers: number | undefined) =>
    answers === undefined ? (
      <span class="quiet">{words.few}</span>
    ) : (
      <>
        {text}
        <span class="quiet block text-sm">{words.answersOf(number(answers))}</span>
      </>
    );
  const { reaction, learning, applied, supervisor } = line;
  return (
    <>
      <td data-label={columns.completed} class="tabular-nums">
        {number(line.completed)}
      </td>
      <td data-label={columns.reaction} class="tabular-nums">
        {cell(meanText(ui, groupMean(reaction)), reaction?.answers)}
      </td>
      <td data-label={columns.gain} class="tabular-nums">
        {cell(signed(ui, learning?.gain ?? 0), learning?.answers)}
      </td>
      <td data-label={columns.applied} class="tabular-nums">
        {cell(meanText(ui, groupMean(applied)), applied?.answers)}
      </td>
      <td data-label={columns.supervisor} class="tabular-nums">
        {cell(meanText(ui, groupMean(supervisor)), supervisor?.answers)}
      </td>
    </>
  );
}

function Owners({ ui, view }: YearProps) {
  const words = evaluationResultWords[ui.locale];
  const { columns } = words;
  return (
    <Block id="owners" title={words.byOwner}>
      <Table
        caption={words.byOwner}
        columns={[
          ...[columns.owner, columns.completed, columns.reaction],
          ...[columns.gain, columns.applied, columns.supervisor],
        ]}
        cards
      >
        {view.owners.map((line) => (
          <tr>
            <th scope="row" class="font-medium">
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={hrefOf(resultsPath, { ...queryOf(view), owner: line.ownerKey })}
              >
                {line.owner}
              </a>
            </th>
            <LevelCells ui={ui} line={line} />
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Subjects({ ui, view }: YearProps) {
  const words = evaluationResultWords[ui.locale];
  const { columns } = words;
  return (
    <Block id="subjects" title={words.bySubject}>
      <Table
        caption={words.bySubject}
        columns={[
          ...[columns.subject, columns.completed, columns.reaction],
          ...[columns.gain, columns.applied, columns.supervisor],
        ]}
        cards
      >
        {view.subjects.map((line) => (
          <tr>
            <th scope="row" class="font-medium">
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={hrefOf(subjectResultsPath(line.kind, line.subjectId), { year: String(view.year) })}
              >
                <Text ui={ui} map={line.title} />
              </a>
              <span class="quiet block text-sm font-normal">
                {words.kinds[line.kind]} · {line.owner}
              </span>
            </th>
            <LevelCells ui={ui} line={line} />
          </tr>
        ))}
      </Table>
    </Block>
  );
}

interface SubjectProps {
  readonly ui: Ui;
  readonly view: SubjectResultsView;
}

/** One course or event, for the agency. */
export function SubjectResultsPage({ ui, view }: SubjectProps) {
  const words = evaluationResultWords[ui.locale];
  const path = subjectResultsPath(view.kind, view.subjectId);
  return (
    <Shell
      ui={ui}
      title={plainText(ui, view.title)}
      section="agency"
      menu={<AgencyMenu ui={ui} current={resultsPath} />}
    >
      <PageHeading
        title={<Text ui={ui} map={view.title} />}
        lead={`${words.kinds[view.kind]} · ${view.owner}`}
        trail={<Trail ui={ui} links={[[hrefOf(resultsPath, { year: String(view.year) }), words.title]]} />}
        actions={<Years ui={ui} view={view} path={path} />}
      />
      <Subject ui={ui} view={view} path={path} />
    </Shell>
  );
}

/** One course or event, for who offers it; beside the stars of the catalogue, which are told to everybody. */
export function StudioResultsPage(props: SubjectProps & { readonly isEmpty: boolean }) {
  const { ui, view } = props;
  const words = evaluationResultWords[ui.locale];
  const title = words.studioTitle(plainText(ui, view.title));
  const path = studioResultsPath(view.kind, view.subjectId);
  const isCourse = view.kind === 'course';
  const subject = `/studio/${view.kind}s/${encodeURIComponent(view.subjectId)}`;
  return (
    <Shell ui={ui} title={title} section="studio">
      <PageHeading
        title={title}
        lead={words.studioLead[view.kind]}
        trail={
          <Trail
            ui={ui}
            links={[
              isCourse ? ['/studio', ui.t.studio.title] : [studioEventsPath, ui.t.shell.events],
              [subject, <Text ui={ui} map={view.title} />],
            ]}
          />
        }
        actions={
          <>
            {isCourse && (
              <a class="btn" href={`${subject}/ratings`}>
                {words.toStars}
              </a>
            )}
            <Years ui={ui} view={view} path={path} />
          </>
        }
      />
      {props.isEmpty ? (
        <EmptyState icon="chart" title={words.emptyTitle} text={words.notYet} />
      ) : (
        <Subject ui={ui} view={view} path={path} />
      )}
    </Shell>
  );
}

function Years({ view, path }: SubjectProps & { readonly path: string }): Child {
  return view.years.map((year) => (
    <a
      class="btn btn-sm min-h-11"
      href={hrefOf(path, { year: String(year) })}
      aria-current={year === view.year ? 'page' : undefined}
    >
      {year}
    </a>
  ));
}

function Subject({ ui, view, path }: SubjectProps & { readonly path: string }) {
  return (
    <>
      <LevelFigures ui={ui} results={view} />
      <Levels ui={ui} results={view} />
      {wordGroups
        .filter((group) => view[group] !== undefined)
        .map((group) => (
          <Words ui={ui} view={view} path={path} group={group} />
        ))}
      <ResultRules ui={ui} />
    </>
  );
}

function Words(props: SubjectProps & { readonly path: string; readonly group: WordGroup }) {
  const { ui, view, path, group } = props;
  const words = evaluationResultWords[ui.locale];
  const { words: lines, next } = view.words[group];
  return (
    <Block id={`words-${group}`} title={words.words[group]}>
      {lines.length === 0 ? (
        <p class="quiet">{words.wordsNone}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {lines.map(({ text, month }) => (
            <li class="px-4 py-3">
              <p class="max-w-[68ch] whitespace-pre-line break-words">{text}</p>
              <p class="quiet mt-1 text-sm">{monthText(ui, month)}</p>
            </li>
          ))}
        </ul>
      )}
      {next !== undefined && (
        <p class="mt-3">
          <a
            class="btn"
            href={`${hrefOf(path, { year: String(view.year), of: group, page: next })}#words-${group}`}
          >
            {words.wordsMore}
          </a>
        </p>
      )}
    </Block>
  );
}

/** A month has no day. */
const monthText = (ui: Ui, month: string): string =>
  new Intl.DateTimeFormat(ui.locale === 'id' ? 'id-ID' : 'en-GB', {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${month}-15T00:00:00.000Z`));

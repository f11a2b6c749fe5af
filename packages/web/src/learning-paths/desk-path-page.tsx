import { pathWords } from '../i18n/learning-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Block, Figure, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { stateWords } from './desk-list-page.tsx';
import { learningPathPath } from './paths.ts';
import { DeskFrame, deskPathPath, type PathPlace } from './place.tsx';
import type { DeskPathView, PathAct, PathMemberRow } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly place: PathPlace;
  readonly path: DeskPathView;
}

interface People {
  readonly rows: readonly PathMemberRow[];
  readonly next?: string;
}

/** One path as its office sees it: what comes next, what it consists of, who is on it. */
export function DeskPathPage(
  props: Props & {
    /** Absent where nobody is named. */
    readonly people?: People;
    readonly isFirst: boolean;
    readonly form: FormState;
    readonly notice?: NoticeName | undefined;
  },
) {
  const { ui, place, path, people, form, notice, isFirst } = props;
  const words = pathWords[ui.locale];
  const [, , active, completed] = words.columns;
  return (
    <DeskFrame ui={ui} place={place} title={path.title} notice={notice}>
      <PageHeading
        title={path.title}
        lead={stateWords(ui, path)}
        trail={<Trail ui={ui} links={[[place.path, words.desk]]} />}
        actions={<Actions {...props} />}
      />
      <FormProblem ui={ui} form={form} />
      <dl class="mb-8 grid gap-4 sm:grid-cols-2 md:grid-cols-3">
        <Figure label={active} value={ui.format.number(path.active)} />
        <Figure label={completed} value={ui.format.number(path.completed)} />
      </dl>
      <NextStep {...props} />
      <Outline {...props} />
      {people && path.version > 0 && <PeopleList {...{ ui, place, path, people, isFirst }} />}
      {!people && path.version > 0 && <p class="quiet">{words.peopleHidden}</p>}
    </DeskFrame>
  );
}

function Actions({ ui, place, path }: Props) {
  const words = pathWords[ui.locale];
  const here = deskPathPath(place, path.pathId);
  return (
    <>
      {path.version > 0 && place.seesPeople && (
        <a class="btn" href={learningPathPath(path.pathId)}>
          {words.asLearner}
        </a>
      )}
      {path.state !== 'retired' && (
        <a class="btn" href={`${here}/change`}>
          {words.change}
        </a>
      )}
      {path.mayMove && (
        <a class="btn" href={`${here}/move`}>
          {words.move}
        </a>
      )}
    </>
  );
}

function NextStep({ ui, place, path }: Props) {
  const words = pathWords[ui.locale];
  const button = (act: PathAct, label: string, tone = 'btn-primary') => (
    <button type="submit" name="act" value={act} class={`btn ${tone}`}>
      {label}
    </button>
  );
  const mayPublish = path.state !== 'retired' && path.hasNews;
  return (
    <form method="post" action={`${deskPathPath(place, path.pathId)}/act`} class="panel mb-8 max-w-3xl p-5">
      {mayPublish && <p class="mb-3">{path.version === 0 ? words.publishText : words.publishNextText}</p>}
      {path.state === 'retired' && <p class="mb-3">{words.retiredText}</p>}
      {path.state === 'published' && !mayPublish && <p class="mb-3">{words.retireText}</p>}
      <div class="flex flex-wrap gap-3">
        {mayPublish && button('publish', path.version === 0 ? words.publish : words.publishNext)}
        {path.state === 'draft' && button('remove', words.remove, 'btn-ghost')}
        {path.state === 'published' && button('retire', words.retire, 'btn-ghost')}
        {path.state === 'retired' && button('reopen', words.reopen)}
      </div>
    </form>
  );
}

function Outline({ ui, path }: Props) {
  const words = pathWords[ui.locale];
  const { number } = ui.format;
  return (
    <Block id="outline" title={words.outline}>
      <ol class="grid gap-4">
        {path.groups.map((group, n) => (
          <li class="panel p-4">
            <h3 class="font-semibold">{`${n + 1}. ${group.title}`}</h3>
            <p class="quiet text-sm">
              {group.needs === 'all'
                ? words.needsAll
                : words.needsSome(number(group.needs), number(group.steps.length))}
            </p>
            <ol class="mt-2 grid gap-1">
              {group.steps.map((step) => (
                <li>
                  {`${step.label} `}
                  <Text ui={ui} map={step.title} />
                  {step.after.length > 0 && (
                    <span class="quiet text-sm">
                      {` (${words.comesAfter(step.after.map((one) => plainText(ui, one)).join(', '))})`}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Block>
  );
}

function PeopleList(props: Props & { readonly people: People; readonly isFirst: boolean }) {
  const { ui, place, path, people, isFirst } = props;
  const words = pathWords[ui.locale];
  const [, state, version, progress, since] = words.peopleColumns;
  const file = `${deskPathPath(place, path.pathId)}/people`;
  return (
    <Block
      id="people"
      title={words.people}
      aside={
        people.rows.length > 0 && (
          <span class="flex flex-wrap gap-4">
            <a class="text-link inline-flex min-h-8 items-center" href={`${file}?format=xlsx`}>
              {words.asExcel}
            </a>
            <a class="text-link inline-flex min-h-8 items-center" href={`${file}?format=csv`}>
              {words.asCsv}
            </a>
          </span>
        )
      }
    >
      {people.rows.length === 0 ? (
        <p class="quiet">{words.noPeople}</p>
      ) : (
        <Table caption={words.people} columns={words.peopleColumns} cards>
          {people.rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                {row.name}
              </th>
              <td data-label={state}>{words.memberState[row.state]}</td>
              <td data-label={version} class="tabular-nums">
                {ui.format.number(row.version)}
              </td>
              <td data-label={progress}>
                {words.progress(ui.format.number(row.done), ui.format.number(row.needed))}
              </td>
              <td data-label={since}>
                <When ui={ui} at={row.completedAt ?? row.joinedAt} dateOnly />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={deskPathPath(place, path.pathId)} next={people.next} isFirst={isFirst} />
    </Block>
  );
}

import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { talentWords } from '../i18n/talent.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, hrefOf, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import {
  talentListPath,
  talentPath,
  talentPersonPath,
  talentPlacePath,
  talentThresholdsPath,
} from './paths.ts';
import {
  type AxesView,
  type PlaceView,
  performanceNames,
  potentialNames,
  type TalentYearView,
  type ThresholdsView,
} from './ports.ts';

export function TalentFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  return (
    <Shell ui={props.ui} title={props.title} section="talent" notice={props.notice}>
      {props.children}
    </Shell>
  );
}

/** Hundredths as people write points. */
export const pointsText = (hundredths: number): string =>
  hundredths % 100 === 0 ? String(hundredths / 100) : String(hundredths / 100).replace('.', ',');

export interface RefusedForm {
  readonly name: 'find' | 'thresholds';
  readonly form: FormState;
}

/** The nine boxes of a year; each number opens who stands there. */
export function TalentPage(props: {
  readonly ui: Ui;
  readonly view: TalentYearView;
  readonly notice?: NoticeName | undefined;
  readonly refused?: RefusedForm | undefined;
}) {
  const { ui, view, refused } = props;
  const words = talentWords[ui.locale];
  const query = { year: String(view.year) };
  const isEmpty = view.places.every(({ people }) => people === 0);
  return (
    <TalentFrame ui={ui} title={words.title} notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {!isEmpty &&
              (['xlsx', 'csv'] as const).map((format) => (
                <a class="btn" href={hrefOf(`${talentPath}/file`, { ...query, format })}>
                  {format === 'xlsx' ? 'Excel' : 'CSV'}
                </a>
              ))}
            <a class="btn" href={talentListPath}>
              {words.listTitle}
            </a>
          </>
        }
      />
      <Block
        id="boxes"
        title={words.year(view.year)}
        aside={
          <nav aria-label={words.years} class="no-print flex gap-3">
            {[view.year - 1, view.year + 1].map((year) => (
              <a class="text-link" href={hrefOf(talentPath, { year: String(year) })}>
                {year}
              </a>
            ))}
          </nav>
        }
      >
        {isEmpty && <EmptyState icon="people" title={words.noneTitle} text={words.noneText} />}
        {!isEmpty && <Boxes ui={ui} view={view} />}
      </Block>
      <Find ui={ui} form={refused?.name === 'find' ? refused.form : emptyForm} />
      <Thresholds
        ui={ui}
        thresholds={view.thresholds}
        {...(refused?.name === 'thresholds' && { form: refused.form })}
      />
    </TalentFrame>
  );
}

function Boxes({ ui, view }: { readonly ui: Ui; readonly view: TalentYearView }) {
  const words = talentWords[ui.locale];
  return (
    <Table
      caption={words.year(view.year)}
      columns={[words.potential, ...performanceNames.map((one) => words.performances[one])]}
      cards
    >
      {potentialNames.toReversed().map((potential) => (
        <tr>
          <th scope="row">
            <span class="sr-only">{words.potential} </span>
            {words.potentials[potential]}
          </th>
          {view.places
            .filter((place) => place.potential === potential)
            .map(({ performance, box, people }) => (
              <td class="min-w-32" data-label={words.performances[performance]}>
                <a
                  class="text-link block py-1 text-xl font-bold tabular-nums"
                  href={hrefOf(talentPlacePath, { year: String(view.year), performance, potential })}
                >
                  {words.people(ui.format.number(people))}
                </a>
                <span class="quiet text-sm">{words.box(box)}</span>
              </td>
            ))}
        </tr>
      ))}
    </Table>
  );
}

function Find({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const words = talentWords[ui.locale];
  return (
    <Block id="find" title={words.findTitle}>
      <form method="post" action={`${talentPath}/find`} class="panel max-w-xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField
          {...{ ui, form, name: 'number', label: words.number, hint: words.numberHint, maxlength: 30 }}
          inputmode="numeric"
          required
        />
        <button type="submit" class="btn btn-primary">
          {words.find}
        </button>
      </form>
    </Block>
  );
}

function Thresholds(props: {
  readonly ui: Ui;
  readonly thresholds: ThresholdsView;
  readonly form?: FormState;
}) {
  const { ui, thresholds } = props;
  const words = talentWords[ui.locale];
  const form = props.form ?? {
    ...emptyForm,
    values: { middleFrom: pointsText(thresholds.middleFrom), highFrom: pointsText(thresholds.highFrom) },
  };
  return (
    <Block id="thresholds" title={words.thresholdsTitle}>
      <form method="post" action={talentThresholdsPath} class="panel max-w-xl p-5">
        <p class="mb-4">{words.thresholdsText}</p>
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? thresholds.rev} />
        {(['middleFrom', 'highFrom'] as const).map((name) => (
          <TextField {...{ ui, form, name, label: words[name], maxlength: 6 }} inputmode="decimal" required />
        ))}
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Block>
  );
}

export const axesText = (ui: Ui, { performance, potential }: AxesView): string => {
  const words = talentWords[ui.locale];
  return [
    `${words.performance}: ${words.performances[performance]}`,
    `${words.potential}: ${words.potentials[potential]}`,
  ].join(' · ');
};

/** Who stands in a box, and what follows for them. */
export function PlacePage({
  ui,
  view,
  isFirst,
}: {
  readonly ui: Ui;
  readonly view: PlaceView;
  readonly isFirst: boolean;
}) {
  const words = talentWords[ui.locale];
  const [name, place, basis, day] = words.columns;
  const { year, performance, potential } = view;
  const back = hrefOf(talentPath, { year: String(year) });
  return (
    <TalentFrame ui={ui} title={words.box(view.box)}>
      <PageHeading
        title={words.box(view.box)}
        lead={`${words.year(year)} · ${axesText(ui, view)}`}
        trail={<Trail ui={ui} links={[[back, words.title]]} />}
      />
      <p class="mb-5 max-w-[68ch]">
        <span class="font-medium">{words.followUp}: </span>
        {view.followUps.map((one) => words.followUps[one]).join(', ')}.
      </p>
      {view.people.length === 0 ? (
        <EmptyState icon="people" title={words.emptyPlace} text={words.emptyPlaceText} />
      ) : (
        <Table caption={words.box(view.box)} columns={words.columns} cards>
          {view.people.map((one) => (
            <tr>
              <th scope="row">
                <span class="sr-only">{name} </span>
                <a class="text-link" href={talentPersonPath(one.personId)}>
                  {one.name}
                </a>
              </th>
              <td data-label={place}>{[one.post, one.unit].filter(Boolean).join(' · ') || '–'}</td>
              <td data-label={basis}>{one.basis}</td>
              <td data-label={day} class="whitespace-nowrap">
                {ui.format.date(`${one.foundOn}T00:00:00+07:00`)}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging
        ui={ui}
        path={talentPlacePath}
        query={{ year: String(year), performance, potential }}
        next={view.next}
        isFirst={isFirst}
      />
    </TalentFrame>
  );
}

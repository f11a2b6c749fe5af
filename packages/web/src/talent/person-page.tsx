import type { NoticeName } from '../i18n/problem.ts';
import { talentWords } from '../i18n/talent.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { axesText, pointsText, TalentFrame } from './pages.tsx';
import { talentPath, talentPersonPath } from './paths.ts';
import {
  performanceNames,
  potentialNames,
  predicateNames,
  type RatingView,
  type TalentPersonView,
} from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: TalentPersonView;
  readonly form: FormState;
}

/** One person: what stands, what stood before, and a form for what is found next. */
export function TalentPersonPage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui, view } = props;
  const words = talentWords[ui.locale];
  return (
    <TalentFrame ui={ui} title={view.name} notice={props.notice}>
      <PageHeading
        title={view.name}
        lead={[view.post, view.unit].filter(Boolean).join(' · ')}
        trail={<Trail ui={ui} links={[[talentPath, words.title]]} />}
      />
      <History ui={ui} view={view} />
      <RecordForm {...props} />
    </TalentFrame>
  );
}

function RecordForm({ ui, view, form }: Props) {
  const words = talentWords[ui.locale];
  const field = { ui, form };
  return (
    <Block id="record" title={words.recordTitle}>
      <form method="post" action={talentPersonPath(view.personId)} class="panel max-w-2xl p-5 md:p-6">
        <p class="mb-4">{words.recordHint}</p>
        <FormProblem {...field} />
        <TextField
          {...field}
          name="year"
          label={words.yearLabel}
          inputmode="numeric"
          maxlength={4}
          required
        />
        <SelectField
          {...{ ...field, name: 'performance', label: words.performance, hint: words.performanceHint }}
          required
          options={[
            ['', words.choose],
            ...predicateNames.map(
              (one) => [`predicate:${one}`, words.predicateGroup(words.predicates[one])] as const,
            ),
            ...performanceNames.map((one) => [one, words.sideGroup(words.performances[one])] as const),
          ]}
        />
        <SelectField
          {...{ ...field, name: 'potential', label: words.potential, hint: words.potentialHint }}
          options={[
            ['', words.choose],
            ...potentialNames.map((one) => [one, words.potentials[one]] as const),
          ]}
        />
        <TextField
          {...{ ...field, name: 'score', label: words.score, hint: words.scoreHint, maxlength: 6 }}
          inputmode="decimal"
        />
        <TextField {...field} name="basis" label={words.basis} maxlength={120} required />
        <TextField {...field} name="foundOn" label={words.foundOn} type="date" maxlength={10} required />
        <button type="submit" class="btn btn-primary">
          {words.record}
        </button>
      </form>
    </Block>
  );
}

function History({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = talentWords[ui.locale];
  const [year, axes, basis, recorded] = words.historyColumns;
  if (view.history.length === 0) {
    return (
      <div class="mb-6">
        <EmptyState icon="people" title={words.history} text={words.noHistory} />
      </div>
    );
  }
  return (
    <Block id="history" title={words.history}>
      <Table caption={words.history} columns={words.historyColumns} cards>
        {view.history.map((one) => (
          <tr>
            <th scope="row">
              <span class="sr-only">{year} </span>
              {one.year}
            </th>
            <td data-label={axes}>
              <span class={one.isLast && one.withdrawn === undefined ? 'font-medium' : 'quiet'}>
                {axesText(ui, one)} · {words.box(one.box)}
              </span>
              <Detail ui={ui} one={one} />
            </td>
            <td data-label={basis}>
              {one.basis} ({ui.format.date(`${one.foundOn}T00:00:00+07:00`)})
            </td>
            <td data-label={recorded}>
              {one.recordedBy}, <When ui={ui} at={one.recordedAt} />
            </td>
            <td>{one.isLast && one.withdrawn === undefined && <Withdraw ui={ui} view={view} one={one} />}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Detail({ ui, one }: { readonly ui: Ui; readonly one: RatingView }) {
  const words = talentWords[ui.locale];
  const said = [
    ...(one.predicate === undefined ? [] : [words.predicateGroup(words.predicates[one.predicate])]),
    words.siasn(one.siasn),
    ...(one.score === undefined ? [] : [`${words.score}: ${pointsText(one.score)}`]),
    ...(one.withdrawn === undefined ? [] : [words.withdrawn(one.withdrawn)]),
    ...(one.isLast ? [] : [words.replaced]),
  ];
  return <p class="quiet text-sm">{said.join(' · ')}</p>;
}

function Withdraw({
  ui,
  view,
  one,
}: {
  readonly ui: Ui;
  readonly view: TalentPersonView;
  readonly one: RatingView;
}) {
  const words = talentWords[ui.locale];
  return (
    <details>
      <summary class="text-link">{words.withdraw}</summary>
      <form method="post" action={`${talentPersonPath(view.personId)}/withdraw`} class="mt-2">
        <input type="hidden" name="year" value={one.year} />
        <input type="hidden" name="rev" value={one.rev} />
        <label class="block">
          {words.reason}
          <input name="reason" required minlength={3} maxlength={300} class="input mb-2 w-full" />
        </label>
        <button type="submit" class="btn">
          {words.withdraw}
        </button>
      </form>
    </details>
  );
}

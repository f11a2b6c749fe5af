import { AgencyFrame } from '../agency/frame.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { citizensPath, deskPath, servicePath } from './paths.ts';
import type { ServiceView, SurveyView } from './ports.ts';
import { hundredths, Promises, periodOf, ResultFiles, SurveyNumbers } from './results.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: ServiceView;
  /** Of the next survey. */
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One service: its numbers, its surveys, what was done. */
export function DeskServicePage(props: Props) {
  const { ui, view, notice } = props;
  const words = citizensWords[ui.locale];
  const here = deskPath(view.serviceId);
  const newest = view.surveys.find(({ ikm }) => ikm !== undefined);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={view.name} notice={notice}>
      <PageHeading
        title={view.name}
        lead={[view.unit, view.about].filter(Boolean).join(' · ')}
        trail={<Trail ui={ui} links={[[citizensPath, words.title]]} />}
        actions={<Actions {...props} />}
      />
      <Block id="results" title={words.results}>
        {newest ? <SurveyNumbers ui={ui} survey={newest} /> : <p class="quiet">{words.noSurveys}</p>}
        {newest && <ResultFiles ui={ui} path={here} />}
      </Block>
      <Block id="surveys" title={words.surveys}>
        {view.surveys.length > 0 && <Surveys ui={ui} view={view} />}
        {view.state === 'open' && <PlanForm {...props} />}
      </Block>
      <Promises
        ui={ui}
        promises={view.promises}
        aside={
          <a class="btn btn-sm" href={`${here}/promises/new`}>
            {words.addPromise}
          </a>
        }
        edit={(promise) => (
          <a
            class="text-link mt-2 inline-flex min-h-8 items-center text-sm"
            href={`${here}/promises/${promise.promiseId}`}
          >
            {words.changePromise}
          </a>
        )}
      />
      <State ui={ui} view={view} />
    </AgencyFrame>
  );
}

function Actions({ ui, view }: Props) {
  const words = citizensWords[ui.locale];
  const here = deskPath(view.serviceId);
  return (
    <>
      {view.state === 'open' && (
        <>
          <a class="btn" href={servicePath(view)}>
            {words.publicPage}
          </a>
          <a class="btn" href={`${here}/poster`}>
            {words.poster}
          </a>
        </>
      )}
      <a class="btn" href={`${here}/change`}>
        {words.change}
      </a>
    </>
  );
}

function Surveys({ ui, view }: { readonly ui: Ui; readonly view: ServiceView }) {
  const words = citizensWords[ui.locale];
  const [survey, ikm, , answers] = words.pastColumns;
  const state = ui.t.agency.columns.status;
  const columns = [survey, state, ikm, answers, words.commentStates.waiting, words.end];
  return (
    <div class="mb-5">
      <Table caption={words.surveys} columns={columns} cards>
        {view.surveys.map((one) => (
          <tr>
            <th scope="row" class="font-medium">
              {periodOf(ui, one)}
            </th>
            <td data-label={state}>{words.state[one.state]}</td>
            <td data-label={ikm} class="tabular-nums">
              {one.ikm === undefined ? '–' : `${hundredths(ui, one.ikm)}, ${one.grade ?? ''}`}
            </td>
            <td data-label={answers} class="tabular-nums">
              {ui.format.number(one.answers)}
              {one.wished !== undefined && (
                <span class="quiet block text-sm">{words.wished(ui.format.number(one.wished))}</span>
              )}
            </td>
            <td data-label={words.commentStates.waiting}>
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={`${deskPath(view.serviceId)}/surveys/${one.surveyId}/comments`}
                aria-label={`${ui.format.number(one.comments.waiting)}: ${words.moderate}, ${periodOf(ui, one)}`}
              >
                {ui.format.number(one.comments.waiting)}
              </a>
            </td>
            <td data-label={words.end}>
              <Ending ui={ui} view={view} survey={one} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Ending(props: { readonly ui: Ui; readonly view: ServiceView; readonly survey: SurveyView }) {
  const { ui, view, survey } = props;
  const words = citizensWords[ui.locale];
  const action = `${deskPath(view.serviceId)}/surveys/${survey.surveyId}/end`;
  const period = periodOf(ui, survey);
  if (survey.state === 'over') return <>–</>;
  if (survey.state === 'running') {
    return (
      <a class="btn btn-sm" href={action} aria-label={`${words.end}: ${period}`}>
        {words.end}
      </a>
    );
  }
  return (
    <form method="post" action={action}>
      <button type="submit" class="btn btn-sm" aria-label={`${words.remove}: ${period}`}>
        {words.remove}
      </button>
    </form>
  );
}

function PlanForm({ ui, view, form }: Props) {
  const words = citizensWords[ui.locale];
  const field = { ui, form };
  const isBack = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  return (
    <details open={isBack || view.surveys.length === 0} class="panel max-w-2xl p-5">
      <summary class="text-link inline-flex min-h-9 items-center font-medium">{words.plan}</summary>
      <p class="quiet my-3">{words.planLead}</p>
      <form method="post" action={`${deskPath(view.serviceId)}/surveys`}>
        <FormProblem ui={ui} form={form} />
        <TextField {...field} name="from" type="date" label={words.from} required maxlength={10} />
        <TextField {...field} name="to" type="date" label={words.to} required maxlength={10} />
        <TextField
          {...field}
          name="served"
          inputmode="numeric"
          label={words.served}
          hint={words.servedHint}
          maxlength={10}
        />
        <SelectField
          {...field}
          name="swapped"
          label={words.swapped}
          required
          options={[
            ['no', words.swappedNo],
            ['yes', words.swappedYes],
          ]}
        />
        <button type="submit" class="btn btn-primary">
          {words.plan}
        </button>
      </form>
    </details>
  );
}

function State({ ui, view }: { readonly ui: Ui; readonly view: ServiceView }) {
  const words = citizensWords[ui.locale];
  const isOpen = view.state === 'open';
  return (
    <form method="post" action={`${deskPath(view.serviceId)}/state`} class="max-w-2xl">
      <input type="hidden" name="state" value={isOpen ? 'closed' : 'open'} />
      <button type="submit" class="btn btn-ghost">
        {isOpen ? words.close : words.reopen}
      </button>
      {isOpen && <p class="quiet mt-1 text-sm">{words.closeText}</p>}
    </form>
  );
}

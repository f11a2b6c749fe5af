import { TeamMenu } from '../approvals/frame.tsx';
import { cohortDaysWords } from '../i18n/cohort-days.ts';
import { cohortWords } from '../i18n/cohorts.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { cohortPath, teamCohortsPath } from './paths.ts';
import type { CohortRequestView, NamingView, TeamStepView } from './ports.ts';

/** What the team asks for, and cohorts that a supervisor can name people for. */
export function TeamCohortsPage(props: {
  readonly ui: Ui;
  readonly requests: readonly CohortRequestView[];
  readonly naming: readonly NamingView[];
  readonly steps: readonly TeamStepView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, requests, naming, steps, form, notice } = props;
  const words = cohortWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={words.team}
      section="team"
      notice={notice}
      menu={<TeamMenu ui={ui} current={teamCohortsPath} />}
    >
      <PageHeading title={words.team} lead={words.teamLead} />
      <FormProblem ui={ui} form={form} />
      {requests.length + naming.length + steps.length === 0 && (
        <EmptyState icon="people" title={words.teamNone} text={words.teamNoneText} />
      )}
      {requests.length > 0 && (
        <Block id="requests" title={words.requests}>
          <ul class="grid gap-4">
            {requests.map((request) => (
              <Request ui={ui} request={request} />
            ))}
          </ul>
        </Block>
      )}
      {steps.length > 0 && <Steps ui={ui} steps={steps} />}
      {naming.length > 0 && (
        <Block id="naming" title={words.naming}>
          <ul class="grid gap-4">
            {naming.map((cohort) => (
              <Naming ui={ui} cohort={cohort} />
            ))}
          </ul>
        </Block>
      )}
    </Shell>
  );
}

function Steps({ ui, steps }: { readonly ui: Ui; readonly steps: readonly TeamStepView[] }) {
  const words = cohortDaysWords[ui.locale];
  const [, cohort, step, until] = words.teamColumns;
  return (
    <Block id="steps" title={words.team}>
      <Table caption={words.team} columns={words.teamColumns} cards>
        {steps.map((row) => (
          <tr>
            <th scope="row" class="font-medium">
              {row.name}
            </th>
            <td data-label={cohort}>{row.cohort}</td>
            <td data-label={step}>
              <Text ui={ui} map={row.title} />
            </td>
            <td data-label={until}>
              <When ui={ui} at={row.dueOn} dateOnly />{' '}
              {row.isLate && <span class="tag tag-error">{words.isLate}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Request({ ui, request }: { readonly ui: Ui; readonly request: CohortRequestView }) {
  const words = cohortWords[ui.locale];
  const { cohortId, personId, name, cohort } = request;
  const ids = (
    <>
      <input type="hidden" name="cohortId" value={cohortId} />
      <input type="hidden" name="personId" value={personId} />
    </>
  );
  return (
    <li class="panel p-5">
      <p class="font-semibold">{name}</p>
      <p>
        <a class="text-link inline-flex min-h-8 items-center" href={cohortPath(cohortId)}>
          {cohort}
        </a>
      </p>
      <p class="quiet text-sm">
        {words.free(ui.format.number(request.free), ui.format.number(request.waiting))}
      </p>
      <form method="post" action={teamCohortsPath} class="mt-3">
        {ids}
        <button
          type="submit"
          class="btn btn-primary"
          name="decision"
          value="approve"
          aria-label={`${words.approve}: ${name}, ${cohort}`}
        >
          {words.approve}
        </button>
      </form>
      <details class="mt-2">
        <summary class="text-link inline-flex min-h-9 items-center">{words.decline}</summary>
        <form method="post" action={teamCohortsPath} class="mt-2 max-w-xl">
          {ids}
          <TextField
            ui={ui}
            form={emptyForm}
            name="reason"
            label={`${words.declineReason}: ${name}, ${cohort}`}
            required
            maxlength={300}
          />
          <button type="submit" class="btn" name="decision" value="decline">
            {words.decline}
          </button>
        </form>
      </details>
    </li>
  );
}

function Naming({ ui, cohort }: { readonly ui: Ui; readonly cohort: NamingView }) {
  const words = cohortWords[ui.locale];
  return (
    <li class="panel p-5">
      <h3 class="font-semibold">
        <a class="text-link inline-flex min-h-8 items-center" href={cohortPath(cohort.cohortId)}>
          {cohort.name}
        </a>
      </h3>
      <p class="quiet text-sm">
        {words.begins} <When ui={ui} at={cohort.startsOn} dateOnly /> · {words.applyUntil}{' '}
        <When ui={ui} at={cohort.applyUntil} dateOnly /> ·{' '}
        {words.free(ui.format.number(cohort.free), ui.format.number(cohort.waiting))}
      </p>
      {cohort.people.length === 0 ? (
        <p class="mt-2">{words.allNamed}</p>
      ) : (
        <form method="post" action={`${teamCohortsPath}/nominate`} class="mt-3">
          <input type="hidden" name="cohortId" value={cohort.cohortId} />
          <CheckboxGroup
            ui={ui}
            form={emptyForm}
            name="personIds"
            label={words.whom}
            options={cohort.people}
          />
          <button type="submit" class="btn" aria-label={`${words.nominate}: ${cohort.name}`}>
            {words.nominate}
          </button>
        </form>
      )}
    </li>
  );
}

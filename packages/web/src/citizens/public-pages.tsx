import { noonOf } from '../course/standing.tsx';
import { doneOf, PublicForums } from '../forums/public-forums.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { agencyServicesPath, type ServiceAt, servicePath, servicesPath, surveyPath } from './paths.ts';
import {
  type ElementView,
  type FormView,
  type PublicServiceView,
  type ServiceWords,
  type SurveyView,
  scoreValues,
  type TotalsView,
  type TrainingView,
} from './ports.ts';
import { hundredths, nameOf, Promises, periodOf, ResultFiles, SurveyNumbers } from './results.tsx';
import { Complaints, Totals } from './totals.tsx';
import { Training } from './training.tsx';

/** Agencies whose services are surveyed. */
export function AgenciesPage(props: {
  readonly ui: Ui;
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
}) {
  const { ui, agencies } = props;
  const words = citizensWords[ui.locale];
  return (
    <Shell ui={ui} title={words.publicTitle}>
      <PageHeading title={words.publicTitle} lead={words.publicLead} />
      {agencies.length === 0 ? (
        <EmptyState icon="building" title={words.noAgencies} text={words.noAgenciesText} />
      ) : (
        <LinkList
          links={agencies.map(({ agencyId, name }) => ({ href: agencyServicesPath(agencyId), name }))}
        />
      )}
    </Shell>
  );
}

function LinkList(props: {
  readonly links: readonly { readonly href: string; readonly name: string; readonly note?: string }[];
}) {
  return (
    <ul class="panel divide-y divide-base-300">
      {props.links.map(({ href, name, note }) => (
        <li>
          <a class="block px-4 py-3 hover:bg-base-200" href={href}>
            <span class="text-link font-medium">{name}</span>
            {note && <span class="quiet block text-sm">{note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Services of one agency. */
export function ServicesPage(props: {
  readonly ui: Ui;
  readonly agency: string;
  readonly services: readonly (ServiceWords & ServiceAt)[];
  readonly totals: TotalsView;
  readonly training: TrainingView;
}) {
  const { ui, agency, services, totals, training } = props;
  const words = citizensWords[ui.locale];
  const title = words.servicesOf(agency);
  return (
    <Shell ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.publicLead}
        trail={<Trail ui={ui} links={[[servicesPath, words.publicTitle]]} />}
      />
      <LinkList
        links={services.map((service) => ({
          ...{ href: servicePath(service), name: service.name },
          ...(service.unit !== undefined && { note: service.unit }),
        }))}
      />
      <Totals ui={ui} agencyId={services[0]?.agencyId ?? ''} totals={totals} />
      <Training ui={ui} training={training} />
    </Shell>
  );
}

const trailOf = (ui: Ui, { agencyId, agency }: { readonly agencyId: string; readonly agency: string }) => {
  const words = citizensWords[ui.locale];
  return [
    [servicesPath, words.publicTitle],
    [agencyServicesPath(agencyId), agency],
  ] as const;
};

/** How citizens rate a service, what they say, and what was done. */
export function ServicePage({ ui, view }: { readonly ui: Ui; readonly view: PublicServiceView }) {
  const words = citizensWords[ui.locale];
  const running = view.surveys.find(({ state }) => state === 'running');
  const told = view.surveys.filter(({ ikm }) => ikm !== undefined);
  const [newest, ...past] = told;
  return (
    <Shell ui={ui} title={view.name}>
      <PageHeading
        title={view.name}
        lead={[view.unit, view.about].filter(Boolean).join(' · ')}
        trail={<Trail ui={ui} links={trailOf(ui, view)} />}
        actions={
          running && (
            <a class="btn btn-primary" href={surveyPath(view)}>
              {words.rate}
            </a>
          )
        }
      />
      <p class="mb-6">{running ? words.running(ui.format.date(noonOf(running.to))) : words.notRunning}</p>
      <Block id="results" title={words.results}>
        {newest ? (
          <SurveyNumbers ui={ui} survey={newest} />
        ) : (
          <p class="quiet">{running ? words.noResultsYet : words.noResults}</p>
        )}
        {newest && <ResultFiles ui={ui} path={servicePath(view)} />}
      </Block>
      {past.length > 0 && <Past ui={ui} surveys={past} />}
      <Promises ui={ui} promises={view.promises} done={doneOf(view.forums)} />
      {view.complaints && <Complaints ui={ui} complaints={view.complaints} />}
      <PublicForums ui={ui} forums={view.forums} />
      <Comments ui={ui} view={view} />
    </Shell>
  );
}

function Past({ ui, surveys }: { readonly ui: Ui; readonly surveys: readonly SurveyView[] }) {
  const words = citizensWords[ui.locale];
  return (
    <Block id="past" title={words.past}>
      <Table caption={words.past} columns={words.pastColumns}>
        {surveys.map((survey) => (
          <tr>
            <th scope="row" class="font-medium">
              {periodOf(ui, survey)}
            </th>
            <td class="tabular-nums">{survey.ikm === undefined ? '–' : hundredths(ui, survey.ikm)}</td>
            <td>{survey.grade ? words.grades[survey.grade] : '–'}</td>
            <td class="tabular-nums">{ui.format.number(survey.answers)}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Comments({ ui, view }: { readonly ui: Ui; readonly view: PublicServiceView }) {
  const words = citizensWords[ui.locale];
  const hidden = view.surveys.reduce((sum, { comments }) => sum + comments.hidden, 0);
  if (view.comments.length === 0 && hidden === 0) return null;
  return (
    <Block id="comments" title={words.commentsTitle}>
      <ul class="grid gap-3">
        {view.comments.map(({ text, day }) => (
          <li class="panel px-5 py-4">
            <p class="whitespace-pre-line break-words">{text}</p>
            <p class="quiet mt-1 text-sm">
              <time datetime={day}>{ui.format.date(noonOf(day))}</time>
            </p>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="quiet mt-3 text-sm">{words.hiddenOf(ui.format.number(hidden))}</p>}
    </Block>
  );
}

/** Nine questions; or that there is no survey now. */
export function SurveyPage({
  ui,
  view,
  form,
}: {
  readonly ui: Ui;
  readonly view: FormView;
  readonly form: FormState;
}) {
  const words = citizensWords[ui.locale];
  const title = words.surveyTitle(view.name);
  const trail = [...trailOf(ui, view), [servicePath(view), view.name] as const];
  return (
    <Shell ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={view.survey ? words.surveyLead : undefined}
        trail={<Trail ui={ui} links={trail} />}
      />
      {view.survey ? (
        <form method="post" action={surveyPath(view)} class="max-w-3xl">
          <FormProblem ui={ui} form={form} />
          <input type="hidden" name="form" value={view.survey.form} />
          {view.survey.elements.map((element, index) => (
            <Question ui={ui} form={form} element={element} number={index + 1} />
          ))}
          <TextField
            ui={ui}
            form={form}
            name="comment"
            label={words.comment}
            hint={words.commentHint}
            maxlength={1000}
            multiline
          />
          <button type="submit" class="btn btn-primary">
            {words.send}
          </button>
        </form>
      ) : (
        <EmptyState icon="clock" title={words.notRunning} text={words.notRunningText}>
          <a class="btn" href={servicePath(view)}>
            {words.seeResults}
          </a>
        </EmptyState>
      )}
    </Shell>
  );
}

function Question(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly element: ElementView;
  readonly number: number;
}) {
  const { ui, form, element, number } = props;
  const question = citizensWords[ui.locale].questions[element.subject];
  const error = form.errors[element.code];
  return (
    <fieldset
      class="panel mb-4 px-5 py-4"
      id={`field-${element.code}`}
      aria-describedby={error ? `error-${element.code}` : undefined}
    >
      <legend class="float-left w-full font-semibold">
        {number}. {question.asked}
        <span class="quiet block text-sm font-normal">{nameOf(ui, element)}</span>
      </legend>
      <div class="clear-both grid gap-1 pt-2 sm:grid-cols-4">
        {scoreValues.map((score, index) => (
          <label class="flex min-h-11 items-center gap-3 rounded-lg px-2 hover:bg-base-200">
            <input
              type="radio"
              name={element.code}
              value={score}
              required
              checked={form.values[element.code] === score}
              class="radio radio-primary"
            />
            <span>{question.answers[index]}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`error-${element.code}`} class="mt-1 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** After a form has come; a counter in an office goes on to the next person. */
export function ThanksPage({ ui, view }: { readonly ui: Ui; readonly view: FormView }) {
  const words = citizensWords[ui.locale];
  return (
    <Shell ui={ui} title={words.thanksTitle}>
      <PageHeading title={words.thanksTitle} trail={<Trail ui={ui} links={trailOf(ui, view)} />} />
      <div class="max-w-2xl">
        <Notice tone="success" live>
          {words.thanksText}
        </Notice>
        <p class="mt-5 flex flex-wrap gap-2">
          <a class="btn btn-primary" href={servicePath(view)}>
            {words.seeResults}
          </a>
          <a class="btn btn-ghost" href={surveyPath(view)}>
            {words.another}
          </a>
        </p>
      </div>
    </Shell>
  );
}

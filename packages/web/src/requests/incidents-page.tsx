import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { mayDecide } from '../privacy/parts.tsx';
import type { Ui } from '../ui.ts';
import { deskFrame } from './desk-page.tsx';
import { Clock } from './parts.tsx';
import { incidentsPath } from './paths.ts';
import type { IncidentView } from './ports.ts';

/** Failures to protect personal data, each with its clock until people and authority are told. */
export function IncidentsPage(props: {
  readonly ui: Ui;
  readonly incidents: readonly IncidentView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, incidents, form } = props;
  const { requests } = ui.t;
  const { menu, parts } = deskFrame(ui, { path: incidentsPath, section: 'operator' });
  return (
    <Shell ui={ui} title={requests.incidents} section="operator" notice={props.notice} menu={menu}>
      <PageHeading title={requests.incidents} lead={requests.incidentsLead} />
      {parts}
      <FormProblem ui={ui} form={form} />
      <div class={mayDecide(ui) ? 'grid items-start gap-8 lg:grid-cols-[1fr_24rem]' : undefined}>
        <div class="min-w-0">
          {incidents.length === 0 ? (
            <EmptyState
              icon="check"
              title={requests.incidentsEmptyTitle}
              text={requests.incidentsEmptyText}
            />
          ) : (
            <ul class="grid gap-3">
              {incidents.map((incident) => (
                <One ui={ui} incident={incident} />
              ))}
            </ul>
          )}
        </div>
        {mayDecide(ui) && <IncidentForm ui={ui} form={form} />}
      </div>
    </Shell>
  );
}

function One({ ui, incident }: { readonly ui: Ui; readonly incident: IncidentView }) {
  const { requests } = ui.t;
  const { notifiedAt } = incident;
  return (
    <li class="panel p-4">
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 class="font-semibold">
          {requests.detected} <When ui={ui} at={incident.detectedAt} />
        </h2>
        {notifiedAt === undefined ? (
          <Clock ui={ui} hoursLeft={incident.hoursLeft} />
        ) : (
          <span class="tag tag-success">{requests.notified}</span>
        )}
      </div>
      <dl class="mt-2 grid gap-1">
        {(['what', 'how', 'handling'] as const).map((name) => (
          <div>
            <dt class="quiet text-sm">{requests.incidentFields[name]}</dt>
            <dd class="whitespace-pre-line break-words">{incident[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet mt-2 text-sm">
        {requests.peopleConcerned(ui.format.number(incident.people))} · {requests.notifyBy}{' '}
        <When ui={ui} at={incident.notifyDueAt} /> · {incident.recordedBy}
      </p>
      {notifiedAt !== undefined && (
        <p class="mt-2 break-words">
          {incident.notice} (<When ui={ui} at={notifiedAt} />)
        </p>
      )}
      {notifiedAt === undefined && mayDecide(ui) && <NotifiedForm ui={ui} incident={incident} />}
    </li>
  );
}

function NotifiedForm({ ui, incident }: { readonly ui: Ui; readonly incident: IncidentView }) {
  const { requests } = ui.t;
  const id = `notice-${incident.incidentId}`;
  return (
    <form method="post" action={`${incidentsPath}/notified`} class="mt-3 grid gap-2">
      <input type="hidden" name="incidentId" value={incident.incidentId} />
      <label for={id} class="font-medium">
        {requests.noticeLabel}
      </label>
      <input id={id} name="notice" class="input w-full" required maxlength={500} autocomplete="off" />
      <div>
        <button type="submit" class="btn btn-sm">
          {requests.noteNotified}
        </button>
      </div>
    </form>
  );
}

function IncidentForm({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { requests } = ui.t;
  const { incidentFields } = requests;
  return (
    <Block id="record" title={requests.recordTitle}>
      <form method="post" action={incidentsPath} class="panel p-5">
        <TextField
          {...{ ui, form, name: 'day', label: requests.detectedDay, required: true, maxlength: 10 }}
          type="date"
        />
        <TextField
          {...{ ui, form, name: 'time', label: requests.detectedTime, required: true, maxlength: 5 }}
          hint={requests.detectedTimeHint}
        />
        {(['what', 'how', 'handling'] as const).map((name) => (
          <TextField
            {...{ ui, form, name, label: incidentFields[name], required: true, maxlength: 1000 }}
            multiline
            rows={3}
          />
        ))}
        <TextField
          {...{ ui, form, name: 'people', label: requests.people, required: true, maxlength: 10 }}
          inputmode="numeric"
        />
        <button type="submit" class="btn btn-primary">
          {requests.record}
        </button>
      </form>
    </Block>
  );
}

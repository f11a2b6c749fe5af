import { TeamMenu } from '../approvals/frame.tsx';
import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { eventPath, eventRequestsPath } from './paths.ts';
import type { EventRequestView } from './ports.ts';
import { eventDays } from './times.ts';

/** What people of a team want to come to. */
export function EventRequestsPage(props: {
  readonly ui: Ui;
  readonly requests: readonly EventRequestView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, requests, form, notice } = props;
  const words = eventWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={words.requests}
      section="team"
      notice={notice}
      menu={<TeamMenu ui={ui} current={eventRequestsPath} />}
    >
      <PageHeading title={words.requests} lead={words.requestsLead} />
      <FormProblem ui={ui} form={form} />
      {requests.length === 0 ? (
        <EmptyState icon="check" title={words.noRequests} text={words.noRequestsText} />
      ) : (
        <ul class="grid gap-4">
          {requests.map((request) => (
            <Request ui={ui} request={request} />
          ))}
        </ul>
      )}
    </Shell>
  );
}

function Request({ ui, request }: { readonly ui: Ui; readonly request: EventRequestView }) {
  const words = eventWords[ui.locale];
  const { eventId, personId, name, title, clashes } = request;
  const ids = (
    <>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="personId" value={personId} />
    </>
  );
  const field = { ui, form: { values: {}, errors: {} } };
  return (
    <li class="panel p-5">
      <p class="font-semibold">{name}</p>
      <p>
        <a class="text-link inline-flex min-h-8 items-center" href={eventPath(eventId)}>
          {title}
        </a>
      </p>
      <p class="quiet text-sm">{eventDays(ui.locale, request.zone, request)}</p>
      <p class="quiet text-sm">
        {words.freeSeats(ui.format.number(request.free), ui.format.number(request.waiting))}
      </p>
      {clashes.length > 0 && <p class="mt-1 font-medium">{words.clashWith(clashes.join(', '))}</p>}
      <form method="post" action={eventRequestsPath} class="mt-3">
        {ids}
        <button
          type="submit"
          class="btn btn-primary"
          name="decision"
          value="approve"
          aria-label={`${words.approve}: ${name}, ${title}`}
        >
          {words.approve}
        </button>
      </form>
      <details class="mt-2">
        <summary class="text-link inline-flex min-h-9 items-center">{words.decline}</summary>
        <form method="post" action={eventRequestsPath} class="mt-2 max-w-xl">
          {ids}
          <TextField
            {...field}
            name="reason"
            label={`${words.declineReason}: ${name}, ${title}`}
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

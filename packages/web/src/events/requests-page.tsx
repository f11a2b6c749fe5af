import { AgencyFrame } from '../agency/frame.tsx';
import { TeamMenu } from '../approvals/frame.tsx';
import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { agencyRequestsPath, deskEventsPath, eventPath, eventRequestsPath } from './paths.ts';
import type { EventRequestView, RequestDesk } from './ports.ts';
import { eventDays } from './times.ts';

export const requestsPathOf = (desk: RequestDesk): string =>
  desk === 'team' ? eventRequestsPath : agencyRequestsPath;

interface Props {
  readonly ui: Ui;
  readonly desk: RequestDesk;
  readonly requests: readonly EventRequestView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** What people of a team, or of an agency in the place of whose supervisors it decides, want to come to. */
export function EventRequestsPage(props: Props) {
  const { ui, desk, notice } = props;
  const words = eventWords[ui.locale];
  const frame = { ui, title: words.requests, notice };
  if (desk === 'agency') {
    return (
      <AgencyFrame {...frame} current={deskEventsPath}>
        <PageHeading
          title={words.requests}
          lead={words.requestsLead.agency}
          trail={<Trail ui={ui} links={[[deskEventsPath, words.desk]]} />}
        />
        <Requests {...props} />
      </AgencyFrame>
    );
  }
  return (
    <Shell {...frame} section="team" menu={<TeamMenu ui={ui} current={eventRequestsPath} />}>
      <PageHeading title={words.requests} lead={words.requestsLead.team} />
      <Requests {...props} />
    </Shell>
  );
}

function Requests({ ui, desk, requests, form }: Props) {
  const words = eventWords[ui.locale];
  return (
    <>
      <FormProblem ui={ui} form={form} />
      {requests.length === 0 ? (
        <EmptyState icon="check" title={words.noRequests} text={words.noRequestsText[desk]} />
      ) : (
        <ul class="grid gap-4">
          {requests.map((request) => (
            <Request ui={ui} action={requestsPathOf(desk)} request={request} />
          ))}
        </ul>
      )}
    </>
  );
}

function Request(props: { readonly ui: Ui; readonly action: string; readonly request: EventRequestView }) {
  const { ui, action, request } = props;
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
      <form method="post" action={action} class="mt-3">
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
        <form method="post" action={action} class="mt-2 max-w-xl">
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

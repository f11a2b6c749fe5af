import { AgencyFrame } from '../agency/frame.tsx';
import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { PartnerEventRow, PartnerEventView } from './agency-ports.ts';
import { stateOf } from './desk-list-page.tsx';
import { deskEventsPath, eventPaymentPath, partnerEventPath, partnerEventsPath } from './paths.ts';
import { eventDays } from './times.ts';

/** Events of providers, for the agency: what its people can go to, what they go to, and what it asks of them before. */
export function PartnerEventsPage(props: {
  readonly ui: Ui;
  readonly open: readonly PartnerEventRow[];
  readonly joined: readonly PartnerEventRow[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, open, joined, form, notice } = props;
  const { desk, save, partners: words } = eventWords[ui.locale];
  return (
    <AgencyFrame current={deskEventsPath} ui={ui} title={words.title} notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[deskEventsPath, desk]]} />}
      />
      <FormProblem ui={ui} form={form} />
      <form method="post" action={partnerEventsPath} class="panel mb-8 max-w-2xl p-5">
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <SelectField
          ui={ui}
          form={form}
          name="approval"
          label={words.rule}
          hint={words.ruleHint}
          required
          options={[
            ['event', words.ruleEvent],
            ['supervisor', words.ruleSupervisor],
          ]}
        />
        <button type="submit" class="btn btn-primary">
          {save}
        </button>
      </form>
      <Events ui={ui} id="open" title={words.open} rows={open} none={words.noOpen} />
      <Events ui={ui} id="joined" title={words.joined} rows={joined} none={words.noJoined} />
    </AgencyFrame>
  );
}

function Events(props: {
  readonly ui: Ui;
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PartnerEventRow[];
  readonly none: string;
}) {
  const { ui, id, title, rows, none } = props;
  const { columns } = eventWords[ui.locale].partners;
  const [, provider, time, state] = columns;
  return (
    <Block id={id} title={title}>
      {rows.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <Table caption={title} columns={columns} cards>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <a class="text-link inline-flex min-h-8 items-center" href={partnerEventPath(row.eventId)}>
                  {row.title}
                </a>
              </th>
              <td data-label={provider}>{row.provider}</td>
              <td data-label={time}>{eventDays(ui.locale, row.zone, row)}</td>
              <td data-label={state}>{stateOf(ui, row)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}

/** One of them with the agency's own people. */
export function PartnerEventPage({ ui, event }: { readonly ui: Ui; readonly event: PartnerEventView }) {
  const words = eventWords[ui.locale];
  const { partners } = words;
  const [, state, present] = partners.peopleColumns;
  const { number } = ui.format;
  return (
    <AgencyFrame current={deskEventsPath} ui={ui} title={event.title}>
      <PageHeading
        title={event.title}
        lead={`${event.provider} · ${stateOf(ui, event)} · ${eventDays(ui.locale, event.zone, event)}`}
        trail={
          <Trail
            ui={ui}
            links={[
              [deskEventsPath, words.desk],
              [partnerEventsPath, partners.title],
            ]}
          />
        }
        actions={
          event.price !== undefined && (
            <a class="btn" href={eventPaymentPath(event.eventId)}>
              {words.payment.title}
            </a>
          )
        }
      />
      <Block id="people" title={partners.people}>
        {event.people.length === 0 ? (
          <p class="quiet">{partners.noPeople}</p>
        ) : (
          <Table caption={partners.people} columns={partners.peopleColumns} cards>
            {event.people.map((row) => (
              <tr>
                <th scope="row" class="font-medium">
                  {row.name}
                </th>
                <td data-label={state}>{words.seatOfOthers[row.state]}</td>
                <td data-label={present} class="tabular-nums">
                  {partners.attended(number(row.sessions), number(event.sessionCount))}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Block>
    </AgencyFrame>
  );
}

import { AgencyFrame } from '../agency/frame.tsx';
import { linePath } from '../budget/paths.ts';
import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Block, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { type ChargeStateName, type EventPaymentView, noShowNames } from './agency-ports.ts';
import {
  deskEventPath,
  deskEventsPath,
  eventPaymentPath,
  partnerEventPath,
  partnerEventsPath,
} from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly payment: EventPaymentView;
}

/** From which line an agency pays the seats of its people, and what each of them is. */
export function PaymentPage(
  props: Props & { readonly form: FormState; readonly notice?: NoticeName | undefined },
) {
  const { ui, payment, form, notice } = props;
  const words = eventWords[ui.locale];
  const { payment: said, partners } = words;
  const back = payment.isOwn
    ? ([[deskEventPath(payment.eventId), payment.title]] as const)
    : ([
        [partnerEventsPath, partners.title],
        [partnerEventPath(payment.eventId), payment.title],
      ] as const);
  return (
    <AgencyFrame current={deskEventsPath} ui={ui} title={said.title} notice={notice}>
      <PageHeading
        title={said.title}
        lead={`${payment.title} · ${payment.organiser}`}
        trail={<Trail ui={ui} links={[[deskEventsPath, words.desk], ...back]} />}
      />
      <FormProblem ui={ui} form={form} />
      <Sums ui={ui} payment={payment} />
      {payment.price === undefined ? <p class="mb-8">{said.free}</p> : <Terms {...props} />}
      <Seats ui={ui} payment={payment} />
    </AgencyFrame>
  );
}

const sums = ['reserved', 'committed', 'spent'] as const;

function Sums({ ui, payment }: Props) {
  const { payment: said } = eventWords[ui.locale];
  const { seats, price } = payment;
  const sumOf = (state: ChargeStateName) =>
    seats.reduce((sum, seat) => sum + (seat.state === state ? seat.price : 0), 0);
  return (
    <dl class="mb-8 grid gap-4 sm:grid-cols-2 md:grid-cols-4">
      <Figure label={said.price} value={price === undefined ? '–' : rupiah(ui, price)} />
      {sums.map((state) => (
        <Figure label={said.state[state]} value={rupiah(ui, sumOf(state))} />
      ))}
    </dl>
  );
}

function Terms({ ui, payment, form }: Props & { readonly form: FormState }) {
  const words = eventWords[ui.locale];
  const { payment: said } = words;
  return (
    <form method="post" action={eventPaymentPath(payment.eventId)} class="panel mb-8 max-w-2xl p-5">
      <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
      <SelectField
        ui={ui}
        form={form}
        name="lineId"
        label={said.line(payment.year)}
        hint={payment.lines.length === 0 ? said.noLines(payment.year) : said.lineHint}
        options={[
          ['', said.noLine],
          ...payment.lines.map(
            ({ lineId, code, title, room }) =>
              [lineId, `${code} ${title} (${said.room(rupiah(ui, room))})`] as const,
          ),
        ]}
      />
      <SelectField
        ui={ui}
        form={form}
        name="noShow"
        label={said.noShow}
        required
        options={noShowNames.map((name) => [name, said.noShows[name]])}
      />
      <div class="flex flex-wrap items-center gap-4">
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
        {payment.lineId !== undefined && (
          <a class="text-link inline-flex min-h-9 items-center" href={linePath(payment.lineId)}>
            {said.toLine}
          </a>
        )}
      </div>
    </form>
  );
}

function Seats({ ui, payment }: Props) {
  const { payment: said } = eventWords[ui.locale];
  const [, state, amount] = said.columns;
  return (
    <Block id="seats" title={said.seats}>
      {payment.seats.length === 0 ? (
        <p class="quiet">{said.none}</p>
      ) : (
        <Table caption={said.seats} columns={said.columns} cards>
          {payment.seats.map((seat) => (
            <tr>
              <th scope="row" class="font-medium">
                {seat.name}
              </th>
              <td data-label={state}>{said.state[seat.state]}</td>
              <td data-label={amount} class="tabular-nums">
                {rupiah(ui, seat.price)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}

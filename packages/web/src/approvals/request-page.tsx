import type { Child } from 'hono/jsx';
import { noonOf } from '../course/standing.tsx';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { approvalsPath, DeskFrame } from './frame.tsx';
import type { AdmissionDesk, RequestView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly desk: AdmissionDesk;
  readonly request: RequestView;
  readonly form: FormState;
}

/** One request with its effects, and the two answers to it. */
export function RequestPage(props: Props) {
  const { ui, desk, request } = props;
  const words = ui.t.approvals;
  const path = approvalsPath(desk);
  const title = words.requestTitle(request.learner);
  return (
    <DeskFrame ui={ui} desk={desk} title={title} current={path}>
      <PageHeading
        title={title}
        lead={<Text ui={ui} map={request.course} />}
        trail={<Trail ui={ui} links={[[path, words.approvals]]} />}
      />
      <div class="grid items-start gap-x-8 lg:grid-cols-2">
        <Impact {...props} />
        <Answers {...props} />
      </div>
    </DeskFrame>
  );
}

function Impact({ ui, request }: Props) {
  const words = ui.t.approvals;
  const { format } = ui;
  const { jp, minutes, seats, taking, past } = request;
  return (
    <Block id="impact" title={words.impact}>
      <dl class="panel space-y-3 p-5">
        <Fact label={words.columns.requested}>
          <When ui={ui} at={request.requestedAt} />
        </Fact>
        <Fact label={ui.t.course.provider}>{request.provider}</Fact>
        {jp !== undefined && (
          <Fact label={words.effort}>
            {format.jp(jp)}
            {minutes !== undefined && ` · ${format.duration(minutes * 60)}`}
          </Fact>
        )}
        <Fact label={words.seats}>{seatsText(ui, seats)}</Fact>
        {request.quota && <Fact label={words.quota}>{quotaText(ui, request.quota)}</Fact>}
        {request.budget && <Fact label={words.budget}>{budgetText(ui, request.budget)}</Fact>}
        <Fact label={words.taking}>
          {taking.length === 0 ? (
            words.takingNone
          ) : (
            <ul class="list-disc ps-5">
              {taking.map(({ course, dueOn }) => (
                <li>
                  <Text ui={ui} map={course} />
                  {dueOn && ` (${words.takingDue(format.date(noonOf(dueOn)))})`}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {request.dueSoon.length > 0 && (
          <Fact label={words.dueSoon}>
            <ul class="list-disc ps-5">
              {request.dueSoon.map(({ course, dueOn }) => (
                <li>
                  <Text ui={ui} map={course} /> ({words.takingDue(format.date(noonOf(dueOn)))})
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {past.length > 0 && (
          <Fact label={words.earlier}>
            {past.map(({ state, at }) => ui.t.standing.past[state](format.date(at))).join('; ')}
          </Fact>
        )}
      </dl>
    </Block>
  );
}

function quotaText(ui: Ui, { left, seats, whenFull }: NonNullable<RequestView['quota']>): string {
  const { quotaLeft, quotaUsedUp } = ui.t.approvals;
  const { number } = ui.format;
  return left > 0 ? quotaLeft(number(left), number(seats)) : quotaUsedUp[whenFull];
}

function budgetText(ui: Ui, budget: NonNullable<RequestView['budget']>): string {
  const { budgetRoom, budgetNone } = ui.t.approvals;
  const { line, price, room, fits, whenFull } = budget;
  const [costs, left] = [rupiah(ui, price), rupiah(ui, room)];
  if (fits) return budgetRoom(line, costs, left);
  return `${budgetNone.why(line, costs, left)} ${budgetNone[whenFull]}`;
}

export function seatsText(ui: Ui, seats: RequestView['seats']): string {
  const { seatsAny, seatsFull, seatsFree } = ui.t.approvals;
  const { number } = ui.format;
  if (!seats) return seatsAny;
  const full = seats.free === 0 || seats.waiting > 0;
  return full ? seatsFull(number(seats.waiting)) : seatsFree(number(seats.free), number(seats.capacity));
}

function Answers({ ui, desk, request, form }: Props) {
  const words = ui.t.approvals;
  const action = `${approvalsPath(desk)}/${request.registration}`;
  return (
    <div class="space-y-5">
      <FormProblem ui={ui} form={form} />
      <form method="post" action={action} class="panel p-5">
        <input type="hidden" name="decision" value="approve" />
        <LineChoice ui={ui} request={request} form={form} />
        <button type="submit" class="btn btn-primary btn-lg w-full">
          {words.approve}
        </button>
        <p class="quiet mt-2 text-sm">{words.approveText}</p>
      </form>
      <form method="post" action={action} class="panel p-5">
        <h2 class="mb-3 font-semibold">{words.declineHeading}</h2>
        <input type="hidden" name="decision" value="decline" />
        <TextField
          ui={ui}
          form={form}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          multiline
          maxlength={500}
        />
        <button type="submit" class="btn w-full">
          {words.decline}
        </button>
      </form>
    </div>
  );
}

/** Another line of the budget than the one that pays else, for whoever administers the agency. */
function LineChoice({ ui, request, form }: Pick<Props, 'ui' | 'request' | 'form'>) {
  const words = ui.t.approvals;
  const { budget, lines = [] } = request;
  const [first] = lines;
  if (!first) return null;
  const none = budget ? words.lineDefault(budget.line) : words.lineNone;
  return (
    <SelectField
      ui={ui}
      form={form}
      name="budgetLine"
      label={words.payingLine}
      hint={words.payingHint(rupiah(ui, first.price))}
      options={[
        ['', none],
        ...lines.map(({ lineId, line, room, fits }) => {
          const text = words.lineRoom(line, rupiah(ui, room));
          return [lineId, fits ? text : `${text} ${words.lineFull}`] as const;
        }),
      ]}
    />
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div>
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="font-medium">{props.children}</dd>
    </div>
  );
}

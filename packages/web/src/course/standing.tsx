import { addDays, answerDays } from '@sinau/kernel';
import { Notice } from '../layout/notice.tsx';
import { Block } from '../layout/parts.tsx';
import { PriorityEntry } from '../priority/entry.tsx';
import { poolName } from '../quotas/pool-name.ts';
import type { Ui } from '../ui.ts';
import { Fact } from './fact.tsx';
import type { AdmissionView, CourseView, DutyView, KeptSeatsView, PastView, PendingView } from './ports.ts';

/** A day without a time, as noon of western Indonesia: the same day in every zone of the country. */
export const noonOf = (day: string) => `${day}T05:00:00.000Z`;

/** From which day on the agency may answer in place of a supervisor who was asked then. */
export const agencyDay = (since: string): string => addDays(since.slice(0, 10), answerDays.agencyToo);

interface WayInProps {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly invitation?: string | undefined;
}

/** The one button that gets a reader in, as far as there is a way now. */
export function WayIn(props: WayInProps) {
  const { ui, course } = props;
  const { admission, past = [] } = course;
  const [last] = past;
  return (
    <>
      {last?.state === 'declined' && <Declined ui={ui} past={last} />}
      {last && (last.atProvider !== undefined || last.notBegunDays !== undefined) && (
        <Notice tone="warning">{pastText(ui, last)}</Notice>
      )}
      {admission && admission.window !== 'open' ? (
        <Closed ui={ui} admission={admission} />
      ) : (
        <>
          <EnrolForm {...props} label={labelOf(ui, admission)} />
          {course.seatTerms && <p class="quiet text-sm">{seatTermsText(ui, course.seatTerms)}</p>}
        </>
      )}
    </>
  );
}

function seatTermsText(ui: Ui, { releaseDays, noShowDays }: NonNullable<CourseView['seatTerms']>): string {
  const { seatReleased, seatBehind } = ui.t.standing;
  const released = seatReleased(ui.format.number(releaseDays));
  return noShowDays === undefined ? released : `${released} ${seatBehind(ui.format.number(noShowDays))}`;
}

/** A completed course once more. */
export function Retake(props: WayInProps) {
  const { ui, course } = props;
  if (course.status !== 'published' || course.admission?.window !== 'open') return <></>;
  return (
    <div class="border-t border-base-300 pt-4">
      <EnrolForm {...props} label={ui.t.standing.retake} quiet />
      <p class="quiet mt-2 text-sm">
        {course.enrolment?.providerWord?.takenBack === undefined
          ? ui.t.standing.retakeText
          : ui.t.standing.providerWord.retakeText}
      </p>
    </div>
  );
}

function labelOf(ui: Ui, admission: AdmissionView | undefined): string {
  const { standing, course } = ui.t;
  if (admission?.mode === 'approval') return standing.request;
  if (admission?.mode === 'invitation') return standing.useInvitation;
  return isFull(admission) ? standing.queue : course.enrol;
}

const isFull = (admission: AdmissionView | undefined) =>
  admission?.seats !== undefined && (admission.seats.free === 0 || admission.seats.waiting > 0);

function EnrolForm(props: WayInProps & { readonly label: string; readonly quiet?: boolean }) {
  const { ui, course, label } = props;
  const words = ui.t.standing;
  const { admission } = course;
  const invited = admission?.mode === 'invitation';
  return (
    <form method="post" action={`/courses/${course.courseId}/enrol`} class="space-y-3">
      {invited && (
        <div>
          <label for="field-invitation" class="mb-1 block font-medium">
            {words.invitationCode}
          </label>
          <input
            id="field-invitation"
            name="invitation"
            type="text"
            required
            maxlength={100}
            autocomplete="off"
            spellcheck={false}
            value={props.invitation ?? ''}
            class="input w-full"
            aria-describedby="hint-invitation"
          />
          <p id="hint-invitation" class="quiet mt-1 text-sm">
            {words.invitationText}
          </p>
        </div>
      )}
      <button type="submit" class={`btn w-full ${props.quiet ? '' : 'btn-primary btn-lg'}`}>
        {label}
      </button>
      {admission?.mode === 'approval' && <p class="quiet text-sm">{words.requestText}</p>}
      {!props.quiet && isFull(admission) && (
        <p class="quiet text-sm">{words.queueText(admission?.seats?.waiting ?? 0)}</p>
      )}
      {admission?.closesAt && (
        <p class="quiet text-sm">{words.closesAt(ui.format.dateTime(admission.closesAt))}</p>
      )}
    </form>
  );
}

function Closed(props: { readonly ui: Ui; readonly admission: AdmissionView }) {
  const { ui, admission } = props;
  const { standing } = ui.t;
  const { opensAt = '', closesAt = '', window } = admission;
  const text =
    window === 'before'
      ? standing.opensAt(ui.format.dateTime(opensAt))
      : standing.closed(ui.format.dateTime(closesAt));
  return <Notice tone="info">{text}</Notice>;
}

function Declined(props: { readonly ui: Ui; readonly past: PastView }) {
  const { ui, past } = props;
  const words = ui.t.standing;
  return (
    <Notice tone="warning">
      <p class="font-semibold">{words.declinedTitle}</p>
      {past.reason && <p class="whitespace-pre-line">{words.declinedReason(past.reason)}</p>}
      <p class="text-sm">{words.declinedText}</p>
    </Notice>
  );
}

/** What the reader waits for, and the way out. */
export function Pending(props: {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly pending: PendingView;
}) {
  const { ui, course, pending } = props;
  const words = ui.t.standing;
  const since = ui.format.dateTime(pending.since);
  const isRequest = pending.state === 'requested';
  const duty = isRequest ? undefined : pending.duty;
  return (
    <>
      <Notice tone="info">
        <p class="font-semibold">{isRequest ? words.requestedTitle : placeText(ui, pending)}</p>
        <p class="text-sm">{isRequest ? decidesText(ui, pending) : waitText(ui, pending)}</p>
        <p class="mt-1 text-sm">{isRequest ? words.requestedSince(since) : words.waitingSince(since)}</p>
      </Notice>
      {!isRequest && pending.kept && <Kept ui={ui} course={course} kept={pending.kept} />}
      {!isRequest && pending.mayUsePriority && <PriorityEntry ui={ui} />}
      {duty ? (
        <Duty ui={ui} duty={duty} />
      ) : (
        <a href={`/courses/${course.courseId}/cancel`} class="btn w-full">
          {isRequest ? words.withdrawRequest : words.leaveQueue}
        </a>
      )}
    </>
  );
}

/** Why somebody waits although seats are left, and how to be put on a list. */
function Kept(props: { readonly ui: Ui; readonly course: CourseView; readonly kept: KeptSeatsView }) {
  const { ui, course, kept } = props;
  const words = ui.t.standing;
  const groups = kept.groups.map((group) => poolName(ui, group)).join('; ');
  return (
    <>
      {kept.left > 0 && (
        <Notice tone="info">
          {words.keptText(ui.format.number(kept.left), groups)}{' '}
          {kept.openFrom !== undefined && words.keptUntil(ui.format.date(noonOf(kept.openFrom)))}
        </Notice>
      )}
      {kept.lists.map(({ poolId, name, asked }) =>
        asked ? (
          <p class="quiet text-sm">{words.askedList(name)}</p>
        ) : (
          <form method="post" action={`/courses/${course.courseId}/list`}>
            <p class="quiet mb-2 text-sm">{words.keptList(name)}</p>
            <input type="hidden" name="poolId" value={poolId} />
            <button type="submit" class="btn btn-sm">
              {words.askList}
            </button>
          </form>
        ),
      )}
    </>
  );
}

type Requested = Extract<PendingView, { readonly state: 'requested' }>;

function decidesText(ui: Ui, { decides, since }: Requested): string {
  const { requestedFrom, requestedAgency, requestedLater } = ui.t.standing;
  if (decides === undefined) return requestedAgency;
  return `${requestedFrom(decides)} ${requestedLater(ui.format.date(noonOf(agencyDay(since))))}`;
}

type Waiting = Extract<PendingView, { readonly state: 'waiting' }>;

function waitText(ui: Ui, { quota, budget }: Waiting): string {
  if (budget !== undefined) return ui.t.standing.budgetText;
  return quota ? ui.t.standing.quotaText : ui.t.standing.waitingText;
}

function placeText(ui: Ui, pending: Waiting): string {
  const { waitingBeyond, waitingTitle, quotaTitle, keptTitle, budgetTitle } = ui.t.standing;
  if (pending.budget !== undefined) return budgetTitle(pending.budget, ui.format.number(pending.place));
  if (pending.quota) {
    const title = pending.kept && pending.kept.left > 0 ? keptTitle : quotaTitle;
    return title(ui.format.number(pending.place));
  }
  const { place, beyond } = pending;
  return beyond ? waitingBeyond(ui.format.number(place - 1)) : waitingTitle(ui.format.number(place));
}

/** Who requires the course, until when, and why it cannot be cancelled. */
export function Duty(props: { readonly ui: Ui; readonly duty: DutyView }) {
  const { ui, duty } = props;
  const words = ui.t.standing;
  return (
    <Notice tone="info">
      <p class="font-semibold">{dutyText(ui, duty)}</p>
      {duty.dueOn && <p>{words.dutyDue(ui.format.date(noonOf(duty.dueOn)))}</p>}
      {duty.note && <p class="whitespace-pre-line">{duty.note}</p>}
      <p class="text-sm">{words.dutyText}</p>
    </Notice>
  );
}

function dutyText(ui: Ui, { as, by }: DutyView): string {
  const { duty, dutyNamed } = ui.t.standing;
  return by === undefined ? dutyNamed[as] : duty[as](by);
}

/** Earlier enrolments of the reader. */
export function History(props: { readonly ui: Ui; readonly course: CourseView }) {
  const { ui, course } = props;
  const { past = [] } = course;
  if (past.length === 0) return <></>;
  return (
    <Block id="history" title={ui.t.standing.history}>
      <ul class="panel divide-y divide-base-300">
        {past.map((one) => (
          <li class="px-4 py-3">
            {pastText(ui, one)}
            {one.reason && (
              <p class="quiet text-sm whitespace-pre-line">{ui.t.standing.declinedReason(one.reason)}</p>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function pastText(ui: Ui, { state, at, atProvider, takenBack, notBegunDays, behindUntil }: PastView): string {
  const { past, atProvider: words, providerWord, notBegun, behindUntil: behind } = ui.t.standing;
  const date = ui.format.date(at);
  if (takenBack !== undefined) return providerWord.past(date, ui.format.date(takenBack));
  if (notBegunDays !== undefined) {
    const lost = notBegun(date, ui.format.number(notBegunDays));
    return behindUntil === undefined ? lost : `${lost} ${behind(ui.format.date(noonOf(behindUntil)))}`;
  }
  if (atProvider === undefined) return past[state](date);
  const ended = Object.hasOwn(words.ended, atProvider)
    ? words.ended[atProvider as keyof typeof words.ended]
    : words.endedOther;
  return `${words.past(date)} ${ended}`;
}

/** How to get in and how many can, among the facts of a course. */
export function AdmissionFacts(props: { readonly ui: Ui; readonly admission: AdmissionView }) {
  const { ui, admission } = props;
  const words = ui.t.standing;
  const { seats } = admission;
  const { number } = ui.format;
  return (
    <>
      <Fact label={words.admission}>{words.mode[admission.mode]}</Fact>
      {seats && (
        <Fact label={words.seats}>
          {words.seatsFree(number(seats.free), number(seats.capacity))}
          {seats.waiting > 0 && ` · ${words.waitingList(number(seats.waiting))}`}
        </Fact>
      )}
    </>
  );
}

/** What supervisors and administrators do with a course, beside taking it. */
export function StaffLinks(props: { readonly ui: Ui; readonly course: CourseView }) {
  const { ui, course } = props;
  const roles = ui.viewer?.roles ?? [];
  const { admission, courseId } = course;
  if (course.status !== 'published' || !admission) return <></>;
  const query = `?course=${encodeURIComponent(courseId)}`;
  const words = ui.t.standing;
  const invited = admission.mode === 'invitation';
  const links: readonly (readonly [string, string])[] = [
    ...(roles.includes('supervisor') && !invited
      ? ([[`/team/assignments${query}`, words.assign]] as const)
      : []),
    ...(roles.includes('agency-admin') && !roles.includes('supervisor') && !invited
      ? ([[`/agency/assignments${query}`, words.assign]] as const)
      : []),
    ...(roles.includes('agency-admin') && !invited
      ? ([[`/agency/obligations/new${query}`, words.require]] as const)
      : []),
    ...(roles.includes('agency-admin') && invited
      ? ([[`/agency/courses/${courseId}/invitations`, words.invite]] as const)
      : []),
  ];
  if (links.length === 0) return <></>;
  return (
    <section aria-labelledby="staff" class="panel p-5">
      <h2 id="staff" class="mb-3 font-semibold">
        {words.staff}
      </h2>
      {links.map(([href, label]) => (
        <a href={href} class="btn w-full">
          {label}
        </a>
      ))}
    </section>
  );
}

import { communityWords } from '../i18n/communities.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { MeetingMaterials } from './material-parts.tsx';
import { meetingState } from './pages.tsx';
import { communitiesPath, communityPath, meetingCodePath, meetingPath, newMeetingPath } from './paths.ts';
import type { AttendanceLine, CommunityLine, MeetingView } from './ports.ts';

export function MeetingFormPage(props: {
  readonly ui: Ui;
  readonly community: Pick<CommunityLine, 'communityId' | 'name'>;
  readonly zone: string;
  readonly form: FormState;
}) {
  const { ui, community, zone, form } = props;
  const words = communityWords[ui.locale];
  const field = { ui, form };
  return (
    <Shell ui={ui} title={words.plan} section="records">
      <PageHeading
        title={words.plan}
        lead={words.planLead}
        trail={
          <Trail
            ui={ui}
            links={[
              [communitiesPath, words.title],
              [communityPath(community.communityId), community.name],
            ]}
          />
        }
      />
      <form method="post" action={newMeetingPath(community.communityId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField {...field} name="topic" label={words.topic} required maxlength={200} />
        <TextField {...field} name="date" type="date" label={words.date} required maxlength={10} />
        <div class="grid gap-x-4 sm:grid-cols-2">
          <TextField {...field} name="startsAt" type="time" label={words.from(zone)} required maxlength={5} />
          <TextField {...field} name="endsAt" type="time" label={words.until(zone)} required maxlength={5} />
        </div>
        <TextField {...field} name="place" label={words.place} maxlength={200} />
        <TextField {...field} name="link" label={words.link} maxlength={500} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Shell>
  );
}

interface Props {
  readonly ui: Ui;
  readonly meeting: MeetingView;
  /** As it came back. */
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}

export function MeetingPage(props: Props) {
  const { ui, meeting } = props;
  const words = communityWords[ui.locale];
  const isOpen = meeting.state === 'open';
  return (
    <Shell ui={ui} title={meeting.topic} section="records" notice={props.notice}>
      <PageHeading
        title={<span class="break-words">{meeting.topic}</span>}
        lead={`${ui.format.dateTime(meeting.startsAt)} · ${meetingState(ui, meeting)}`}
        trail={
          <Trail
            ui={ui}
            links={[
              [communitiesPath, words.title],
              [communityPath(meeting.communityId), meeting.community],
            ]}
          />
        }
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      {meeting.own && <Own {...props} />}
      <About {...props} />
      <Block id="minutes" title={words.minutes}>
        <p class="max-w-3xl break-words whitespace-pre-line">{meeting.minutes ?? words.noMinutes}</p>
      </Block>
      {meeting.mayReadMaterials && <MeetingMaterials {...props} />}
      <Block id="attendance" title={words.attendance}>
        <Attendances {...props} />
      </Block>
      {meeting.leads && isOpen && <Door {...props} />}
      {meeting.leads && isOpen && meeting.hasBegun && <Record {...props} />}
      {meeting.leads && isOpen && <Close {...props} />}
      {meeting.leads && meeting.state === 'closed' && <Undo {...props} to="open" />}
      {meeting.leads && meeting.state !== 'cancelled' && <Undo {...props} to="cancelled" />}
    </Shell>
  );
}

/** Names of those who led it or spoke. */
const taughtIn = ({ attendances }: MeetingView): readonly string[] =>
  attendances.filter((one) => one.taught).map(({ name }) => name);

function About({ ui, meeting }: Props) {
  const words = communityWords[ui.locale];
  const taught = taughtIn(meeting);
  const { dateTime, time, number } = ui.format;
  return (
    <dl class="panel mb-8 max-w-3xl space-y-3 p-5">
      <div>
        <dt class="quiet text-sm">{words.when}</dt>
        <dd>
          {dateTime(meeting.startsAt)} – {time(meeting.endsAt)}
        </dd>
        <dd class="quiet text-sm">{meeting.jp > 0 ? words.jpOf(number(meeting.jp)) : words.jpNone}</dd>
      </div>
      {meeting.place !== undefined && (
        <div>
          <dt class="quiet text-sm">{words.place}</dt>
          <dd class="break-words">{meeting.place}</dd>
        </div>
      )}
      {meeting.link !== undefined && (
        <div>
          <dt class="quiet text-sm">{words.link}</dt>
          <dd class="break-words">
            <a class="text-link" href={meeting.link} rel="noreferrer noopener">
              {meeting.link}
            </a>
          </dd>
        </div>
      )}
      {taught.length > 0 && (
        <div>
          <dt class="quiet text-sm">{words.taughtBy}</dt>
          <dd class="break-words">{taught.join(', ')}</dd>
        </div>
      )}
      {meeting.closedBy !== undefined && (
        <div>
          <dt class="quiet text-sm">{words.closedBy}</dt>
          <dd class="break-words">{meeting.closedBy}</dd>
        </div>
      )}
      {meeting.reason !== undefined && (
        <div>
          <dt class="quiet text-sm">{words.reason}</dt>
          <dd class="break-words">{meeting.reason}</dd>
        </div>
      )}
    </dl>
  );
}

/** What the reader says of themselves. */
function Own({ ui, meeting }: Props) {
  const words = communityWords[ui.locale];
  const hasSaid = meeting.own === 'said';
  const taught = taughtIn(meeting);
  return (
    <div class="panel no-print mb-6 max-w-3xl p-5">
      <p class="font-medium">{hasSaid ? words.saidThere : words.wereThere}</p>
      {/* Whoever says that they were there says with it who led it. */}
      {taught.length > 0 && <p class="mt-1">{words.ledBy(taught.join(', '))}</p>}
      <form method="post" action={`${meetingPath(meeting)}/attendance`} class="mt-3 flex flex-wrap gap-2">
        {!hasSaid && (
          <button type="submit" name="present" value="yes" class="btn btn-primary">
            {words.yes}
          </button>
        )}
        {hasSaid && (
          <button type="submit" name="present" value="no" class="btn">
            {words.takeBack}
          </button>
        )}
      </form>
    </div>
  );
}

function Attendances({ ui, meeting }: Props) {
  const words = communityWords[ui.locale];
  const stateOf = ({ present, confirmed, marksSelf, byCode, override }: AttendanceLine): string => {
    if (override) return `${words.absent}, ${words.overridden(override.by, override.reason)}`;
    if (!present) return words.absent;
    if (marksSelf) return words.marksSelf;
    if (confirmed && byCode) return `${words.confirmed}, ${words.byCode}`;
    return confirmed ? words.confirmed : words.marked;
  };
  return (
    <>
      <p class="quiet mb-2 max-w-[65ch] text-sm">{words.attendanceLead}</p>
      {meeting.attendances.length === 0 ? (
        <p class="quiet">{words.attendanceNone}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {meeting.attendances.map((one) => (
            <li class="flex flex-wrap justify-between gap-x-6 gap-y-1 px-5 py-3">
              <span class="min-w-0 break-words">
                {one.name}
                {one.taught && <span class="tag ms-2">{words.taught}</span>}
              </span>
              <span class="quiet text-sm">{stateOf(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The code is for the room; those who are elsewhere are marked by hand. */
function Door({ ui, meeting }: Props) {
  const words = communityWords[ui.locale];
  return (
    <Block id="door" title={words.doorTitle}>
      <div class="panel no-print max-w-3xl p-5">
        <p>{meeting.isDoorOpen ? words.doorOpen : words.door.shut}</p>
        <p class="mt-3">
          <a class={`btn ${meeting.isDoorOpen ? 'btn-primary' : ''}`} href={meetingCodePath(meeting)}>
            {words.doorLink}
          </a>
        </p>
      </div>
    </Block>
  );
}

function Record({ ui, meeting, form }: Props) {
  const words = communityWords[ui.locale];
  const idsOf = (is: 'present' | 'taught') =>
    meeting.attendances
      .filter((one) => one[is])
      .map(({ personId }) => personId)
      .join(' ');
  const values = { minutes: meeting.minutes ?? '', present: idsOf('present'), taught: idsOf('taught') };
  const shown: FormState = form?.values['minutes'] === undefined ? { values, errors: {} } : form;
  const field = { ui, form: shown };
  // As it was read: who has scanned the code since stays in.
  const shownIds = (form?.values['shown'] ?? values.present).split(' ').filter((one) => one !== '');
  const hasCodes = meeting.attendances.some((one) => one.present && one.byCode);
  const candidates = meeting.candidates.map(({ personId, name }) => [personId, name] as const);
  return (
    <Block id="record" title={words.record}>
      <form method="post" action={`${meetingPath(meeting)}/record`} class="panel no-print max-w-3xl p-5">
        <input type="hidden" name="recorded" value={String(meeting.recorded)} />
        {shownIds.map((personId) => (
          <input type="hidden" name="shown" value={personId} />
        ))}
        <TextField
          {...field}
          name="minutes"
          label={words.minutes}
          hint={words.minutesHint}
          maxlength={8_000}
          multiline
          rows={8}
        />
        <CheckboxGroup {...field} name="present" label={words.presentLabel} options={candidates} />
        <CheckboxGroup
          {...field}
          name="taught"
          label={words.taughtLabel}
          hint={words.taughtHint}
          options={candidates}
        />
        {hasCodes && (
          <TextField
            {...field}
            name="reason"
            label={words.overrideReason}
            hint={words.overrideHint}
            maxlength={300}
          />
        )}
        <button type="submit" class="btn btn-primary">
          {words.recordSave}
        </button>
      </form>
    </Block>
  );
}

function Close({ ui, meeting }: Props) {
  const words = communityWords[ui.locale];
  const lacks = words.lacks(ui.format.number(meeting.leastPeople));
  const taught = taughtIn(meeting);
  return (
    <Block id="close" title={words.closeMeeting}>
      <div class="panel no-print max-w-3xl p-5">
        {meeting.lacks.length > 0 ? (
          <>
            <p>{words.lacksTitle}</p>
            <ul class="mt-1 list-disc ps-5">
              {meeting.lacks.map((lack) => (
                <li>{lacks[lack]}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <p>
              {words.closeText} {taught.length > 0 ? words.closeTaught(taught.join(', ')) : words.closeNobody}
            </p>
            <form method="post" action={`${meetingPath(meeting)}/close`} class="mt-3">
              <button type="submit" class="btn btn-primary">
                {words.closeMeeting}
              </button>
            </form>
          </>
        )}
        <p class="quiet mt-3 text-sm">{words.ruleNote}</p>
      </div>
    </Block>
  );
}

/** Folded, so that it is not done by the way. */
function Undo({ ui, meeting, form, to }: Props & { readonly to: 'open' | 'cancelled' }) {
  const words = communityWords[ui.locale];
  const isBack = form?.values['to'] === to;
  const label = to === 'open' ? words.undoOpen : words.undoCancel;
  return (
    <details class="panel no-print mb-4 max-w-3xl px-5 py-3" open={isBack}>
      <summary class="min-h-9 cursor-pointer py-1 font-medium">{label}</summary>
      <p class="mt-2">{words.undoText}</p>
      <form method="post" action={`${meetingPath(meeting)}/undo`} class="mt-3">
        <input type="hidden" name="to" value={to} />
        <div class="mb-4">
          <label class="mb-1 block font-medium" for={`reason-${to}`}>
            {words.reason}
          </label>
          <input
            id={`reason-${to}`}
            name="reason"
            required
            maxlength={300}
            class="input w-full"
            autocomplete="off"
            aria-describedby={`reason-note-${to}`}
            value={isBack ? (form?.values['reason'] ?? '') : ''}
          />
          <p id={`reason-note-${to}`} class="quiet mt-1 text-sm">
            {words.reasonHint}
          </p>
        </div>
        <button type="submit" class={`btn ${to === 'cancelled' ? 'btn-error' : ''}`}>
          {label}
        </button>
      </form>
    </details>
  );
}

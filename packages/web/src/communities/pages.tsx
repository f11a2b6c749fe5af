import { communityWords } from '../i18n/communities.ts';
import { boardWords } from '../i18n/community-board.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import {
  boardPath,
  communitiesPath,
  communityPath,
  meetingPath,
  newCommunityPath,
  newMeetingPath,
} from './paths.ts';
import {
  type CommunityLine,
  type CommunityView,
  joiningNames,
  type MeetingLine,
  type MemberLine,
  type MemberStepName,
  valueNames,
} from './ports.ts';

/** What the reader is in, and what else is open to them. */
export function CommunityListPage(props: {
  readonly ui: Ui;
  readonly own: readonly CommunityLine[];
  readonly others: readonly CommunityLine[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, own, others } = props;
  const words = communityWords[ui.locale];
  const isEmpty = own.length === 0 && others.length === 0;
  const found = (
    <a class="btn btn-primary" href={newCommunityPath}>
      {words.found}
    </a>
  );
  return (
    <Shell ui={ui} title={words.title} section="records" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/jp', ui.t.credit.title]]} />}
        actions={!isEmpty && found}
      />
      {isEmpty ? (
        <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText}>
          {found}
        </EmptyState>
      ) : (
        <>
          {own.length > 0 && (
            <Block id="own" title={words.own}>
              <Lines ui={ui} lines={own} />
            </Block>
          )}
          <Block id="others" title={words.others}>
            {others.length === 0 ? <p class="quiet">{words.othersNone}</p> : <Lines ui={ui} lines={others} />}
          </Block>
        </>
      )}
    </Shell>
  );
}

function Lines({ ui, lines }: { readonly ui: Ui; readonly lines: readonly CommunityLine[] }) {
  const words = communityWords[ui.locale];
  return (
    <ul class="panel divide-y divide-base-300">
      {lines.map((one) => (
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
          <div class="min-w-0 grow basis-60">
            <p class="font-medium break-words">{one.name}</p>
            <p class="quiet text-sm break-words">{noteOf(ui, one)}</p>
          </div>
          <a class="btn" href={communityPath(one.communityId)}>
            {words.open}
            <span class="sr-only"> {one.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function noteOf(ui: Ui, one: CommunityLine): string {
  const words = communityWords[ui.locale];
  return [
    one.agency,
    ...(one.mine ? [words.mine[one.mine]] : []),
    ...(one.openTo === 'all' ? [words.openToAll] : []),
    ...(one.state === 'closed' ? [words.isClosed] : []),
  ].join(' · ');
}

/** A new one, or other words for one that there is. */
export function CommunityFormPage(props: {
  readonly ui: Ui;
  readonly community?: CommunityLine;
  readonly form: FormState;
}) {
  const { ui, community, form } = props;
  const words = communityWords[ui.locale];
  const title = community ? words.changeTitle : words.found;
  const field = { ui, form };
  const trail = [
    [communitiesPath, words.title],
    ...(community ? [[communityPath(community.communityId), community.name] as const] : []),
  ] as const;
  return (
    <Shell ui={ui} title={title} section="records">
      <PageHeading
        title={title}
        lead={community ? undefined : words.foundLead}
        trail={<Trail ui={ui} links={trail} />}
      />
      <form
        method="post"
        action={community ? `${communityPath(community.communityId)}/change` : newCommunityPath}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <TextField {...field} name="name" label={words.name} required maxlength={100} />
        <TextField {...field} name="about" label={words.about} required maxlength={1_000} multiline />
        <CheckboxGroup
          {...field}
          name="values"
          label={words.valuesLabel}
          options={valueNames.map((value) => [value, words.values[value]] as const)}
        />
        <SelectField
          {...field}
          name="joining"
          label={words.joining}
          required
          options={joiningNames.map((name) => [name, words.joiningNames[name]])}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Shell>
  );
}

interface Props {
  readonly ui: Ui;
  readonly community: CommunityView;
}

export function CommunityPage(
  props: Props & { readonly form?: FormState | undefined; readonly notice?: NoticeName | undefined },
) {
  const { ui, community } = props;
  const words = communityWords[ui.locale];
  const leads = community.mine === 'facilitator';
  const isMember = leads || community.mine === 'member';
  return (
    <Shell ui={ui} title={community.name} section="records" notice={props.notice}>
      <PageHeading
        title={<span class="break-words">{community.name}</span>}
        lead={noteOf(ui, community)}
        trail={<Trail ui={ui} links={[[communitiesPath, words.title]]} />}
        actions={
          leads && (
            <>
              {community.state === 'active' && (
                <a class="btn btn-primary" href={newMeetingPath(community.communityId)}>
                  {words.plan}
                </a>
              )}
              <a class="btn" href={`${communityPath(community.communityId)}/change`}>
                {words.change}
              </a>
            </>
          )
        }
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      <About ui={ui} community={community} />
      {isMember ? (
        <>
          <p class="no-print mb-8">
            <a class="btn" href={boardPath(community.communityId)}>
              {boardWords[ui.locale].link}
            </a>
          </p>
          <Block id="meetings" title={words.meetings}>
            <Meetings ui={ui} community={community} />
          </Block>
          {community.asked.length > 0 && (
            <Block id="asked" title={words.asked}>
              <People ui={ui} community={community} people={community.asked} steps={['approve', 'refuse']} />
            </Block>
          )}
          <Block id="members" title={words.members}>
            <People ui={ui} community={community} people={community.members} />
          </Block>
        </>
      ) : (
        <p class="quiet mb-6">{community.mine === 'outside' ? words.outsideOnly : words.membersOnly}</p>
      )}
      <OwnSteps ui={ui} community={community} />
    </Shell>
  );
}

function About({ ui, community }: Props) {
  const words = communityWords[ui.locale];
  return (
    <div class="panel mb-8 max-w-3xl p-5">
      <p class="break-words whitespace-pre-line">{community.about}</p>
      <p class="mt-3 flex flex-wrap gap-2">
        {community.values.map((value) => (
          <span class="tag">{words.values[value]}</span>
        ))}
      </p>
      <p class="quiet mt-3 text-sm break-words">
        {words.memberCount(ui.format.number(community.count))} · {words.facilitators}:{' '}
        {community.facilitators.join(', ') || '–'}
      </p>
    </div>
  );
}

/** One that is yet to come is not one that somebody forgot to close. */
export function meetingState({ locale }: Ui, meeting: Pick<MeetingLine, 'state' | 'hasBegun'>): string {
  const words = communityWords[locale];
  return meeting.state === 'open' && !meeting.hasBegun ? words.ahead : words.meetingStates[meeting.state];
}

function Meetings({ ui, community }: Props) {
  const words = communityWords[ui.locale];
  const { columns } = words;
  if (community.meetings.length === 0) return <p class="quiet">{words.noMeetings}</p>;
  return (
    <Table caption={words.meetings} columns={[columns.topic, columns.when, columns.state]} cards>
      {community.meetings.map((meeting) => (
        <tr>
          <th scope="row" class="font-medium break-words">
            <a class="text-link inline-flex min-h-8 items-center" href={meetingPath(meeting)}>
              {meeting.topic}
            </a>
          </th>
          <td data-label={columns.when}>{ui.format.dateTime(meeting.startsAt)}</td>
          <td data-label={columns.state}>
            {meeting.waits ? (
              <a class="btn btn-primary" href={meetingPath(meeting)}>
                {words.toSay}
                <span class="sr-only">: {meeting.topic}</span>
              </a>
            ) : (
              meetingState(ui, meeting)
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function People(
  props: Props & {
    readonly people: readonly MemberLine[];
    /** Of those who wait; else what becomes of a member. */
    readonly steps?: readonly MemberStepName[];
  },
) {
  const { ui, community, people } = props;
  const words = communityWords[ui.locale];
  const leads = community.mine === 'facilitator';
  const stepsOf = ({ role, isMe }: MemberLine): readonly MemberStepName[] => {
    if (props.steps) return props.steps;
    if (!leads || isMe) return [];
    return [role === 'member' ? 'facilitator' : 'member', 'remove'];
  };
  return (
    <ul class="panel divide-y divide-base-300">
      {people.map((person) => (
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
          <span class="min-w-0 break-words">
            {person.name}
            {person.isMe && <span class="quiet"> ({words.me})</span>}
            {person.role === 'facilitator' && <span class="tag ms-2">{words.lead_}</span>}
          </span>
          <span class="flex flex-wrap gap-2">
            {stepsOf(person).map((step) => (
              <form method="post" action={`${communityPath(community.communityId)}/members`}>
                <input type="hidden" name="personId" value={person.personId} />
                <input type="hidden" name="step" value={step} />
                <button type="submit" class={`btn ${step === 'approve' ? 'btn-primary' : ''}`}>
                  {words.steps[step]}
                  <span class="sr-only">: {person.name}</span>
                </button>
              </form>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OwnSteps({ ui, community }: Props) {
  const words = communityWords[ui.locale];
  const here = communityPath(community.communityId);
  const { mine, state, joining } = community;
  if (!mine) {
    if (state === 'closed') return null;
    return (
      <form method="post" action={`${here}/join`}>
        <button type="submit" class="btn btn-primary">
          {joining === 'open' ? words.join : words.ask}
        </button>
      </form>
    );
  }
  return (
    <div class="no-print flex flex-wrap gap-3">
      {mine === 'asked' && <p class="grow basis-full">{words.waits}</p>}
      <form method="post" action={`${here}/leave`}>
        <button type="submit" class="btn">
          {mine === 'asked' ? words.withdraw : words.leave}
        </button>
      </form>
      {mine === 'facilitator' && (
        <form method="post" action={`${here}/state`}>
          <input type="hidden" name="state" value={state === 'active' ? 'closed' : 'active'} />
          <button type="submit" class="btn">
            {state === 'active' ? words.close : words.reopen}
          </button>
        </form>
      )}
    </div>
  );
}

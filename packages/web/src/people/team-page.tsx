import { TeamMenu } from '../approvals/frame.tsx';
import { noonOf } from '../course/standing.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TeamDutyView, TeamMemberView } from './ports.ts';

/** Whom a supervisor supervises: how each stands with what is required, and the JP of the year. */
export function TeamPage(props: { readonly ui: Ui; readonly team: readonly TeamMemberView[] }) {
  const { ui, team } = props;
  const words = ui.t.people;
  return (
    <Shell ui={ui} title={words.teamTitle} section="team" menu={<TeamMenu ui={ui} current="/team" />}>
      <PageHeading title={words.teamTitle} lead={words.teamLead} />
      {team.length === 0 ? (
        <EmptyState icon="people" title={words.teamEmptyTitle} text={words.teamEmptyText} />
      ) : (
        <>
          <Summary ui={ui} team={team} />
          <Members ui={ui} team={team} />
        </>
      )}
    </Shell>
  );
}

const standings = ['overdue', 'at-risk', 'on-track'] as const;
const tones = { overdue: 'tag tag-error', 'at-risk': 'tag tag-warning', 'on-track': 'tag tag-success' };

function Summary({ ui, team }: { readonly ui: Ui; readonly team: readonly TeamMemberView[] }) {
  const { standing } = ui.t.people.team;
  return (
    <ul class="mb-5 flex flex-wrap gap-2">
      {standings.map((name) => (
        <li class={tones[name]}>
          {standing[name]}: {ui.format.number(team.filter((member) => member.standing === name).length)}
        </li>
      ))}
    </ul>
  );
}

/** Whoever needs a word stands first. */
function Members({ ui, team }: { readonly ui: Ui; readonly team: readonly TeamMemberView[] }) {
  const { teamTitle, team: words } = ui.t.people;
  const { columns } = words;
  const rank = ({ standing }: TeamMemberView) => standings.indexOf(standing);
  return (
    <Table
      caption={teamTitle}
      columns={[columns.name, columns.standing, columns.jp, columns.duties, columns.action]}
      cards
    >
      {[...team]
        .sort((a, b) => rank(a) - rank(b))
        .map((member) => (
          <tr>
            <th scope="row" class="font-medium">
              {member.name}
              <span class="quiet block text-sm font-normal">
                {member.maskedEmployeeNumber ?? member.email}
                {member.status === 'invited' && ` · ${ui.t.agency.personStatus.invited}`}
              </span>
            </th>
            <td data-label={columns.standing}>
              <span class={tones[member.standing]}>{words.standing[member.standing]}</span>
            </td>
            <td data-label={columns.jp} class="whitespace-nowrap tabular-nums">
              <Jp ui={ui} jp={member.jp} />
            </td>
            <td data-label={columns.duties}>
              <Duties ui={ui} member={member} />
              <Programmes ui={ui} member={member} />
            </td>
            <td>
              <a
                href={`/team/assignments?person=${encodeURIComponent(member.personId)}`}
                class="btn btn-sm"
                aria-label={words.nominateOf(member.name)}
              >
                {words.nominate}
              </a>
            </td>
          </tr>
        ))}
    </Table>
  );
}

function Jp({ ui, jp }: { readonly ui: Ui; readonly jp: TeamMemberView['jp'] }) {
  const { minimum, recognised } = jp;
  const own = ui.format.jp(recognised);
  return <>{minimum === undefined ? own : ui.t.people.team.jpOf(own, ui.format.jp(minimum))}</>;
}

/** How far programmes are, and what is not asked of them now. */
function Programmes({ ui, member }: { readonly ui: Ui; readonly member: TeamMemberView }) {
  const words = ui.t.people.team;
  const { number, date } = ui.format;
  const { programmes = [], exempt = [] } = member;
  const lines = [
    ...programmes.map(({ title, done, all }) => words.programme(title, number(done), number(all))),
    ...exempt.map(({ title, until }) =>
      until === undefined ? words.exempt(title) : words.exemptUntil(title, date(noonOf(until))),
    ),
  ];
  return lines.map((line) => <p class="mt-1 text-sm">{line}</p>);
}

function Duties({ ui, member }: { readonly ui: Ui; readonly member: TeamMemberView }) {
  const words = ui.t.people.team;
  const { open } = member;
  if (open.length === 0) return <span class="quiet">{words.nothingOpen}</span>;
  return (
    <details>
      <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">
        {words.open(ui.format.number(open.length))}
      </summary>
      <ul class="mt-1 list-disc ps-5 text-sm">
        {open.map((duty) => (
          <li>
            <Text ui={ui} map={duty.course} />
            <span class="quiet"> · {dutyText(ui, duty)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function dutyText(ui: Ui, { state, dueOn, isOverdue }: TeamDutyView): string {
  const words = ui.t.people.team;
  if (dueOn === undefined) return words.state[state];
  const date = ui.format.date(noonOf(dueOn));
  return `${words.state[state]}, ${isOverdue ? words.lateSince(date) : words.until(date)}`;
}

import { DeskFrame } from '../approvals/frame.tsx';
import { coachingWords } from '../i18n/coaching.ts';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, type PersonVisit } from '../visit.ts';
import { teamPairsPath } from './paths.ts';
import type { CoachingPorts, TeamPairView } from './ports.ts';

export async function showTeam(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <TeamPairsPage ui={ui} pairs={await ports.teamOf(person)} />);
}

/** That sessions took place in a team, and not what was said. */
function TeamPairsPage({ ui, pairs }: { readonly ui: Ui; readonly pairs: readonly TeamPairView[] }) {
  const words = coachingWords[ui.locale];
  const columns = words.teamColumns;
  return (
    <DeskFrame ui={ui} desk="team" title={words.teamTitle} current={teamPairsPath}>
      <PageHeading title={words.teamTitle} lead={words.teamLead} />
      {pairs.length === 0 ? (
        <EmptyState icon="people" title={words.teamEmptyTitle} text={words.teamEmptyText} />
      ) : (
        <Table
          caption={words.teamTitle}
          columns={[columns.person, columns.kind, columns.partner, columns.sessions]}
          cards
        >
          {pairs.map((pair) => (
            <tr>
              <th scope="row" class="font-medium">
                {pair.name}
              </th>
              <td data-label={columns.kind}>
                {words.kinds[pair.kind]} · {words.roles[pair.kind][pair.side]}
              </td>
              <td data-label={columns.partner}>{pair.partner}</td>
              <td data-label={columns.sessions}>
                <Sessions ui={ui} pair={pair} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </DeskFrame>
  );
}

function Sessions({ ui, pair }: { readonly ui: Ui; readonly pair: TeamPairView }) {
  const words = coachingWords[ui.locale];
  if (pair.sessions.length === 0) return <span class="quiet">{words.teamNone}</span>;
  return (
    <ul>
      {pair.sessions.map(({ on, minutes, topic }) => (
        <li class="break-words">
          {words.teamSession(ui.format.date(`${on}T05:00:00.000Z`), ui.format.number(minutes))}
          {topic !== undefined && `: ${topic}`}
        </li>
      ))}
    </ul>
  );
}

import { TeamMenu } from '../approvals/frame.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { TeamRow } from './ports.ts';

/** Whom a supervisor supervises. */
export function TeamPage(props: { readonly ui: Ui; readonly team: readonly TeamRow[] }) {
  const { ui, team } = props;
  const { t } = ui;
  const { columns } = t.operator;
  const words = ui.t.people;
  return (
    <Shell ui={ui} title={words.teamTitle} section="team" menu={<TeamMenu ui={ui} current="/team" />}>
      <PageHeading title={words.teamTitle} lead={words.teamLead} />
      {team.length === 0 ? (
        <EmptyState icon="people" title={words.teamEmptyTitle} text={words.teamEmptyText} />
      ) : (
        <Table caption={words.teamTitle} columns={[columns.name, columns.email, columns.nip, columns.status]}>
          {team.map((person) => (
            <tr>
              <th scope="row" class="font-medium">
                {person.name}
              </th>
              <td>{person.email}</td>
              <td class="font-mono text-sm whitespace-nowrap">{person.maskedEmployeeNumber ?? '–'}</td>
              <td>
                <span class={person.status === 'active' ? 'tag tag-success' : 'tag'}>
                  {t.agency.personStatus[person.status]}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Shell>
  );
}

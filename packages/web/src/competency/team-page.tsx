import { competencyWords } from '../i18n/competency.ts';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { CompetencyFrame } from './frame.tsx';
import { matchText, nameText } from './parts.tsx';
import { personPath, teamPath } from './paths.ts';
import type { TeamRowView } from './person-ports.ts';

/** Whoever waits for the supervisor stands first, then who is short of most. */
export function TeamPage({ ui, rows }: { readonly ui: Ui; readonly rows: readonly TeamRowView[] }) {
  const words = competencyWords[ui.locale];
  const columns = words.teamColumns;
  return (
    <CompetencyFrame ui={ui} desk="team" title={words.teamTitle} current={teamPath}>
      <PageHeading title={words.teamTitle} lead={words.teamLead} />
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.teamEmptyTitle} text={words.teamEmptyText} />
      ) : (
        <Table
          caption={words.teamTitle}
          columns={[columns.name, columns.match, columns.gaps, columns.open, columns.waiting]}
          cards
        >
          {rows
            .toSorted((a, b) => b.waiting - a.waiting || b.short - a.short)
            .map((row) => (
              <tr>
                <th scope="row" class="font-medium">
                  <a
                    class="text-link inline-flex min-h-8 items-center"
                    href={personPath('team', row.personId)}
                  >
                    {row.name}
                  </a>
                  {row.post !== undefined && <span class="quiet block text-sm font-normal">{row.post}</span>}
                </th>
                <td data-label={columns.match} class="tabular-nums">
                  {row.match ? (
                    <>
                      {matchText(ui, row.match)}
                      <span class="quiet block text-sm">
                        {words.matchNote(row.match.assessed, row.match.required)}
                      </span>
                    </>
                  ) : (
                    words.matchOpen
                  )}
                </td>
                <td data-label={columns.gaps}>
                  {row.gaps.length === 0
                    ? words.none
                    : row.gaps.map(({ name, gap }) => (
                        <span class="block">
                          {nameText(ui, name)}: {words.gap(gap).toLowerCase()}
                        </span>
                      ))}
                </td>
                <td data-label={columns.open} class="tabular-nums">
                  {ui.format.number(row.unassessed)}
                </td>
                <td data-label={columns.waiting} class="tabular-nums">
                  {row.waiting > 0 ? (
                    <span class="tag tag-error">{ui.format.number(row.waiting)}</span>
                  ) : (
                    ui.format.number(0)
                  )}
                </td>
              </tr>
            ))}
        </Table>
      )}
    </CompetencyFrame>
  );
}

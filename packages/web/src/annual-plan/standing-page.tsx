import { AgencyFrame } from '../agency/frame.tsx';
import { nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { competencyWords } from '../i18n/competency.ts';
import { needWords } from '../i18n/needs.ts';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { StandingGroupView, StandingView } from './need-ports.ts';
import { plansPath } from './paths.ts';

/** Name of a unit or a group of posts; those of standards have words of their own. */
export function groupName(ui: Ui, group: Pick<StandingGroupView, 'by' | 'id' | 'name'>): string {
  const words = needWords[ui.locale];
  if (group.by === 'agency') return words.everybody;
  if (group.by === 'unit') return group.name ?? words.unitGone;
  return postName(ui, group.id);
}

export function postName({ locale }: Ui, post: string): string {
  const found = Object.entries(competencyWords[locale].group).find(([name]) => name === post);
  return found?.[1] ?? post;
}

/** Sums of performance, with which of them are signals; nothing leads to a person. */
export function StandingPage({ ui, view }: { readonly ui: Ui; readonly view: StandingView }) {
  const words = needWords[ui.locale];
  const links = [[plansPath, annualPlanWords[ui.locale].title]] as const;
  const { counted, groups, rule } = view;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={words.standingTitle}>
      <PageHeading
        title={words.standingTitle}
        lead={words.standingLead}
        trail={<Trail ui={ui} links={links} />}
      />
      {counted && groups.length > 0 && (
        <p class="mb-5">{words.standingOf(String(counted.year), ui.format.date(counted.at))}</p>
      )}
      {groups.length === 0 ? (
        <EmptyState icon="chart" title={words.standingNone} text={words.standingNoneText} />
      ) : (
        (['agency', 'unit', 'post'] as const).map((by) => <Groups ui={ui} view={view} by={by} />)
      )}
      <p class="quiet max-w-[80ch] text-sm">
        {words.standingHidden} {rule && nameText(ui, rule)}
      </p>
    </AgencyFrame>
  );
}

function Groups({
  ui,
  view,
  by,
}: { readonly ui: Ui; readonly view: StandingView } & Pick<StandingGroupView, 'by'>) {
  const words = needWords[ui.locale];
  const groups = view.groups
    .filter((group) => group.by === by)
    .toSorted((a, b) => b.below - a.below || a.id.localeCompare(b.id));
  if (groups.length === 0) return null;
  const [, rated, below, share, signal] = words.standingColumns;
  return (
    <Block id={`standing-${by}`} title={words.standingKinds[by]}>
      <Table caption={words.standingKinds[by]} columns={words.standingColumns} cards>
        {groups.map((group) => (
          <tr>
            <th scope="row" class="font-medium">
              {groupName(ui, group)}
            </th>
            <td data-label={rated} class="tabular-nums">
              {ui.format.number(group.rated)}
            </td>
            <td data-label={below} class="tabular-nums">
              {ui.format.number(group.below)}
            </td>
            <td data-label={share} class="tabular-nums">
              {`${ui.format.number(Math.round((100 * group.below) / group.rated))}%`}
            </td>
            <td data-label={signal}>{group.isSignal ? words.isSignal : words.noSignal}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

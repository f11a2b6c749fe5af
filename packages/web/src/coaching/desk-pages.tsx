import { AgencyFrame } from '../agency/frame.tsx';
import { coachingWords } from '../i18n/coaching.ts';
import { coachingDeskWords } from '../i18n/coaching-desk.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type {
  AgencyCoachingView,
  AgencyCommunityLine,
  CoachingDeskPorts,
  PairSumsView,
} from './desk-ports.ts';
import { agencyPairsPath } from './paths.ts';

const sumNames = ['people', 'learners', 'guides', 'sessions', 'minutes'] as const;

export function AgencyCoachingPage(props: {
  readonly ui: Ui;
  readonly view: AgencyCoachingView;
  readonly failure?: string | undefined;
  /** Of whoever was named and is not taken. */
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view, failure, form = emptyForm, notice } = props;
  const words = coachingDeskWords[ui.locale];
  return (
    <AgencyFrame ui={ui} title={words.title} current={agencyPairsPath} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} />
      {failure !== undefined && (
        <div class="mb-4">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <form method="get" action={agencyPairsPath} class="mb-6 flex flex-wrap items-end gap-3">
        <label class="block">
          <span class="mb-1 block font-medium">{words.year}</span>
          <select name="year" class="select appearance-none">
            {view.years.map((year) => (
              <option value={String(year)} selected={year === view.year}>
                {String(year)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="btn">
          {words.show}
        </button>
      </form>
      <Block id="pairs" title={words.pairs}>
        <Pairs ui={ui} view={view} />
      </Block>
      <Block id="communities" title={words.communities}>
        <Communities ui={ui} view={view} />
        {view.communities.map(
          (one) => one.isLeaderless && <NameFacilitator ui={ui} community={one} form={form} />,
        )}
      </Block>
    </AgencyFrame>
  );
}

interface Props {
  readonly ui: Ui;
  readonly view: AgencyCoachingView;
}

function Pairs({ ui, view }: Props) {
  const words = coachingDeskWords[ui.locale];
  if (view.units.length === 0) return <p class="quiet">{words.none}</p>;
  return (
    <>
      {view.all ? (
        <dl class="mb-4 grid grid-cols-2 gap-3 md:grid-cols-5">
          {sumNames.map((name) => (
            <Figure label={words[name]} value={cellOf(ui, view.all, name)} />
          ))}
        </dl>
      ) : (
        <p class="quiet mb-4">{words.few}</p>
      )}
      <p class="mb-4">
        <a class="btn" href={hrefOf(`${agencyPairsPath}/pairs`, { year: String(view.year) })}>
          {words.listLink}
        </a>
      </p>
      <h3 class="mb-2 font-semibold">{words.byUnit}</h3>
      <Table caption={words.byUnit} columns={[words.unit, ...sumNames.map((name) => words[name])]} cards>
        {view.units.map(({ name, sums }) => (
          <tr>
            <th scope="row" class="font-medium break-words">
              {name ?? words.noUnit}
            </th>
            {sumNames.map((of) => (
              <td data-label={words[of]}>{cellOf(ui, sums, of)}</td>
            ))}
          </tr>
        ))}
      </Table>
      <p class="quiet mt-2 max-w-[65ch] text-sm">{words.hiddenNote}</p>
    </>
  );
}

function cellOf(ui: Ui, sums: PairSumsView | undefined, of: (typeof sumNames)[number]): string {
  const value = of === 'sessions' || of === 'minutes' ? sums?.signed?.[of] : sums?.[of];
  return value === undefined ? coachingDeskWords[ui.locale].fewCell : ui.format.number(value);
}

function Communities({ ui, view }: Props) {
  const words = coachingDeskWords[ui.locale];
  const { columns } = words;
  const { number } = ui.format;
  if (view.communities.length === 0) return <p class="quiet">{words.noCommunities}</p>;
  return (
    <Table
      caption={words.communities}
      columns={[columns.name, columns.members, columns.meetings, columns.present, columns.open]}
      cards
    >
      {view.communities.map((one) => {
        const other = one.openTo === 'all' ? 'agency' : 'all';
        return (
          <tr>
            <th scope="row" class="font-medium break-words">
              {one.name}
              {one.state === 'closed' && <span class="quiet"> ({words.inactive})</span>}
              {one.isLeaderless && <span class="tag tag-warning ml-2">{words.leaderless}</span>}
            </th>
            <td data-label={columns.members}>{number(one.members)}</td>
            <td data-label={columns.meetings}>{number(one.meetings)}</td>
            <td data-label={columns.present}>{number(one.attendances)}</td>
            <td data-label={columns.open}>
              <form
                method="post"
                action={`/agency/communities/${encodeURIComponent(one.communityId)}/open`}
                class="flex flex-wrap items-center gap-3"
              >
                <span>{words.openTo[one.openTo]}</span>
                <input type="hidden" name="openTo" value={other} />
                <button type="submit" class="btn">
                  {words.setOpen[other]}
                  <span class="sr-only">: {one.name}</span>
                </button>
              </form>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** One field a community, as there are several on a page. */
export const whoFieldOf = (communityId: string): string => `who-${communityId}`;

function NameFacilitator(props: {
  readonly ui: Ui;
  readonly community: AgencyCommunityLine;
  readonly form: FormState;
}) {
  const { ui, community, form } = props;
  const { communityId, name } = community;
  const words = coachingDeskWords[ui.locale];
  return (
    <form
      method="post"
      action={`/agency/communities/${encodeURIComponent(communityId)}/facilitator`}
      class="mt-6 max-w-xl"
    >
      <h3 class="mb-1 font-semibold break-words">{words.nameTitle(name)}</h3>
      <p class="quiet mb-3 max-w-[65ch]">{words.nameLead}</p>
      <TextField
        {...{ ui, form, name: whoFieldOf(communityId), label: words.who, hint: words.whoHint }}
        maxlength={160}
        required
      />
      <button type="submit" class="btn">
        {words.nameIt}
        <span class="sr-only">: {name}</span>
      </button>
    </form>
  );
}

export function AgencyPairsPage(props: {
  readonly ui: Ui;
  readonly view: Awaited<ReturnType<CoachingDeskPorts['pairsOf']>>;
}) {
  const { ui, view } = props;
  const words = coachingDeskWords[ui.locale];
  const own = coachingWords[ui.locale];
  const columns = words.listColumns;
  const { number } = ui.format;
  const here = `${agencyPairsPath}/pairs`;
  const year = String(view.year);
  const file = (format: 'csv' | 'xlsx') => hrefOf(`${here}/file`, { year, format });
  return (
    <AgencyFrame ui={ui} title={words.listTitle} current={agencyPairsPath}>
      <PageHeading
        title={`${words.listTitle} ${year}`}
        lead={words.listLead}
        trail={<Trail ui={ui} links={[[hrefOf(agencyPairsPath, { year }), words.title]]} />}
        actions={
          <>
            <a class="btn" href={file('csv')}>
              {words.csv}
            </a>
            <a class="btn" href={file('xlsx')}>
              {words.xlsx}
            </a>
          </>
        }
      />
      {view.pairs.length === 0 ? (
        <p class="quiet">{words.listNone}</p>
      ) : (
        <Table caption={words.listTitle} columns={Object.values(columns)} cards>
          {view.pairs.map((pair) => (
            <tr>
              <th scope="row" class="font-medium break-words">
                {pair.name}
              </th>
              <td data-label={columns.unit}>{pair.unit ?? words.noUnit}</td>
              <td data-label={columns.kind}>{own.kinds[pair.kind]}</td>
              <td data-label={columns.side}>{own.roles[pair.kind][pair.side]}</td>
              <td data-label={columns.state}>{own.states[pair.state]}</td>
              <td data-label={columns.sessions}>{number(pair.sessions)}</td>
              <td data-label={columns.minutes}>{number(pair.minutes)}</td>
            </tr>
          ))}
        </Table>
      )}
      <nav aria-label={ui.t.shell.paging} class="no-print mt-5 flex flex-wrap gap-2">
        {view.page > 1 && (
          <a class="btn" href={hrefOf(here, { year, page: String(view.page - 1) })}>
            {words.newer}
          </a>
        )}
        {view.hasMore && (
          <a class="btn" href={hrefOf(here, { year, page: String(view.page + 1) })}>
            {words.older}
          </a>
        )}
      </nav>
    </AgencyFrame>
  );
}

import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { homeOf, QuotaFrame } from './place.tsx';
import { poolName } from './pool-name.ts';
import type { PoolView } from './pool-ports.ts';
import { quotaName } from './pools-page.tsx';
import { poolsPath } from './pools-path.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PoolView;
  readonly form: FormState;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}

/** Who has taken seats of a pool, and who is on its list. */
export function PoolPage(props: Props) {
  const { ui, view } = props;
  const { quota, pool } = view;
  const words = ui.t.quotas.pools;
  const { number } = ui.format;
  const title = words.seatsTitle(poolName(ui, pool.group));
  const path = `${poolsPath(quota.quotaId)}/${encodeURIComponent(pool.poolId)}`;
  return (
    <QuotaFrame ui={ui} place="agency" title={title} notice={props.notice}>
      <PageHeading
        title={title}
        lead={words.seatsLead(number(pool.taken), number(pool.seats))}
        trail={
          <Trail
            ui={ui}
            links={[
              [homeOf.agency, ui.t.quotas.title],
              [poolsPath(quota.quotaId), `${words.title}: ${quotaName(ui, quota)}`],
            ]}
          />
        }
        actions={
          <a class="btn" href={`${path}/seats.csv`}>
            {words.csv}
          </a>
        }
      />
      <Block id="seats" title={words.columns[1] ?? ''}>
        {view.seats.length === 0 ? (
          <p class="quiet">{words.seatsNone}</p>
        ) : (
          <Table caption={title} columns={words.seatColumns} cards>
            {view.seats.map((seat) => (
              <tr>
                <th scope="row" class="font-medium">
                  {seat.person}
                </th>
                <td data-label={words.seatColumns[1]}>
                  <Text ui={ui} map={seat.course} />
                </td>
                <td data-label={words.seatColumns[2]}>
                  <span class="tag tag-info">{words.state[seat.state]}</span>
                </td>
                <td data-label={words.seatColumns[3]} class="whitespace-nowrap">
                  <When ui={ui} at={seat.at} dateOnly />
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Paging ui={ui} path={path} next={view.next} isFirst={props.isFirst} />
      </Block>
      {pool.group.kind === 'list' && <List {...props} path={path} />}
    </QuotaFrame>
  );
}

function List({ ui, view, form, path }: Props & { readonly path: string }) {
  const words = ui.t.quotas.pools;
  return (
    <Block id="list" title={words.listTitle}>
      <p class="mb-4 max-w-prose">{words.listLead}</p>
      {view.listed.length === 0 ? (
        <p class="quiet mb-4">{words.listNone}</p>
      ) : (
        <ul class="panel mb-4 divide-y divide-base-300">
          {view.listed.map((one) => (
            <li class="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <span>
                {one.name} <span class="quiet text-sm">{words[one.state]}</span>
              </span>
              <Answer ui={ui} one={one} path={path} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={path} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="person" label={words.person} required maxlength={254} />
        <button type="submit" name="do" value="put" class="btn btn-primary">
          {words.put}
        </button>
      </form>
    </Block>
  );
}

function Answer(props: { readonly ui: Ui; readonly one: PoolView['listed'][number]; readonly path: string }) {
  const { ui, one, path } = props;
  const words = ui.t.quotas.pools;
  return (
    <form method="post" action={path} class="flex gap-2">
      <input type="hidden" name="person" value={one.personId} />
      {one.state === 'asked' && (
        <button type="submit" name="do" value="put" class="btn btn-sm" aria-label={words.acceptOf(one.name)}>
          {words.accept}
        </button>
      )}
      <button type="submit" name="do" value="off" class="btn btn-sm" aria-label={words.offOf(one.name)}>
        {one.state === 'asked' ? words.refuse : words.off}
      </button>
    </form>
  );
}

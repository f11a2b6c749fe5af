import { ledgerPath } from '../credit/paths.ts';
import { externalPath } from '../external/paths.ts';
import { officialWords } from '../i18n/official-index.ts';
import { professionalismWords } from '../i18n/professionalism.ts';
import { emptyForm, FormProblem, type FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, Figure, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { officialPath } from './paths.ts';
import type { DimensionName, IndexView, OfficialPartView, OfficialView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: IndexView;
  readonly asking?: FormState;
}
type Latest = NonNullable<OfficialView['latest']>;
interface Shown {
  readonly ui: Ui;
  readonly latest: Latest;
}

/** What BKN has set, beside ours, with its day; or why there is nothing, and what to do then. */
export function OfficialBlock({ ui, view: { official }, asking }: Props) {
  const words = officialWords[ui.locale];
  const { latest, earlier, isRead } = official;
  return (
    <Block id="official" title={words.title}>
      {(isRead || latest) && <p class="mb-3 max-w-[68ch]">{words.lead}</p>}
      {!isRead && latest && <p class="quiet mb-3">{words.offKept}</p>}
      {latest ? (
        <>
          <Value ui={ui} latest={latest} />
          <Parts ui={ui} latest={latest} />
          <Differences ui={ui} latest={latest} />
        </>
      ) : (
        <EmptyState icon="chart" title={words.none} text={emptyText(ui, official)} />
      )}
      {latest && official.look && official.look.outcome !== 'value' && (
        <div class="mt-3 max-w-3xl">
          <Notice tone="warning">
            {words.look[official.look.outcome](ui.format.dateTime(official.look.at))}
          </Notice>
        </div>
      )}
      {earlier.length > 0 && <Earlier ui={ui} earlier={earlier} />}
      {isRead && <Ask {...{ ui, official }} {...(asking && { asking })} />}
    </Block>
  );
}

function emptyText({ locale, format }: Ui, { isRead, look }: OfficialView): string {
  const words = officialWords[locale];
  // What was looked for once is told, also where nobody looks any more.
  if (look && look.outcome !== 'value') return words.look[look.outcome](format.dateTime(look.at));
  return isRead ? words.waitText : words.offText;
}

function Value({ ui, latest }: Shown) {
  const { format, locale } = ui;
  const words = officialWords[locale];
  const { band } = professionalismWords[locale];
  const { year, total, simulated, createdAt, readAt } = latest;
  return (
    <>
      <dl class="mb-3 grid gap-3 sm:grid-cols-2" aria-label={words.figures}>
        <Figure
          label={
            <>
              {words.figure(year)} <span class="tag tag-success">{words.official}</span>
            </>
          }
          value={format.number(total)}
          note={band[latest.band]}
        />
        <Figure
          label={
            <>
              {words.simulationOf(year)} <span class="tag tag-warning">{words.simulated}</span>
            </>
          }
          value={simulated ? format.number(simulated.total) : '–'}
          note={simulated ? `${band[simulated.band]}. ${words.simulationNote}` : words.open}
        />
      </dl>
      <p class="quiet mb-4 text-sm">
        {words.madeAt(format.dateTime(createdAt))} {words.notSince} {words.readAt(format.dateTime(readAt))}
      </p>
    </>
  );
}

function Parts({ ui, latest }: Shown) {
  const { format, locale } = ui;
  const words = officialWords[locale];
  const { dimension: names } = professionalismWords[locale];
  const { dimension, official, simulated, by } = words.columns;
  return (
    <Table caption={words.parts} columns={[dimension, official, simulated, by]} cards>
      {latest.parts.map((part) => (
        <tr>
          <th scope="row">{names[part.dimension]}</th>
          <td data-label={official} class="tabular-nums font-bold">
            {format.number(part.points)}
          </td>
          <td data-label={simulated} class="tabular-nums">
            {part.simulated === undefined ? words.open : format.number(part.simulated)}
          </td>
          <td data-label={by} class="tabular-nums">
            {byOf(ui, part)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function byOf({ locale, format }: Ui, { simulated, by = 0 }: OfficialPartView): string {
  if (simulated === undefined) return '–';
  if (by === 0) return officialWords[locale].same;
  return by > 0 ? `+${format.number(by)}` : `−${format.number(-by)}`;
}

/** Where to go for what, by dimension. */
const links: Readonly<Record<DimensionName, { readonly lower: string; readonly higher: string }>> = {
  qualification: { lower: '#edit', higher: '#edit' },
  competency: { lower: ledgerPath, higher: externalPath },
  performance: { lower: '#edit', higher: '#edit' },
  discipline: { lower: '#edit', higher: '#edit' },
};

function Differences({ ui, latest }: Shown) {
  const { locale } = ui;
  const words = officialWords[locale];
  const { dimension: names } = professionalismWords[locale];
  const differing = latest.parts.filter(({ by = 0 }) => by !== 0);
  if (differing.length === 0) {
    const isCompared = latest.parts.some(({ simulated }) => simulated !== undefined);
    return isCompared ? <p class="mt-3">{words.agree}</p> : null;
  }
  return (
    <div class="mt-4">
      <h3 class="mb-2 font-semibold">{words.differ}</h3>
      <ul class="grid gap-3">
        {differing.map((part) => {
          const way = (part.by ?? 0) < 0 ? 'lower' : 'higher';
          const href = links[part.dimension][way];
          const label =
            href === ledgerPath ? words.toLedger : href === externalPath ? words.toExternal : words.toForm;
          return (
            <li class="panel px-5 py-4">
              <p class="font-semibold">
                {names[part.dimension]} <span class="tabular-nums">({byOf(ui, part)})</span>
              </p>
              <p class="max-w-[68ch]">{words.reasons[part.dimension][way]}</p>
              <a href={href} class="text-link inline-flex min-h-8 items-center">
                {label}
              </a>
            </li>
          );
        })}
      </ul>
      <p class="mt-3 max-w-[68ch]">{words.route}</p>
    </div>
  );
}

function Earlier({ ui, earlier }: { readonly ui: Ui; readonly earlier: OfficialView['earlier'] }) {
  const { format, locale } = ui;
  const words = officialWords[locale];
  const { band } = professionalismWords[locale];
  const { year, total, made } = words.earlierColumns;
  return (
    <details class="mt-4">
      <summary class="min-h-8 cursor-pointer">{words.earlier}</summary>
      <div class="mt-2">
        <Table caption={words.earlier} columns={[year, total, made]} cards>
          {earlier.map((one) => (
            <tr>
              <th scope="row">{String(one.year)}</th>
              <td data-label={total} class="tabular-nums">
                {format.number(one.total)} ({band[one.band]})
              </td>
              <td data-label={made}>{format.date(one.createdAt)}</td>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}

function Ask(props: { readonly ui: Ui; readonly official: OfficialView; readonly asking?: FormState }) {
  const { ui, official, asking = emptyForm } = props;
  const words = officialWords[ui.locale];
  const { askedAt, asksAgainAt } = official;
  return (
    <div class="mt-4">
      <FormProblem ui={ui} form={asking} />
      {askedAt !== undefined && <p>{words.asked(ui.format.dateTime(askedAt))}</p>}
      {asksAgainAt === undefined ? (
        <form method="post" action={officialPath}>
          <button type="submit" class="btn">
            {words.ask}
          </button>
          <p class="quiet mt-1 text-sm">{words.askNote}</p>
        </form>
      ) : (
        <p class="quiet text-sm">{words.askAgain(ui.format.dateTime(asksAgainAt))}</p>
      )}
    </div>
  );
}

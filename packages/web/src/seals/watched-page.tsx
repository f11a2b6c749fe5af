import { watchedSealWords } from '../i18n/watched-seals.ts';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, type PersonVisit } from '../visit.ts';
import { watchedSealsPath } from './paths.ts';
import type { SealsPorts, WatchedSealView } from './ports.ts';

export async function showWatched(
  { context, ui, person }: PersonVisit,
  ports: SealsPorts,
): Promise<Response> {
  return answerPage(context, <WatchedSealsPage ui={ui} seals={await ports.watched(person)} />);
}

const tone = { running: 'tag tag-success', paused: 'tag tag-warning', lacking: 'tag tag-warning' };

/** Whether documents of agencies are sealed, why not, and what waits. */
function WatchedSealsPage(props: { readonly ui: Ui; readonly seals: readonly WatchedSealView[] }) {
  const { ui, seals } = props;
  const words = watchedSealWords[ui.locale];
  const { agency, state, waiting, last } = words.columns;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="operator"
      menu={<OperatorMenu ui={ui} current={watchedSealsPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} />
      {seals.length === 0 ? (
        <EmptyState icon="list" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <Table caption={words.title} columns={[agency, state, waiting, last]} cards>
          {seals.map((seal) => (
            <tr>
              <th scope="row" class="font-medium">
                {seal.agency}
              </th>
              <td data-label={state}>
                <span class={seal.state === 'stopped' ? 'tag tag-error' : tone[seal.state]}>
                  {words.state[seal.state]}
                </span>
                <Why ui={ui} seal={seal} />
              </td>
              <td data-label={waiting}>
                <Waiting ui={ui} seal={seal} />
              </td>
              <td data-label={last}>
                {seal.lastSealedAt ? <When ui={ui} at={seal.lastSealedAt} /> : words.never}
                {seal.sealerEndsAt && (
                  <p class="quiet text-sm">{words.ends(ui.format.date(seal.sealerEndsAt))}</p>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Shell>
  );
}

function Why({ ui, seal }: { readonly ui: Ui; readonly seal: WatchedSealView }) {
  const { reason, lack, said } = ui.t.seals;
  const { standstill, lacks, pausedUntil, state } = seal;
  if (standstill)
    return (
      <div class="mt-1 text-sm">
        <p>{reason[standstill.because]}</p>
        {standstill.words && <p>{said(standstill.words)}</p>}
        <p class="quiet">
          <When ui={ui} at={standstill.at} />
        </p>
      </div>
    );
  if (state === 'lacking')
    return (
      <ul class="mt-1 list-disc ps-5 text-sm">
        {lacks.map((one) => (
          <li>{lack[one]}</li>
        ))}
      </ul>
    );
  if (!pausedUntil) return null;
  return <p class="mt-1 text-sm">{ui.t.seals.paused(ui.format.dateTime(pausedUntil))}</p>;
}

function Waiting({ ui, seal }: { readonly ui: Ui; readonly seal: WatchedSealView }) {
  const words = watchedSealWords[ui.locale];
  const count = ui.format.number(seal.waiting);
  if (seal.waiting === 0) return <>{words.none}</>;
  return (
    <details>
      <summary class="inline-flex min-h-8 cursor-pointer items-center tabular-nums">
        {seal.atLeast ? words.atLeast(count) : words.count(count)}
      </summary>
      <p class="quiet text-sm">{words.longest}</p>
      <ul class="text-sm">
        {seal.longest.map(({ number, edition, since }) => (
          <li>
            <span class="font-mono break-all">
              {number}/{edition}
            </span>{' '}
            · <When ui={ui} at={since} />
          </li>
        ))}
      </ul>
    </details>
  );
}

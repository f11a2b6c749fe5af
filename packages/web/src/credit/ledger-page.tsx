import { pairsPath } from '../coaching/paths.ts';
import { communitiesPath } from '../communities/paths.ts';
import { ownPath } from '../competency/paths.ts';
import { evaluationsPath } from '../evaluations/paths.ts';
import { externalPath } from '../external/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, Figure, hrefOf, PageHeading, SectionMenu, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import { indexPath } from '../professionalism/paths.ts';
import { OwnMenu } from '../records/own-menu.tsx';
import { transcriptPath } from '../transcripts/paths.ts';
import type { Ui } from '../ui.ts';
import { LedgerLine } from './ledger-line.tsx';
import { dayText, Ground } from './parts.tsx';
import { jpShows, ledgerPath } from './paths.ts';
import type { AheadView, CreditYearView, ShownPart } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: CreditYearView;
  readonly notice?: NoticeName | undefined;
}

/** Every line behind the JP of a year: what was stated, what the rule makes of it, and what of that counts. */
export function LedgerPage(props: Props) {
  const { ui, view } = props;
  const words = ui.t.credit;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="records"
      notice={props.notice}
      menu={<OwnMenu ui={ui} current={ledgerPath} />}
    >
      <PageHeading
        title={words.titleOf(view.year)}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      {view.years.length > 1 && <Years {...props} />}
      <Assumed {...props} />
      {view.part ? <Part ui={ui} view={view} part={view.part} /> : <Totals {...props} />}
      <Ways ui={ui} view={view} />
      <Block id="lines" title={view.part ? words.show[view.part.show] : words.lines}>
        {view.part?.courses ? (
          <Ahead ui={ui} courses={view.part.courses} />
        ) : view.lines.length === 0 ? (
          <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText}>
            <a href="/catalogue" class="btn btn-primary">
              {ui.t.home.openCatalogue}
            </a>
          </EmptyState>
        ) : (
          <ol class="grid gap-3">
            {view.lines.map((line) => (
              <li>
                <LedgerLine ui={ui} line={line} />
              </li>
            ))}
          </ol>
        )}
      </Block>
      <p class="quiet text-sm">
        {words.yearBy[view.countsBy]} {words.rule}
      </p>
    </Shell>
  );
}

/** Where else JP come from, and what they are for. */
function Ways({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.credit;
  return (
    <p class="no-print mb-8 flex flex-wrap gap-3">
      <a class="btn" href={externalPath}>
        {ui.t.external.title}
      </a>
      <a class="btn" href={ownPath}>
        {words.competency}
      </a>
      <a class="btn" href={pairsPath}>
        {words.coaching}
      </a>
      <a class="btn" href={communitiesPath}>
        {words.communities}
      </a>
      <a class="btn" href={evaluationsPath}>
        {words.evaluations}
      </a>
      <a class="btn" href={indexPath}>
        {words.simulation}
      </a>
      <a class="btn" href={hrefOf(transcriptPath, { year: String(view.year) })}>
        {ui.t.transcripts.open(view.year)}
      </a>
    </p>
  );
}

/** One number of the year, with the sum of exactly the lines below it. */
function Part({ ui, view, part }: Pick<Props, 'ui' | 'view'> & { readonly part: ShownPart }) {
  const words = ui.t.credit;
  const { show, sum } = part;
  return (
    <div class="mb-8">
      <SectionMenu
        label={words.numbers}
        links={[
          [hrefOf(ledgerPath, { year: String(view.year) }), words.showAll],
          ...jpShows.map(
            (one) => [hrefOf(ledgerPath, { year: String(view.year), show: one }), words.show[one]] as const,
          ),
        ]}
        current={hrefOf(ledgerPath, { year: String(view.year), show })}
      />
      <dl class="mt-4">
        <Figure label={words.show[show]} value={ui.format.jp(sum)} note={words.showNote[show]} />
      </dl>
      {show === 'recognised' && view.maximum && (
        <p class="mt-3">{words.period(dayText(ui, view.maximum.from), dayText(ui, view.maximum.to))}</p>
      )}
      {show === 'left' && view.minimum && (
        <p class="mt-3 tabular-nums">
          {words.leftOf(ui.format.jp(view.minimum.jp), ui.format.jp(view.recognised), ui.format.jp(sum))}{' '}
          <Ground ui={ui} ground={view.minimum} />
        </p>
      )}
    </div>
  );
}

/** Courses that state JP and have brought none yet. */
function Ahead({ ui, courses }: { readonly ui: Ui; readonly courses: readonly AheadView[] }) {
  const { format, t } = ui;
  if (courses.length === 0) return <p class="quiet">{t.credit.aheadNone}</p>;
  return (
    <ul class="grid gap-3">
      {courses.map(({ courseId, title, jp, percent }) => (
        <li class="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3">
          <a href={`/courses/${courseId}`} class="text-link inline-flex min-h-8 items-center font-semibold">
            <Text ui={ui} map={title} />
          </a>
          <span class="whitespace-nowrap tabular-nums">
            <span class="quiet text-sm">{t.credit.done(format.percent(percent))}</span>{' '}
            <span class="font-bold">{format.jp(jp)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Years({ ui, view }: Props) {
  const links = view.years.map((year) => [hrefOf(ledgerPath, { year: String(year) }), String(year)] as const);
  const current = hrefOf(ledgerPath, { year: String(view.year) });
  return (
    <div class="mb-6">
      <SectionMenu label={ui.t.credit.years} links={links} current={current} />
    </div>
  );
}

function Assumed({ ui, view }: Props) {
  if (view.assumed.length === 0) return null;
  return (
    <div class="mb-5">
      <Notice tone="warning">
        {view.assumed.map((what) => (
          <p>{ui.t.credit.assumed[what]}</p>
        ))}
      </Notice>
    </div>
  );
}

function Totals({ ui, view }: Props) {
  const { t, format } = ui;
  const words = t.credit;
  return (
    <div class="mb-8">
      <dl class="grid grid-cols-2 gap-3 md:grid-cols-4">
        <Figure label={words.recognised} value={format.jp(view.recognised)} note={words.recognisedNote} />
        <Figure label={words.computed} value={format.jp(view.computed)} note={words.computedNote} />
        <Figure label={words.stated} value={format.jp(view.stated)} note={words.statedNote} />
        <Figure label={words.held} value={format.jp(view.held)} note={words.heldNote} />
      </dl>
      <Duty ui={ui} view={view} />
    </div>
  );
}

/** What the law asks of a PNS and allows a PPPK; the maximum is no target. */
function Duty({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const { t, format } = ui;
  const words = t.credit;
  const { minimum, maximum, unbound } = view;
  return (
    <>
      {minimum && (
        <p class="mt-4">
          <span class={minimum.met ? 'tag tag-success' : 'tag tag-warning'}>
            {minimum.met ? words.met : words.notMet}
          </span>{' '}
          {words.minimumOf(format.jp(minimum.jp))} <Ground ui={ui} ground={minimum} />
        </p>
      )}
      {unbound && <p class="mt-4">{words.unbound(format.jp(unbound.jp), unbound.legalBasis)}</p>}
      {maximum && (
        <p class="mt-4">
          {words.maximumOf(format.jp(maximum.recognised), format.jp(maximum.jp))}{' '}
          {words.period(dayText(ui, maximum.from), dayText(ui, maximum.to))}{' '}
          <Ground ui={ui} ground={maximum} />
        </p>
      )}
    </>
  );
}

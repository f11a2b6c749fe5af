import { pathWords } from '../i18n/learning-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading, ProgressBar } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { learningPathPath } from './paths.ts';
import type { PathCard } from './ports.ts';

/** What somebody is on, has finished, or can begin. */
export function PathListPage(props: {
  readonly ui: Ui;
  readonly own: readonly PathCard[];
  readonly open: readonly PathCard[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, own, open, notice } = props;
  const words = pathWords[ui.locale];
  const running = own.filter(({ completedAt }) => completedAt === undefined);
  const finished = own.filter(({ completedAt }) => completedAt !== undefined);
  return (
    <Shell ui={ui} title={words.title} section="paths" notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <a class="btn" href="/cohorts">
            {ui.t.shell.cohorts}
          </a>
        }
      />
      {own.length + open.length === 0 ? (
        <EmptyState icon="list" title={words.none} text={words.noneText} />
      ) : (
        <>
          {running.length > 0 && (
            <Block id="own" title={words.own}>
              <Cards ui={ui} cards={running} />
            </Block>
          )}
          {open.length > 0 && (
            <Block id="open" title={words.open}>
              <Cards ui={ui} cards={open} />
            </Block>
          )}
          {finished.length > 0 && (
            <Block id="finished" title={words.finished}>
              <Cards ui={ui} cards={finished} />
            </Block>
          )}
        </>
      )}
    </Shell>
  );
}

function Cards({ ui, cards }: { readonly ui: Ui; readonly cards: readonly PathCard[] }) {
  return (
    <ul class="grid gap-4 md:grid-cols-2">
      {cards.map((card) => (
        <li class="panel p-5">
          <h3 class="font-semibold">
            <a class="text-link inline-flex min-h-8 items-center" href={learningPathPath(card.pathId)}>
              {card.title}
            </a>
          </h3>
          <p class="quiet text-sm">{card.organiser}</p>
          <Standing ui={ui} card={card} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ ui, card }: { readonly ui: Ui; readonly card: PathCard }) {
  const words = pathWords[ui.locale];
  const { needed, done, completedAt, next } = card;
  if (completedAt !== undefined) {
    return (
      <p class="mt-2">
        {words.finishedOn} <When ui={ui} at={completedAt} dateOnly />
      </p>
    );
  }
  if (done === undefined) return <p class="mt-2">{words.steps(ui.format.number(needed))}</p>;
  const label = words.progress(ui.format.number(done), ui.format.number(needed));
  return (
    <div class="mt-3">
      <ProgressBar percent={needed === 0 ? 0 : (100 * done) / needed} label={label} />
      <p class="mt-1 text-sm">{label}</p>
      {next && (
        <p class="mt-1 text-sm">
          {words.nextIs} <Text ui={ui} map={next} />
        </p>
      )}
    </div>
  );
}

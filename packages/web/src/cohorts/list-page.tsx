import { cohortWords } from '../i18n/cohorts.ts';
import { pathWords } from '../i18n/learning-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import { learningPathsPath } from '../learning-paths/paths.ts';
import type { Ui } from '../ui.ts';
import { CohortDays } from './parts.tsx';
import { cohortPath } from './paths.ts';
import type { CohortCard } from './ports.ts';

/** Cohorts that somebody is in, or can ask for. */
export function CohortListPage(props: {
  readonly ui: Ui;
  readonly open: readonly CohortCard[];
  readonly own: readonly CohortCard[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, open, own, notice } = props;
  const words = cohortWords[ui.locale];
  const mine = new Set(own.map(({ cohortId }) => cohortId));
  const others = open.filter(({ cohortId }) => !mine.has(cohortId));
  return (
    <Shell ui={ui} title={words.title} section="paths" notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[learningPathsPath, pathWords[ui.locale].title]]} />}
      />
      {own.length + others.length === 0 && (
        <EmptyState icon="people" title={words.none} text={words.noneText} />
      )}
      {own.length > 0 && (
        <Block id="own" title={words.own}>
          <Cards ui={ui} cards={own} />
        </Block>
      )}
      {others.length > 0 && (
        <Block id="open" title={words.open}>
          <Cards ui={ui} cards={others} />
        </Block>
      )}
    </Shell>
  );
}

function Cards({ ui, cards }: { readonly ui: Ui; readonly cards: readonly CohortCard[] }) {
  const words = cohortWords[ui.locale];
  return (
    <ul class="grid gap-4 md:grid-cols-2">
      {cards.map((card) => (
        <li class="panel p-5">
          <h3 class="font-semibold">
            <a class="text-link inline-flex min-h-8 items-center" href={cohortPath(card.cohortId)}>
              {card.name}
            </a>
          </h3>
          <p>
            <Text ui={ui} map={card.subject.title} />
          </p>
          <p class="quiet text-sm">
            <CohortDays ui={ui} cohort={card} />
          </p>
          <p class="mt-2 flex flex-wrap gap-2">
            {card.state !== 'open' && <span class="badge badge-outline">{words.state[card.state]}</span>}
            {card.seat && <span class="badge badge-outline">{words.seat[card.seat]}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

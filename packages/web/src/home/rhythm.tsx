import { habitsPath } from '../adoption/paths.ts';
import { RhythmStrip } from '../adoption/rhythm.tsx';
import { habitWords } from '../i18n/habits.ts';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { HomeView } from './ports.ts';

/** The weeks of the reader, for whoever has not hidden them. */
export function HomeRhythm({
  ui,
  habits,
}: {
  readonly ui: Ui;
  readonly habits: NonNullable<HomeView['habits']>;
}) {
  const words = habitWords[ui.locale];
  return (
    <Block
      id="rhythm"
      title={words.homeTitle}
      aside={
        <a href={habitsPath} class="text-link inline-flex min-h-8 items-center text-sm">
          {words.homeAll}
        </a>
      }
    >
      <div class="panel p-5">
        <RhythmStrip ui={ui} rhythm={habits.rhythm} />
        {habits.open > 0 && <p class="quiet text-sm">{words.homeOpen(ui.format.number(habits.open))}</p>}
      </div>
    </Block>
  );
}

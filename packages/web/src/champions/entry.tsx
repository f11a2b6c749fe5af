import { championEntryWords } from '../i18n/champion-entry.ts';
import type { Ui } from '../ui.ts';
import { championsPath } from './paths.ts';

/** Whom one can ask, where somebody looks for help; nothing where there is nobody. */
export function ChampionEntry(props: {
  readonly ui: Ui;
  readonly champion: { readonly name: string; readonly unit: string } | undefined;
}) {
  const { ui, champion } = props;
  if (!champion) return null;
  return (
    <p class="mt-3">
      <a href={championsPath} class="text-link inline-flex min-h-8 items-center">
        {championEntryWords[ui.locale].ask(champion.name, champion.unit)}
      </a>
    </p>
  );
}

import { forumsPath } from '../forums/paths.ts';
import { citizensWords } from '../i18n/citizens.ts';
import { themesPath } from '../themes/paths.ts';
import type { Ui } from '../ui.ts';
import { citizensPath } from './paths.ts';

/** Ways in which citizens are heard; `current`: the one that is shown. */
export function CitizensTabs({ ui, current }: { readonly ui: Ui; readonly current: string }) {
  const { tabs } = citizensWords[ui.locale];
  const links = [
    [citizensPath, tabs.services],
    [themesPath, tabs.themes],
    [forumsPath, tabs.forums],
  ] as const;
  return (
    <nav aria-label={tabs.label} class="mb-5 flex flex-wrap gap-2">
      {links.map(([href, name]) => (
        <a class="tab-link" href={href} aria-current={href === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

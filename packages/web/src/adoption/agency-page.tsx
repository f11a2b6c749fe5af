import { AgencyMenu } from '../agency/menu.tsx';
import { agencyAdoptionWords } from '../i18n/agency-adoption.ts';
import { Block, Figure, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { NudgeKind, NudgeRules } from './nudge-results.tsx';
import { agencyAdoptionPath } from './paths.ts';
import type { AgencyAdoptionView } from './ports.ts';

/** How an agency's people learn, in numbers of which none tells of a person. */
export function AgencyAdoptionPage({ ui, view }: { readonly ui: Ui; readonly view: AgencyAdoptionView }) {
  const words = agencyAdoptionWords[ui.locale];
  const { number, percent } = ui.format;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      menu={<AgencyMenu ui={ui} current={agencyAdoptionPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} />
      <dl class="mb-8 grid gap-3 sm:grid-cols-2">
        <Figure
          label={words.coverage(String(view.year))}
          value={view.coverage ? percent((view.coverage.met / view.coverage.people) * 100) : '–'}
          note={
            view.coverage
              ? words.coverageOf(number(view.coverage.met), number(view.coverage.people))
              : words.few
          }
        />
        <Figure
          label={words.pledgers(String(view.year))}
          value={view.pledgers === undefined ? '–' : words.atLeast(number(view.pledgers))}
          note={view.pledgers === undefined ? words.few : words.pledgersNote}
        />
      </dl>
      <Block id="nudges" title={words.nudgesTitle}>
        <p class="max-w-[68ch]">{words.nudgesText}</p>
      </Block>
      {view.nudges.map((nudge) => (
        <NudgeKind ui={ui} nudge={nudge} level="agency" />
      ))}
      <NudgeRules ui={ui} />
    </Shell>
  );
}

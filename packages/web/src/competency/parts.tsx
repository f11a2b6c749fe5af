import type { LanguageMap } from '@sinau/kernel';
import { noonOf } from '../course/standing.tsx';
import { competencyWords } from '../i18n/competency.ts';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { StandingName } from './names.ts';
import type { CompetencyView, FoundView, PersonView } from './person-ports.ts';

export const dayText = (ui: Ui, day: string): string => ui.format.date(noonOf(day));

export const levelText = ({ locale }: Ui, level: number): string =>
  level === 0 ? competencyWords[locale].levelBelow : competencyWords[locale].level(level);

const standingTones: Readonly<Record<StandingName, string>> = {
  ...{ met: 'tag tag-success', short: 'tag tag-error', 'not-assessed': 'tag', expired: 'tag tag-warning' },
};

/** The standing in words, with its size; the colour says nothing more. */
export function StandingTag(props: {
  readonly ui: Ui;
  readonly standing: StandingName;
  readonly gap?: number;
}) {
  const words = competencyWords[props.ui.locale];
  const { standing, gap = 0 } = props;
  return <span class={standingTones[standing]}>{gap > 0 ? words.gap(gap) : words.standing[standing]}</span>;
}

/** Five steps: filled as far as is held, outlined as far as is asked. Drawn for the eye alone, the levels stand beside it. */
export function LevelSteps({
  held,
  required,
}: {
  readonly held: number | undefined;
  readonly required: number;
}) {
  return (
    <svg viewBox="0 0 104 12" class="h-3 w-24" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4, 5].map((level) => (
        <rect
          x={String((level - 1) * 21 + 1)}
          y="1"
          width="18"
          height="10"
          rx="2"
          class={`${held !== undefined && level <= held ? 'fill-primary' : 'fill-base-300'} ${level <= required ? 'stroke-base-content' : ''}`}
        />
      ))}
    </svg>
  );
}

export function FoundText({ ui, found }: { readonly ui: Ui; readonly found: FoundView }) {
  const words = competencyWords[ui.locale];
  const { method, assessedOn, validTo, assessor } = found;
  return (
    <span class="quiet block text-sm">
      {[
        words.assessedOn(words.method[method], dayText(ui, assessedOn)),
        ...(assessor === undefined ? [] : [assessor]),
        ...(validTo === undefined ? [] : [words.validTo(dayText(ui, validTo))]),
      ].join(' · ')}
    </span>
  );
}

/** What each level means, folded. */
export function LevelMeanings({ ui, competency }: { readonly ui: Ui; readonly competency: CompetencyView }) {
  const words = competencyWords[ui.locale];
  if (competency.levels.length === 0) return null;
  return (
    <details class="text-sm font-normal">
      <summary
        class="text-link min-h-8 cursor-pointer py-1"
        aria-label={`${words.levels}: ${plainText(ui, competency.name)}`}
      >
        {words.levels}
      </summary>
      <ol class="mt-1 list-decimal ps-5">
        {competency.levels.map((level) => (
          <li>
            <Text ui={ui} map={level} />
          </li>
        ))}
      </ol>
    </details>
  );
}

export function VerifiedTag(props: { readonly ui: Ui; readonly verified: boolean }) {
  const words = competencyWords[props.ui.locale];
  return props.verified ? (
    <span class="tag tag-success">{words.verified}</span>
  ) : (
    <span class="tag tag-warning">{words.unverified}</span>
  );
}

/** In percent with two decimals, as the language writes them. */
export const matchText = ({ locale }: Ui, { hundredths }: NonNullable<PersonView['match']>): string =>
  `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(hundredths / 100)}%`;

export const rupiah = ({ locale }: Ui, amount: number): string =>
  `Rp${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)}`;

export const nameText = (ui: Ui, map: LanguageMap): string => plainText(ui, map);

/** The name of a group of posts; a title as it is. */
export const postText = ({ locale }: Ui, title: string): string =>
  (competencyWords[locale].group as Readonly<Record<string, string>>)[title] ?? title;

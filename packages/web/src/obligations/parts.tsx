import { noonOf } from '../course/standing.tsx';
import { Text } from '../layout/text.tsx';
import { familyTerms } from '../people/post-terms.ts';
import type { Ui } from '../ui.ts';
import {
  type AudienceView,
  type DueView,
  type DutyGroupName,
  dutyGroupNames,
  type ObligationRow,
} from './ports.ts';

/** Whom it is for, part by part. */
export function audienceText(ui: Ui, audience: AudienceView): string {
  const words = ui.t.obligations;
  const { units, postFamilies, postWords, statuses } = audience;
  const parts = [
    ...(units.length > 0 ? [words.inUnits(units.join(', '))] : []),
    ...(statuses.length > 0 ? [statuses.join(', ')] : []),
    ...(postFamilies.length > 0 ? [postFamilies.map((name) => familyTerms[name]).join(', ')] : []),
    ...(postWords.length > 0 ? [words.withWords(postWords.join(', '))] : []),
  ];
  return parts.length === 0 ? words.everybody : parts.join('; ');
}

/** Until when: a day, or a day of each year. */
export function dueText(ui: Ui, due: DueView): string {
  if (due.kind === 'once') return ui.format.date(noonOf(due.on));
  return ui.t.obligations.eachYear(dayText(ui, due.by));
}

/** 30 June, whatever the year. */
function dayText(ui: Ui, monthDay: string): string {
  const locale = ui.locale === 'id' ? 'id-ID' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`2024-${monthDay}T12:00:00.000Z`));
}

const sumOf = (counts: ObligationRow['counts'], names: readonly DutyGroupName[]): number =>
  names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);

/** All that count: who was released owes nothing. */
export const owedIn = (counts: ObligationRow['counts']): number =>
  sumOf(
    counts,
    dutyGroupNames.filter((name) => name !== 'released' && name !== 'overdue'),
  );
export const doneIn = (counts: ObligationRow['counts']): number => sumOf(counts, ['finished', 'recognised']);

export function Courses(props: { readonly ui: Ui; readonly courses: ObligationRow['courses'] }) {
  const { ui, courses } = props;
  const [first] = courses;
  if (first && courses.length === 1) return <Text ui={ui} map={first} />;
  return (
    <ol class="list-decimal ps-5">
      {courses.map((course) => (
        <li>
          <Text ui={ui} map={course} />
        </li>
      ))}
    </ol>
  );
}

const tone: Readonly<Record<ObligationRow['state'], string>> = {
  active: 'tag tag-success',
  paused: 'tag tag-warning',
  ended: 'tag',
};

export function StateTag(props: { readonly ui: Ui; readonly state: ObligationRow['state'] }) {
  return <span class={tone[props.state]}>{props.ui.t.obligations.state[props.state]}</span>;
}

/** What several courses are together, and whether they follow each other. */
export function ProgrammeText(props: { readonly ui: Ui; readonly programme: ObligationRow['programme'] }) {
  const { ui, programme } = props;
  const words = ui.t.obligations;
  if (!programme) return <></>;
  const { title, inOrder } = programme;
  return (
    <p class="quiet text-sm">
      {words.programmeNamed(title)} {inOrder ? words.inOrderText : words.atOnceText}
    </p>
  );
}

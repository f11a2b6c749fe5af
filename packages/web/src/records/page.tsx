import type { LanguageMap } from '@sinau/kernel';
import { Icon, type IconName } from '../layout/icon.tsx';
import { EmptyState, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { groupsOf } from './groups.ts';
import { OwnMenu } from './own-menu.tsx';
import type { KnownVerb, RecordLine } from './ports.ts';

const icons: Readonly<Partial<Record<KnownVerb, IconName>>> = {
  completed: 'check',
  passed: 'check',
  satisfied: 'check',
  waived: 'check',
  failed: 'warning',
  abandoned: 'clock',
};

export interface RecordsProps {
  readonly ui: Ui;
  readonly lines: readonly RecordLine[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Every statement about the learner as a sentence, by day, newest first; the same one in a row stands once. */
export function RecordsPage(props: RecordsProps) {
  const { ui } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.records.title} section="records" menu={<OwnMenu ui={ui} current="/my-records" />}>
      <PageHeading title={t.records.title} lead={t.records.lead} />
      {props.lines.length === 0 ? (
        <EmptyState icon="list" title={t.records.emptyTitle} text={t.records.emptyText}>
          <a href="/catalogue" class="btn btn-primary">
            {t.home.openCatalogue}
          </a>
        </EmptyState>
      ) : (
        daysOf(ui, props.lines).map(([day, lines], index) => (
          <section aria-labelledby={`day-${index}`} class="mb-6">
            <h2 id={`day-${index}`} class="quiet mb-2 text-sm font-semibold">
              {day}
            </h2>
            <ul class="panel divide-y divide-base-300">
              {groupsOf(lines).map((group, place, groups) => (
                <Lines ui={ui} lines={group} before={courseBefore(groups, place)} />
              ))}
            </ul>
          </section>
        ))
      )}
      <Paging ui={ui} path="/my-records" next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

function daysOf(ui: Ui, lines: readonly RecordLine[]): readonly (readonly [string, readonly RecordLine[]])[] {
  const days = new Map<string, RecordLine[]>();
  for (const line of lines) {
    const day = ui.format.date(line.at);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

/** The course that was named last; a line of no course, such as that of a video, comes between. */
function courseBefore(
  groups: readonly (readonly [RecordLine, ...(readonly RecordLine[])])[],
  place: number,
): LanguageMap | undefined {
  return groups.slice(0, place).findLast(([line]) => line.course)?.[0].course;
}

const tones: Readonly<Partial<Record<IconName, string>>> = { check: 'text-success', warning: 'text-warning' };

/** A line, or several that differ in nothing but their time: those unfold. The course is named where it changes. */
function Lines(props: {
  readonly ui: Ui;
  readonly lines: readonly [RecordLine, ...RecordLine[]];
  /** The course of the lines above. */
  readonly before: LanguageMap | undefined;
}) {
  const { ui, lines, before } = props;
  const { t, format } = ui;
  const [line] = lines;
  const icon = typeof line.verb === 'string' ? icons[line.verb] : undefined;
  const course = line.course && plainText(ui, line.course);
  const isNew = course !== (before && plainText(ui, before));
  return (
    <li class="flex gap-3 px-4 py-3">
      <span class={(icon && tones[icon]) ?? 'quiet'}>
        <Icon name={icon ?? 'circle'} class="mt-0.5 size-5" />
      </span>
      <div class="min-w-0 grow">
        <p>
          {sentenceOf(ui, line)}{' '}
          <strong class="font-semibold">
            <Text ui={ui} map={line.object} />
          </strong>
          {lines.length === 1 ? extrasOf(ui, line) : `, ${t.records.times(lines.length)}`}
        </p>
        <p class="quiet text-sm">
          <time datetime={line.at} class="tabular-nums">
            {format.time(line.at)}
          </time>
          {course !== undefined && isNew && ` · ${t.records.inCourse(course)}`}
        </p>
        {line.verb === 'abandoned' && <p class="quiet text-sm">{t.records.abandonedNote}</p>}
        {lines.length > 1 && <Times ui={ui} lines={lines} />}
      </div>
    </li>
  );
}

function Times(props: { readonly ui: Ui; readonly lines: readonly RecordLine[] }) {
  const { ui, lines } = props;
  return (
    <details>
      <summary class="text-link inline-flex min-h-8 items-center text-sm">{ui.t.records.showTimes}</summary>
      <ul class="quiet text-sm tabular-nums">
        {lines.map((line) => (
          <li>
            <time datetime={line.at}>{ui.format.time(line.at)}</time>
            {extrasOf(ui, line)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sentenceOf(ui: Ui, { verb }: RecordLine): string {
  const words = ui.t.records.verb;
  return typeof verb === 'string' ? words[verb] : words.other(plainText(ui, verb.display));
}

/** Score and duration, as they follow the sentence. */
function extrasOf({ t, format }: Ui, { score, durationSeconds }: RecordLine): string {
  // Content often reports that something took no time at all.
  const lasted = durationSeconds !== undefined && Math.round(durationSeconds) > 0;
  const extras = [
    ...(score === undefined ? [] : [t.records.score(format.number(score))]),
    ...(lasted ? [t.records.duration(format.duration(durationSeconds))] : []),
  ];
  return extras.map((extra) => `, ${extra}`).join('');
}

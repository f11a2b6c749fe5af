import { Icon, type IconName } from '../layout/icon.tsx';
import { EmptyState, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { KnownVerb, RecordLine } from './ports.ts';

const icons: Readonly<Partial<Record<KnownVerb, IconName>>> = {
  completed: 'check',
  passed: 'check',
  satisfied: 'check',
  waived: 'check',
  failed: 'warning',
  abandoned: 'warning',
};

export interface RecordsProps {
  readonly ui: Ui;
  readonly lines: readonly RecordLine[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Every statement about the learner as a sentence, grouped by day, newest first. */
export function RecordsPage(props: RecordsProps) {
  const { ui } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.records.title} section="records">
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
              {lines.map((line) => (
                <Line ui={ui} line={line} />
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

function Line(props: { readonly ui: Ui; readonly line: RecordLine }) {
  const { ui, line } = props;
  const { t, format } = ui;
  const known = typeof line.verb === 'string' ? line.verb : undefined;
  const sentence =
    typeof line.verb === 'string'
      ? t.records.verb[line.verb]
      : t.records.verb.other(plainText(ui, line.verb.display));
  const extras = [
    ...(line.score === undefined ? [] : [t.records.score(format.number(line.score))]),
    ...(line.durationSeconds === undefined
      ? []
      : [t.records.duration(format.duration(line.durationSeconds))]),
  ];
  const tone =
    known && icons[known] === 'check' ? 'text-success' : known && icons[known] ? 'text-warning' : 'quiet';
  return (
    <li class="flex gap-3 px-4 py-3">
      <span class={tone}>
        <Icon name={(known && icons[known]) ?? 'circle'} class="mt-0.5 size-5" />
      </span>
      <div class="min-w-0 grow">
        <p>
          {sentence}{' '}
          <strong class="font-semibold">
            <Text ui={ui} map={line.object} />
          </strong>
          {extras.length > 0 && `, ${extras.join(', ')}`}
        </p>
        {line.course && <p class="quiet text-sm">{t.records.inCourse(plainText(ui, line.course))}</p>}
      </div>
      <time datetime={line.at} class="quiet shrink-0 text-sm tabular-nums">
        {format.time(line.at)}
      </time>
    </li>
  );
}

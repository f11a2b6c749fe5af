import type { Child } from 'hono/jsx';
import { TeamMenu } from '../approvals/frame.tsx';
import { championsPath } from '../champions/paths.ts';
import type { ChampionView } from '../champions/ports.ts';
import { noonOf } from '../course/standing.tsx';
import { championWords } from '../i18n/champions.ts';
import { habitWords } from '../i18n/habits.ts';
import { recognitionWords } from '../i18n/recognition.ts';
import { teamWeekWords } from '../i18n/team-week.ts';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import { teamRecognitionsPath } from '../recognition/paths.ts';
import type { Ui } from '../ui.ts';
import type { SharedPledgeView } from './habit-ports.ts';
import { teamWeekPath } from './paths.ts';
import { type TeamLineView, type TeamWeekView, waitNames } from './ports.ts';
import { pledgeText } from './rhythm.tsx';

/** The week of a team: one thing to begin with, what is due, what was finished. */
export function TeamWeekPage(props: {
  readonly ui: Ui;
  readonly week: TeamWeekView | undefined;
  readonly pledges: readonly (SharedPledgeView & { readonly name: string })[];
  /** Whom the reader and those nearby can ask. */
  readonly champions: readonly ChampionView[];
}) {
  const { ui, week } = props;
  const words = teamWeekWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="team" menu={<TeamMenu ui={ui} current={teamWeekPath} />}>
      <PageHeading title={words.title} lead={words.lead} />
      {week === undefined ? (
        <EmptyState icon="people" title={words.nobodyTitle} text={words.nobodyText} />
      ) : (
        <Week ui={ui} week={week} />
      )}
      <Named id="pledges" title={habitWords[ui.locale].teamTitle}>
        {props.pledges.map(({ name, what, until }) => (
          <li class="px-5 py-3">
            <span class="font-medium">{name}</span> · {pledgeText(ui, what)},{' '}
            {habitWords[ui.locale].until(ui.format.date(noonOf(until)))}
          </li>
        ))}
      </Named>
      <Named id="champions" title={championWords[ui.locale].title}>
        {props.champions.map(({ name, unit }) => (
          <li class="px-5 py-3">
            <a class="text-link inline-flex min-h-8 items-center" href={championsPath}>
              {name}
            </a>{' '}
            · {championWords[ui.locale].helps(unit)}
          </li>
        ))}
      </Named>
      <p class="quiet text-sm">{words.mail}</p>
    </Shell>
  );
}

function Week({ ui, week }: { readonly ui: Ui; readonly week: TeamWeekView }) {
  const words = teamWeekWords[ui.locale];
  const valueNames: Readonly<Record<string, string>> = recognitionWords[ui.locale].values;
  if (week.action === undefined)
    return (
      <div class="mb-8">
        <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText} />
      </div>
    );
  return (
    <>
      <Action ui={ui} week={week} action={week.action} />
      <Waiting ui={ui} week={week} />
      <Due ui={ui} id="duties" title={words.duties} lines={week.duties} />
      <Named id="finished" title={words.finished}>
        {week.finished.map(({ name, title }) => (
          <li class="px-5 py-3">
            <span class="font-medium">{name}</span> · <Text ui={ui} map={title} />
          </li>
        ))}
      </Named>
      <Named id="recognised" title={words.recognised}>
        {week.recognised.map(({ name, value }) => (
          <li class="px-5 py-3">
            <a class="text-link inline-flex min-h-8 items-center font-medium" href={teamRecognitionsPath}>
              {name}
            </a>
            <span class="quiet block text-sm">{valueNames[value] ?? value}</span>
          </li>
        ))}
      </Named>
      <Due ui={ui} id="plans" title={words.planItems} lines={week.planItems} />
    </>
  );
}

function Action(props: {
  readonly ui: Ui;
  readonly week: TeamWeekView;
  readonly action: NonNullable<TeamWeekView['action']>;
}) {
  const { ui, week, action } = props;
  const words = teamWeekWords[ui.locale];
  const [text, usual] = words.actions[action];
  // The first list in which something waits.
  const waiting = waitNames.find((name) => week.waits[name] > 0);
  const href = action === 'decide' && waiting ? words.requests[waiting][1] : usual;
  return (
    <Block id="action" title={words.actionTitle}>
      <a class="btn btn-primary h-auto min-h-10 py-2" href={href}>
        {text}
      </a>
    </Block>
  );
}

function Waiting({ ui, week }: { readonly ui: Ui; readonly week: TeamWeekView }) {
  const words = teamWeekWords[ui.locale];
  const { number } = ui.format;
  const lines = [
    ...waitNames.map((name) => [week.waits[name], ...words.requests[name]] as const),
    [week.evaluations, ...words.evaluations] as const,
  ];
  return (
    <Named id="waits" title={words.waits}>
      {lines
        .filter(([count]) => count > 0)
        .map(([count, text, href]) => (
          <li class="px-5 py-3">
            <a class="text-link inline-flex min-h-8 items-center" href={href}>
              {text(number(count))}
            </a>
          </li>
        ))}
    </Named>
  );
}

function Due(props: {
  readonly ui: Ui;
  readonly id: string;
  readonly title: string;
  readonly lines: readonly TeamLineView[];
}) {
  const { ui, lines } = props;
  const words = teamWeekWords[ui.locale];
  return (
    <Named id={props.id} title={props.title}>
      {lines.map(({ name, title, dueOn, isOverdue }) => {
        const date = ui.format.date(noonOf(dueOn));
        return (
          <li class="px-5 py-3">
            <span class="font-medium">{name}</span> · <Text ui={ui} map={title} />
            <span class="quiet block text-sm">{isOverdue ? words.late(date) : words.until(date)}</span>
          </li>
        );
      })}
    </Named>
  );
}

/** Nothing at all where the list is empty. */
function Named(props: { readonly id: string; readonly title: string; readonly children: Child }) {
  if ([props.children].flat(2).length === 0) return null;
  return (
    <Block id={props.id} title={props.title}>
      <ul class="panel divide-y divide-base-300">{props.children}</ul>
    </Block>
  );
}

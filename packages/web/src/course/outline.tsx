import { Icon, type IconName } from '../layout/icon.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ShownGroup, ShownNode } from './fold.ts';
import type { PartView } from './ports.ts';

const stateIcons: Readonly<Record<PartView['state'], IconName>> = {
  'not-started': 'circle',
  started: 'half',
  done: 'check',
  waived: 'check',
};

/** Sign and words of a part's state; colour only repeats them. */
export function PartState(props: { readonly ui: Ui; readonly part: PartView; readonly wordless?: boolean }) {
  const { ui, part } = props;
  const { percent = 0 } = part;
  const done = part.state === 'done' || part.state === 'waived';
  if (part.needs) {
    return (
      <span class="quiet inline-flex items-center gap-1.5 text-sm">
        <Icon name="lock" class="size-5 shrink-0" />
        <span class={props.wordless ? 'sr-only' : ''}>{ui.t.course.locked}</span>
      </span>
    );
  }
  return (
    <span class={`inline-flex items-center gap-1.5 text-sm ${done ? 'text-success' : 'quiet'}`}>
      <Icon name={stateIcons[part.state]} class="size-5 shrink-0" />
      <span class={props.wordless ? 'sr-only' : ''}>
        {ui.t.course.state[part.state]}
        {part.state === 'started' && percent > 0 && percent < 100 && ` · ${ui.format.percent(percent)}`}
      </span>
    </span>
  );
}

/** The condition under which a part counts, with its minimum score. */
export function criterionText(ui: Ui, part: PartView): string {
  const { course } = ui.t;
  const base = course.criterion[part.criterion];
  if (part.masteryScore === undefined || part.criterion === 'not-applicable') return base;
  return `${base}, ${course.masteryScore(ui.format.number(part.masteryScore))}`;
}

/** A package of a thousand parts may have to be done before; a few names say which it is. */
const needsShown = 3;

/** What has to be done before a part opens. */
export function needsText(ui: Ui, needs: NonNullable<PartView['needs']>): string {
  const titles = needs.slice(0, needsShown).map((one) => plainText(ui, one));
  return ui.t.course.needs(titles, needs.length - titles.length);
}

/** Name of a block, or of a run of parts by their places. */
export function GroupName({ ui, group }: { readonly ui: Ui; readonly group: ShownGroup }) {
  if (group.title) return <Text ui={ui} map={group.title} />;
  return <>{ui.t.course.places(group.first ?? 0, group.last ?? 0)}</>;
}

/** How much of a folded group is done. */
export function GroupState({ ui, group }: { readonly ui: Ui; readonly group: ShownGroup }) {
  const { total, done } = group;
  const finished = total > 0 && done === total;
  return (
    <span class={`inline-flex items-center gap-1.5 text-sm ${finished ? 'text-success' : 'quiet'}`}>
      {finished && <Icon name="check" class="size-5 shrink-0" />}
      {ui.t.course.progressOf(done, total)}
    </span>
  );
}

/** Where the group that was unfolded stands. */
export const openedId = 'opened';

/** Syllabus with states; parts are links when the reader may open them, and so are folded groups. */
export function Syllabus(props: {
  readonly ui: Ui;
  readonly nodes: readonly ShownNode[];
  /** Address of this page with the part's surroundings unfolded. */
  readonly unfold: (partId: string) => string;
  /** Address of a part; absent when it cannot be opened. */
  readonly hrefOf?: (partId: string) => string;
  /** States make sense for an enrolled reader only. */
  readonly withStates: boolean;
}) {
  return (
    <ol class="space-y-2">
      {props.nodes.map((node) => (
        <li>
          {node.kind === 'part' ? (
            <Part {...props} part={node} />
          ) : node.nodes ? (
            <details open class="panel" id={node.here ? openedId : undefined}>
              <summary class="flex min-h-12 items-center px-4 py-2 font-semibold">
                <h3>
                  <GroupName ui={props.ui} group={node} />
                </h3>
              </summary>
              <div class="px-3 pb-3">
                <Syllabus {...props} nodes={node.nodes} />
              </div>
            </details>
          ) : (
            <Folded {...props} group={node} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Folded(props: {
  readonly ui: Ui;
  readonly group: ShownGroup;
  readonly unfold: (partId: string) => string;
  readonly withStates: boolean;
}) {
  const { ui, group } = props;
  const count = (group.last ?? 0) - (group.first ?? 0) + 1;
  return (
    <a
      href={props.unfold(group.firstId ?? '')}
      class="panel flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-base-200"
    >
      <span class="min-w-0 grow basis-56 font-semibold">
        <GroupName ui={ui} group={group} />
      </span>
      {props.withStates ? (
        <GroupState ui={ui} group={group} />
      ) : (
        <span class="quiet text-sm">{ui.t.course.partCount(count)}</span>
      )}
      <Icon name="arrow" class="size-5 shrink-0" />
    </a>
  );
}

function Part(props: {
  readonly ui: Ui;
  readonly part: PartView;
  readonly hrefOf?: (partId: string) => string;
  readonly withStates: boolean;
}) {
  const { ui, part } = props;
  const { t, format } = ui;
  const title = <Text ui={ui} map={part.title} />;
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-base-300 bg-base-100 px-4 py-3">
      <div class="min-w-0 grow basis-56">
        <p class="font-medium">
          {props.hrefOf && !part.needs ? (
            <a
              href={props.hrefOf(part.id)}
              class="text-link"
              aria-label={t.course.openPart(plainText(ui, part.title))}
            >
              {title}
            </a>
          ) : (
            title
          )}
        </p>
        {part.description && (
          <p class="quiet text-sm">
            <Text ui={ui} map={part.description} />
          </p>
        )}
        <p class="quiet text-sm">
          {part.content && `${t.course.content[part.content]} · `}
          {criterionText(ui, part)}
          {part.score !== undefined && ` · ${t.course.score(format.number(part.score))}`}
          {part.failed && part.state !== 'done' && ` · ${t.course.failedOnce}`}
        </p>
      </div>
      {props.withStates && <PartState ui={ui} part={part} />}
      {part.needs && <p class="quiet basis-full text-sm">{needsText(ui, part.needs)}</p>}
    </div>
  );
}

import { Block } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ChangeView, CourseSettings } from './ports.ts';

/** What learners of the published version would notice, and which of them would move. */
export function ChangesBlock(props: {
  readonly ui: Ui;
  readonly changes: ChangeView;
  readonly rule: CourseSettings['versionRule'];
}) {
  const { ui, changes, rule } = props;
  const { editor } = ui.t;
  const modules = changes.modules.flatMap(({ title, change, moved }) => {
    const words = [
      ...(change === 'same' ? [] : [editor.moduleChange[change]]),
      ...(moved ? [editor.moduleMoved] : []),
    ];
    return words.length === 0 ? [] : [`${plainText(ui, title)}: ${words.join(', ')}`];
  });
  const parts = changes.parts.map(
    ({ title, change }) => `${plainText(ui, title)}: ${editor.partChange[change]}`,
  );
  return (
    <Block id="changes" title={editor.changesHeading(changes.from)}>
      <div class="panel p-5">
        {modules.length + parts.length === 0 ? (
          <p>{editor.noChanges}</p>
        ) : (
          <>
            <List title={editor.changedModules} lines={modules} />
            <List title={editor.changedParts} lines={parts} />
          </>
        )}
        <p class="mt-3 font-medium">{effectOf(ui, changes, rule)}</p>
        <p class="quiet text-sm">{editor.carried(changes.carried)}</p>
      </div>
    </Block>
  );
}

const shownLines = 30;

function List(props: { readonly title: string; readonly lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  const rest = props.lines.length - shownLines;
  return (
    <>
      <h3 class="mt-2 text-sm font-semibold first:mt-0">{props.title}</h3>
      <ul class="list-disc ps-5">
        {props.lines.slice(0, shownLines).map((line) => (
          <li>{line}</li>
        ))}
        {rest > 0 && <li>+ {rest}</li>}
      </ul>
    </>
  );
}

function effectOf(ui: Ui, changes: ChangeView, rule: CourseSettings['versionRule']): string {
  const { editor } = ui.t;
  const { running, moving, partly } = changes;
  if (running === 0) return editor.nobodyRuns;
  const number = (count: number) => `${partly ? '≥ ' : ''}${ui.format.number(count)}`;
  return editor.effect(number(moving), number(running - moving), editor.versionRules[rule]);
}

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
  const modules = changes.modules.flatMap((module) => {
    const { title, change, moved } = module;
    const words = [
      ...(change === 'same' ? [] : [editor.moduleChange[change]]),
      ...quizWords(ui, module),
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

/** What became of the questions and rules of a quiz. */
function quizWords(ui: Ui, { questions, quizRules = [] }: ChangeView['modules'][number]): readonly string[] {
  const { editor } = ui.t;
  const counted = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const titles = questions?.[kind] ?? [];
    if (titles.length === 0) return [];
    const shown = titles.slice(0, shownTitles).join('; ');
    const rest = titles.length > shownTitles ? '; …' : '';
    return [`${editor.questionsChange[kind](titles.length)} (${shown}${rest})`];
  });
  const rules = quizRules.map((name) => editor.quizRule[name]).join(', ');
  return [...counted, ...(rules === '' ? [] : [editor.quizRulesChange(rules)])];
}

const shownTitles = 5;
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

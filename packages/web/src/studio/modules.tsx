import { FormProblem } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Block, EmptyState } from '../layout/parts.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import { quizzesPath } from '../quizzes/paths.ts';
import type { Ui } from '../ui.ts';
import type { PartProps } from './course-page.tsx';
import type { ModuleView } from './module-ports.ts';

/** The modules in their order, each with its rule in words; every change is a button that works without script. */
export function ModulesBlock({ ui, course, form, base }: PartProps) {
  const { t } = ui;
  const { modules } = course.draft;
  const adding = (
    <>
      <a href={`${base}/upload?module=new`} class="btn btn-primary">
        <Icon name="upload" />
        {t.editor.addUpload}
      </a>
      <a href={`${base}/modules/new-link`} class="btn">
        {t.editor.addLink}
      </a>
      <a href={`${base}/modules/new-external`} class="btn">
        {t.editor.addExternal}
      </a>
      <a href={`${base}/tools`} class="btn">
        {t.tools.title}
      </a>
      <a href={`${base}/modules/new-recording`} class="btn">
        {t.editor.addRecording}
      </a>
      <a href={quizzesPath} class="btn">
        {t.quizzes.fromBank}
      </a>
      <a href={`${base}/modules/new-article`} class="btn">
        {t.editor.addArticle}
      </a>
    </>
  );
  return (
    <Block id="modules" title={t.editor.modulesHeading}>
      <FormProblem ui={ui} form={form} />
      {modules.length === 0 ? (
        <EmptyState icon="book" title={t.editor.modulesEmptyTitle} text={t.editor.modulesEmptyText}>
          {adding}
        </EmptyState>
      ) : (
        <>
          <ol class="panel divide-y divide-base-300">
            {modules.map((module, index) => (
              <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                <span class="quiet w-6 text-end tabular-nums">{index + 1}</span>
                <div class="min-w-48 grow">
                  <p class="font-medium">
                    <Text ui={ui} map={module.title} />
                  </p>
                  <p class="quiet text-sm">{factsOf(ui, module, modules)}</p>
                  {module.trouble && (
                    <p class="text-sm">
                      <span class="tag tag-warning">{t.tools.troubleTag}</span>{' '}
                      <a
                        href={`${base}/modules/${encodeURIComponent(module.moduleId)}/link`}
                        class="text-link"
                      >
                        {t.tools.trouble[module.trouble]}
                      </a>
                    </p>
                  )}
                </div>
                <ModuleButtons ui={ui} base={base} at={{ module, index, modules, rev: course.rev }} />
              </li>
            ))}
          </ol>
          <div class="mt-4 flex flex-wrap gap-2">{adding}</div>
        </>
      )}
      <Unused ui={ui} course={course} base={base} />
    </Block>
  );
}

function ModuleButtons(props: {
  readonly ui: Ui;
  readonly base: string;
  readonly at: {
    readonly module: ModuleView;
    readonly index: number;
    readonly modules: readonly ModuleView[];
    readonly rev: number;
  };
}) {
  const { ui, base } = props;
  const { module, index, modules, rev } = props.at;
  const { t } = ui;
  const title = plainText(ui, module.title);
  const one = `${base}/modules/${encodeURIComponent(module.moduleId)}`;
  const move = (name: 'up' | 'down', label: string, sign: string) => (
    <form method="post" action={`${one}/${name}`}>
      <input type="hidden" name="rev" value={String(rev)} />
      <button type="submit" class="btn btn-square btn-ghost" aria-label={label}>
        <span aria-hidden="true">{sign}</span>
      </button>
    </form>
  );
  return (
    <div class="flex flex-wrap items-center gap-1">
      {index > 0 && move('up', t.editor.moveUp(title), '↑')}
      {index < modules.length - 1 && move('down', t.editor.moveDown(title), '↓')}
      <a href={one} class="btn btn-ghost" aria-label={`${t.editor.editModule}: ${title}`}>
        {t.editor.editModule}
      </a>
      {modules.length > 1 && (
        <form method="post" action={`${one}/remove`}>
          <input type="hidden" name="rev" value={String(rev)} />
          <button
            type="submit"
            class="btn btn-ghost text-error"
            aria-label={`${t.editor.removeModule}: ${title}`}
          >
            {t.editor.removeModule}
          </button>
        </form>
      )}
    </div>
  );
}

/** Kind, rule and what must come before, in one line. */
export function factsOf(ui: Ui, module: ModuleView, all: readonly ModuleView[]): string {
  const { editor } = ui.t;
  // What does not count holds nobody up, so it is not named.
  const before = all
    .filter(
      ({ moduleId, required, moveOn }) =>
        module.after.includes(moduleId) && required && moveOn !== 'NotApplicable',
    )
    .map(({ title }) => plainText(ui, title));
  return [
    editor.kind[module.kind],
    ...(module.parts > 1 ? [editor.moduleParts(module.parts)] : []),
    module.required ? ruleOf(ui, module) : editor.optional,
    ...(module.statusMayFall ? [editor.statusFalls] : []),
    ...(before.length > 0 ? [editor.after(before.join(', '))] : []),
  ].join(' · ');
}

function ruleOf(ui: Ui, { kind, moveOn, share, completion }: ModuleView): string {
  const { editor } = ui.t;
  if (completion?.by === 'pass') return editor.passAt(ui.format.percent(completion.passMark * 100));
  if (completion) return editor.completionChoice[completion.by];
  if (kind === 'cmi5') return editor.ruleOf.cmi5;
  if (share !== undefined && moveOn === 'Completed') return editor.shareOf(ui.format.percent(share * 100));
  return editor.ruleOf[moveOn ?? 'Completed'];
}

function Unused({ ui, course, base }: Omit<PartProps, 'form'>) {
  const { t } = ui;
  if (course.unused.length === 0) return null;
  return (
    <details class="panel mt-4 px-4 py-3">
      <summary class="min-h-8 cursor-pointer font-medium">
        {t.editor.removedHeading} ({course.unused.length})
      </summary>
      <p class="quiet mt-1 text-sm">{t.editor.removedText}</p>
      <ul class="mt-2 divide-y divide-base-300">
        {course.unused.map((one) => (
          <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span class="grow">
              <Text ui={ui} map={one.title} />{' '}
              <span class="quiet text-sm">
                {t.editor.kind[one.kind]} · <When ui={ui} at={one.importedAt} dateOnly />
              </span>
            </span>
            <form method="post" action={`${base}/modules`}>
              <input type="hidden" name="packageId" value={one.packageId} />
              <button
                type="submit"
                class="btn"
                aria-label={`${t.editor.putBack}: ${plainText(ui, one.title)}`}
              >
                {t.editor.putBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { AgencyMenu } from '../agency/menu.tsx';
import { noonOf } from '../course/standing.tsx';
import type { FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { Fact } from './fact.tsx';
import { audienceText, Courses, dueText, ProgrammeText } from './parts.tsx';
import { newObligationPath, obligationsPath } from './paths.ts';
import type { DueView, ObligationPreview } from './ports.ts';

/** What would come of it, and the button that makes it so. */
export function PreviewPage(props: {
  readonly ui: Ui;
  readonly preview: ObligationPreview;
  readonly due: DueView;
  /** As it was sent, to be sent once more. */
  readonly form: FormState;
  readonly failure?: string | undefined;
}) {
  const { ui, preview, form, due } = props;
  const words = ui.t.obligations;
  const { number, date } = ui.format;
  const { people, isComplete, beginsOn } = preview;
  const fields = Object.entries(form.values).filter(([, value]) => value !== '');
  return (
    <Shell
      ui={ui}
      title={words.previewTitle}
      section="agency"
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
    >
      <PageHeading
        title={form.values.title ?? words.previewTitle}
        lead={words.previewLead}
        trail={<Trail ui={ui} links={[[newObligationPath, words.newTitle]]} />}
      />
      {props.failure && (
        <div class="mb-4">
          <Notice tone="error" live>
            {props.failure}
          </Notice>
        </div>
      )}
      <div class="panel max-w-2xl space-y-4 p-5">
        <p class="text-lg font-semibold">
          {isComplete ? words.people(number(people)) : words.peopleAtLeast(number(people))}
        </p>
        {people === 0 && <Notice tone="warning">{words.nobody}</Notice>}
        <dl class="space-y-3">
          <Fact label={words.courses}>
            <Courses ui={ui} courses={preview.courses} />
            <ProgrammeText ui={ui} programme={preview.programme} />
          </Fact>
          <Fact label={words.audience}>{audienceText(ui, preview.audience)}</Fact>
          <Fact label={words.due}>
            {dueText(ui, due)}
            <p class="quiet text-sm">
              {beginsOn === undefined
                ? words.firstDue(date(noonOf(preview.dueOn)))
                : words.beginsOn(date(noonOf(beginsOn)), date(noonOf(preview.dueOn)))}
            </p>
          </Fact>
          <Fact label={words.doneAlready}>
            <Finished ui={ui} preview={preview} />
          </Fact>
        </dl>
        <div class="flex flex-wrap gap-3">
          <form method="post" action={obligationsPath}>
            {fields.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit" class="btn btn-primary">
              {words.make}
            </button>
          </form>
          <form method="post" action={newObligationPath}>
            {fields.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit" name="back" value="1" class="btn">
              {words.changeIt}
            </button>
          </form>
        </div>
      </div>
    </Shell>
  );
}

function Finished({ ui, preview }: { readonly ui: Ui; readonly preview: ObligationPreview }) {
  const words = ui.t.obligations;
  const { number } = ui.format;
  const { finished, finishedCount, lookedAt, people } = preview;
  const isAll = lookedAt >= people;
  const count = isAll
    ? words.finishedOfAll(number(finishedCount))
    : words.finishedOf(number(finishedCount), number(lookedAt));
  const more = finishedCount - finished.length;
  return (
    <>
      <p>{count}</p>
      {finished.length > 0 && (
        <p class="quiet text-sm">
          {finished.join(', ')}
          {more > 0 && ` ${words.andMore(number(more))}`}
        </p>
      )}
    </>
  );
}

import { agencyDay, noonOf } from '../course/standing.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { FileField } from './file-field.tsx';
import { StateTag } from './parts.tsx';
import { externalHref, externalPath } from './paths.ts';
import { type ExternalView, evidenceKinds, type OwnAction } from './ports.ts';
import { Alike, Asked, Facts, Files, History, Worth } from './record-parts.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: ExternalView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One record of the reader's own: where it stands, what comes next, and everything behind it. */
export function RecordPage(props: Props) {
  const { ui, view } = props;
  const words = ui.t.external;
  return (
    <Shell ui={ui} title={view.title} section="records" notice={props.notice}>
      <PageHeading
        title={view.title}
        lead={view.organiser}
        trail={<Trail ui={ui} links={[[externalPath, words.title]]} />}
      />
      <Next {...props} />
      <Alike ui={ui} view={view} />
      <div class="grid items-start gap-x-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          <Evidence {...props} />
          <Facts ui={ui} view={view} />
        </div>
        <div class="min-w-0">
          <Worth ui={ui} view={view} />
          <History ui={ui} view={view} />
        </div>
      </div>
    </Shell>
  );
}

function Next({ ui, view, form }: Props) {
  const words = ui.t.external;
  const isBad = view.state === 'returned' || view.state === 'rejected';
  return (
    <div class="panel mb-6 p-5">
      <FormProblem ui={ui} form={form} />
      <p>
        <StateTag ui={ui} state={view.state} />
      </p>
      <p class="mt-2">{words.next[view.state]}</p>
      {view.state === 'submitted' && view.waitingSince !== undefined && (
        <p>{words.agencyFrom(ui.format.date(noonOf(agencyDay(view.waitingSince))))}</p>
      )}
      {view.needsLetter && view.state === 'hr_ok' && <p>{words.awaitsLetter}</p>}
      {isBad && view.reason !== undefined && (
        <div class="mt-3">
          <Notice tone="warning">{words.because(view.reason)}</Notice>
        </div>
      )}
      <div class="mt-4 flex flex-wrap gap-2">
        {view.own.map((action, index) => (
          <Step ui={ui} view={view} action={action} isMain={index === 0 && action !== 'cancel'} />
        ))}
        {view.editable !== 'nothing' && (
          <a class="btn" href={`${externalHref(view.learningId)}/edit`}>
            {words.change}
          </a>
        )}
      </div>
    </div>
  );
}

function Step(props: {
  readonly ui: Ui;
  readonly view: ExternalView;
  readonly action: OwnAction;
  readonly isMain: boolean;
}) {
  const { ui, view, action } = props;
  return (
    <form method="post" action={`${externalHref(view.learningId)}/step`}>
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="rev" value={String(view.rev)} />
      <button type="submit" class={props.isMain ? 'btn btn-primary' : 'btn'}>
        {ui.t.external.actions[action]}
      </button>
    </form>
  );
}

function Evidence({ ui, view, form }: Props) {
  const words = ui.t.external;
  const href = `${externalHref(view.learningId)}/evidence`;
  const mayChange = view.editable !== 'nothing';
  return (
    <Block id="evidence" title={words.evidence}>
      <Asked ui={ui} view={view} />
      <Files
        ui={ui}
        view={view}
        {...(mayChange && { remove: (id: string) => `${href}/${encodeURIComponent(id)}/remove` })}
      />
      {mayChange && (
        <form method="post" action={href} enctype="multipart/form-data" class="panel mt-3 p-5">
          <SelectField
            {...{ ui, form, name: 'kind', label: words.fields.kind, required: true }}
            options={evidenceKinds.map((kind) => [kind, words.kinds[kind]] as const)}
          />
          <FileField ui={ui} form={form} />
          <button type="submit" class="btn">
            {words.addFile}
          </button>
        </form>
      )}
    </Block>
  );
}

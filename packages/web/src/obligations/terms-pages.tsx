import { AgencyMenu } from '../agency/menu.tsx';
import { noonOf } from '../course/standing.tsx';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { AudienceFields, DueFields } from './audience-fields.tsx';
import { Fact } from './fact.tsx';
import { audienceText, dueText } from './parts.tsx';
import { obligationHref, obligationsPath } from './paths.ts';
import type { ObligationChoices, TermsPreviewView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly obligationId: string;
  readonly form: FormState;
}

/** Title, reason, audience and last day of an obligation that stands; nothing changes before it was looked at. */
export function TermsPage(props: Props & { readonly units: ObligationChoices['units'] }) {
  const { ui, obligationId, form, units } = props;
  const words = ui.t.obligations;
  const href = obligationHref(obligationId);
  return (
    <Frame {...props} title={words.terms.title} lead={words.terms.lead}>
      <form method="post" action={`${href}/terms/preview`} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? ''} />
        <TextField
          ui={ui}
          form={form}
          name="title"
          label={words.name}
          hint={words.nameHint}
          maxlength={120}
          required
        />
        <AudienceFields ui={ui} units={units} form={form} />
        <DueFields ui={ui} form={form} isFixed />
        <TextField
          ui={ui}
          form={form}
          name="note"
          label={words.note}
          hint={words.noteHint}
          maxlength={300}
          multiline
        />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {words.terms.look}
          </button>
          <a href={href} class="btn btn-ghost">
            {ui.t.shell.cancel}
          </a>
        </div>
      </form>
    </Frame>
  );
}

/** What would come of other terms, and the button that makes it so. */
export function TermsPreviewPage(props: Props & { readonly preview: TermsPreviewView }) {
  const { ui, obligationId, form, preview } = props;
  const words = ui.t.obligations;
  const { number } = ui.format;
  const { people, comes, goes, isComplete, moves } = preview;
  const fields = Object.entries(form.values).filter(([, value]) => value !== '');
  const hidden = fields.map(([name, value]) => <input type="hidden" name={name} value={value} />);
  const href = obligationHref(obligationId);
  return (
    <Frame {...props} title={words.terms.previewTitle} lead={words.previewLead}>
      <div class="panel max-w-2xl space-y-4 p-5">
        <ul class="list-disc space-y-1 ps-5 font-semibold">
          <li>
            {isComplete ? words.terms.people(number(people)) : words.terms.peopleAtLeast(number(people))}
          </li>
          <li>{words.terms.comes(number(comes))}</li>
          <li>{words.terms.goes(number(goes))}</li>
          <li>{moves ? movesText(ui, moves) : words.terms.noMoves}</li>
        </ul>
        {moves && <p class="quiet text-sm">{words.terms.except}</p>}
        {people === 0 && <Notice tone="warning">{words.nobody}</Notice>}
        {moves && moves.to < moves.from && <Notice tone="warning">{words.terms.shorter}</Notice>}
        <dl class="space-y-3">
          <Fact label={words.name}>{preview.title}</Fact>
          <Fact label={words.audience}>{audienceText(ui, preview.audience)}</Fact>
          <Fact label={words.due}>{dueText(ui, preview.due)}</Fact>
        </dl>
        <p class="quiet text-sm">{words.terms.told}</p>
        <div class="flex flex-wrap gap-3">
          <form method="post" action={`${href}/terms`}>
            {hidden}
            <button type="submit" class="btn btn-primary">
              {words.terms.change}
            </button>
          </form>
          <form method="post" action={`${href}/terms/preview`}>
            {hidden}
            <button type="submit" name="back" value="1" class="btn">
              {words.changeIt}
            </button>
          </form>
        </div>
      </div>
    </Frame>
  );
}

function movesText(ui: Ui, moves: NonNullable<TermsPreviewView['moves']>): string {
  const { date, number } = ui.format;
  return ui.t.obligations.terms.moves(number(moves.duties), date(noonOf(moves.from)), date(noonOf(moves.to)));
}

function Frame(
  props: Props & { readonly title: string; readonly lead: string; readonly children?: unknown },
) {
  const { ui, obligationId, title, lead } = props;
  const words = ui.t.obligations;
  return (
    <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={obligationsPath} />}>
      <PageHeading
        title={title}
        lead={lead}
        trail={
          <Trail
            ui={ui}
            links={[
              [obligationsPath, words.title],
              [obligationHref(obligationId), words.back],
            ]}
          />
        }
      />
      {props.children as never}
    </Shell>
  );
}

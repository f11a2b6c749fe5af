import { AgencyMenu } from '../agency/menu.tsx';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { HoldReasons, isOfTime } from './parts.tsx';
import { heldPath, holdPath } from './paths.ts';
import type { HoldView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly hold: HoldView;
  readonly form: FormState;
}

/** Whether these JP count: what was found, what the learner says, and the decision with its words. */
export function HoldPage(props: Props) {
  const { ui, hold } = props;
  const words = ui.t.credit;
  const title = words.holdTitle(hold.learner ?? '–');
  return (
    <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={heldPath} />}>
      <PageHeading
        title={title}
        lead={words.holdLead(plainText(ui, hold.title), ui.format.jp(hold.stated))}
        trail={<Trail ui={ui} links={[[heldPath, words.heldTitle]]} />}
      />
      <Block id="found" title={words.found}>
        <div class="panel p-5">
          <HoldReasons ui={ui} reasons={hold.reasons} />
          <p class="quiet mt-3 text-sm">
            {hold.reasons.some(isOfTime) ? words.foundNote : words.countedNote}
          </p>
        </div>
      </Block>
      <Block id="answer" title={words.answerOf}>
        <div class="panel p-5">
          {hold.answer ? (
            <>
              <p class="whitespace-pre-line">{hold.answer.words}</p>
              <p class="quiet mt-1 text-sm">{ui.format.dateTime(hold.answer.at)}</p>
            </>
          ) : (
            <p class="quiet">{words.noAnswer}</p>
          )}
        </div>
      </Block>
      {hold.state === 'open' ? <Decision {...props} /> : <Decided {...props} />}
    </Shell>
  );
}

function Decided({ ui, hold }: Props) {
  const words = ui.t.credit;
  return (
    <Notice tone={hold.state === 'released' ? 'success' : 'warning'}>
      <p class="font-medium">{words.holdState[hold.state]}</p>
      {hold.decision && <p>{hold.decision.words}</p>}
    </Notice>
  );
}

function Decision({ ui, hold, form }: Props) {
  const words = ui.t.credit;
  return (
    <Block id="decision" title={words.decision}>
      <form method="post" action={holdPath(hold)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="outcome"
          label={words.outcome}
          required
          options={[
            ['', words.choose],
            ['released', words.release],
            ['rejected', words.reject],
          ]}
        />
        <TextField
          ui={ui}
          form={form}
          name="words"
          label={words.why}
          hint={words.whyHint}
          required
          multiline
          maxlength={1000}
        />
        <input type="hidden" name="rev" value={String(hold.rev)} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Block>
  );
}

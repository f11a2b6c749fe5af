import { recognitionWords } from '../i18n/recognition.ts';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { RecognitionView } from './ports.ts';

/** The value, why, when and by whom. */
export function RecognitionText(props: {
  readonly ui: Ui;
  readonly one: RecognitionView;
  readonly name?: string;
}) {
  const { ui, one, name } = props;
  const words = recognitionWords[ui.locale];
  const date = ui.format.date(one.at);
  return (
    <div class="min-w-0 grow basis-72">
      <p class="font-semibold">
        {name !== undefined && `${name}: `}
        {words.values[one.value]}
      </p>
      <Reason ui={ui} one={one} />
      <p class="quiet text-sm">
        {one.state === 'granted' ? words.on(date) : words.stateOn(words.states[one.state], date)}
        {one.by !== undefined && one.state !== 'proposed' && ` · ${words.by(one.by)}`}
      </p>
      {one.note !== undefined && <p class="text-sm">{words.note(one.note)}</p>}
    </div>
  );
}

function Reason({ ui, one: { reason } }: { readonly ui: Ui; readonly one: RecognitionView }) {
  const words = recognitionWords[ui.locale];
  const { number, date } = ui.format;
  if (reason.kind === 'people') {
    return (
      <>
        <p class="my-1 whitespace-pre-line break-words">{reason.behaviour}</p>
        <p class="quiet text-sm">
          {words.proposedBy(reason.by === '' ? words.erased : reason.by, reason.as)}
        </p>
      </>
    );
  }
  if (reason.kind === 'teaching') {
    return (
      <>
        <p class="my-1">{words.teachingReason(number(reason.minutes))}</p>
        <p class="quiet text-sm">{words.basis(reason.basis)}</p>
      </>
    );
  }
  const { competency, before, after, required, assessedOn, basis } = reason;
  return (
    <>
      <p class="my-1">
        {words.improvementReason(plainText(ui, competency), number(before), number(after))}{' '}
        {words.improvementRequired(number(required), date(`${assessedOn}T05:00:00.000Z`))}
      </p>
      <p class="quiet text-sm">{words.basis(basis)}</p>
    </>
  );
}

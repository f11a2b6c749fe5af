import { Confirmation } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { PushFrame } from './frame.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushSubscription } from './ports.ts';

/** The question before something that is not taken back. */
export function PushQuestionPage(props: {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly subscription: PushSubscription;
  readonly action: 'delete' | 'rotate';
  readonly failure?: string | undefined;
}) {
  const { ui, place, subscription, action, failure } = props;
  const { push } = ui.t;
  const [title, text, confirm] =
    action === 'delete'
      ? [push.deleteTitle, place.words(ui).deleteText, push.deleteConfirm]
      : [push.rotateTitle, push.rotateText, push.rotateConfirm];
  const base = pushHref(place, subscription.subscriptionId);
  return (
    <PushFrame ui={ui} place={place} title={title}>
      <Confirmation
        ui={ui}
        title={`${title} (${subscription.name})`}
        text={text}
        action={`${base}/${action}`}
        confirm={confirm}
        back={base}
        danger={action === 'delete'}
        failure={failure}
      />
    </PushFrame>
  );
}

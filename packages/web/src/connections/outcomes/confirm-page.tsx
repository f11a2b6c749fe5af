import { Confirmation } from '../../layout/form.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionsFrame } from '../frame.tsx';
import { comparisonHref } from './comparison-frame.tsx';
import type { Compared } from './ports.ts';

/** The question before places at the provider are given up, or completions are worth nothing any more. */
export function ConfirmPage(props: {
  readonly ui: Ui;
  readonly connection: Compared;
  readonly action: 'end-there' | 'take-back';
  readonly mismatchIds: readonly string[];
  readonly note: string;
}) {
  const { ui, connection, mismatchIds, action, note } = props;
  const { title, text, confirm } = ui.t.outcomes.confirm[action];
  const count = ui.format.number(mismatchIds.length);
  const path = comparisonHref(connection);
  return (
    <ConnectionsFrame ui={ui} title={title(count)}>
      <Confirmation
        ui={ui}
        title={title(count)}
        text={text(connection.name)}
        action={`${path}/repair`}
        confirm={confirm}
        back={path}
        danger
        fields={[
          ['action', action],
          ['confirmed', 'yes'],
          ...(note === '' ? [] : [['note', note] as const]),
          ...mismatchIds.map((id) => ['mismatch', id] as const),
        ]}
      />
    </ConnectionsFrame>
  );
}

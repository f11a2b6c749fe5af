import { AgencyMenu } from '../agency/menu.tsx';
import { Confirmation } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { exportHref, exportsPath } from './paths.ts';

/** The question before what was written is thrown away. */
export function CancelExportPage(props: {
  readonly ui: Ui;
  readonly exportId: string;
  readonly failure?: string | undefined;
}) {
  const { ui, exportId, failure } = props;
  const t = ui.t.exports;
  const back = exportHref(exportId);
  return (
    <Shell ui={ui} title={t.cancelTitle} section="agency" menu={<AgencyMenu ui={ui} current={exportsPath} />}>
      <Confirmation
        ui={ui}
        title={t.cancelTitle}
        text={t.cancelText}
        action={`${back}/cancel`}
        confirm={t.cancel}
        dismiss={t.cancelDismiss}
        back={back}
        danger
        failure={failure}
      />
    </Shell>
  );
}

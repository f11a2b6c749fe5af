import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import type { ConnectionKindName, ConnectionView, StartTool } from './ports.ts';

/** What the form of a connection is made of. */
export interface FormProps {
  readonly ui: Ui;
  readonly kind: ConnectionKindName;
  readonly form: FormState;
  /** Others of the provider, beside which statements may count. */
  readonly others?: readonly ConnectionView[] | undefined;
  /** In which courses may start. */
  readonly tools?: readonly StartTool[] | undefined;
}

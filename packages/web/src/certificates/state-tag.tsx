import type { Ui } from '../ui.ts';
import type { CertificateState } from './ports.ts';

const tones = { making: 'tag tag-info', valid: 'tag tag-success', revoked: 'tag tag-error' } as const;

export function StateTag({ ui, state }: { readonly ui: Ui; readonly state: CertificateState }) {
  return <span class={tones[state]}>{ui.t.certificates.state[state]}</span>;
}

import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

export type Tone = 'info' | 'success' | 'warning' | 'error';

const icons = { info: 'info', success: 'check', warning: 'warning', error: 'warning' } as const;

/** A boxed message. `live` for one that answers what the visitor has just done. */
export function Notice(props: {
  readonly tone: Tone;
  readonly live?: boolean;
  readonly id?: string;
  readonly children?: Child;
}) {
  const role = props.live ? (props.tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${props.tone}`} role={role} id={props.id}>
      <Icon name={icons[props.tone]} />
      <div class="min-w-0 grow">{props.children}</div>
    </div>
  );
}

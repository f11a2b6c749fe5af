import type { Ui } from '../ui.ts';
import type { ConnectionView } from './ports.ts';

const tones = { active: 'tag tag-success', paused: 'tag', removing: 'tag tag-warning' };

export function StateTag(props: { readonly ui: Ui; readonly connection: Pick<ConnectionView, 'state'> }) {
  const { state } = props.connection;
  return <span class={tones[state]}>{props.ui.t.connections.state[state]}</span>;
}

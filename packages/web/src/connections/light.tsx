import type { Ui } from '../ui.ts';
import type { ConnectionHealth, ConnectionView } from './ports.ts';
import { isAsked } from './tabs.ts';

const tones = {
  unknown: 'tag',
  works: 'tag tag-success',
  disturbed: 'tag tag-warning',
  down: 'tag tag-error',
};

/** How a connection is, in words; the colour only repeats them. */
export function HealthLight(props: { readonly ui: Ui; readonly health: Pick<ConnectionHealth, 'light'> }) {
  const { light } = props.health;
  return <span class={tones[light]}>{props.ui.t.connections.light[light]}</span>;
}

/** Kinds without services are never asked, so that there is nothing to be said of them. */
export const hasHealth = ({ health, kind }: Pick<ConnectionView, 'health' | 'kind'>): boolean =>
  isAsked(kind) || (kind !== 'oneroster-csv' && health.light !== 'unknown');

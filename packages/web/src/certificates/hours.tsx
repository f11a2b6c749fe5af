import type { Jp } from '@sinau/kernel';
import type { Ui } from '../ui.ts';
import type { HoursState } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly of: { readonly jp?: Jp; readonly hours?: HoursState };
}

/** JP as the course states them, and what the agency says of them now. */
export function Hours({ ui, of: { jp, hours } }: Props) {
  const words = ui.t.certificates;
  if (jp === undefined) return <>{words.noJp}</>;
  return (
    <>
      <span class="whitespace-nowrap">{ui.format.jp(jp)}</span>{' '}
      {hours && <span class="tag tag-warning whitespace-nowrap">{words.hours[hours]}</span>}
    </>
  );
}

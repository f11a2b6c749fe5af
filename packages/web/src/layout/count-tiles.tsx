import type { Ui } from '../ui.ts';

/** How many of a queue stand in each state; each number opens its list. */
export function CountTiles(props: {
  readonly ui: Ui;
  readonly tiles: readonly {
    readonly href: string;
    readonly label: string;
    readonly note: string;
    readonly count: number;
    /** Counting stopped there. */
    readonly atLeast: boolean;
  }[];
  /** In a row on a wide screen. */
  readonly columns: 3 | 4;
}) {
  const { ui, tiles, columns } = props;
  return (
    <ul class={`grid gap-3 sm:grid-cols-2 ${columns === 3 ? 'lg:grid-cols-3' : 'lg:grid-cols-4'}`}>
      {tiles.map(({ href, label, note, count, atLeast }) => (
        <li>
          <a class="panel block px-4 py-3" href={href}>
            <span class="quiet block text-sm">{label}</span>
            <span class="block text-2xl font-bold tabular-nums">
              {ui.format.number(count)}
              {atLeast ? '+' : ''}
            </span>
            <span class="quiet block text-xs">{note}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

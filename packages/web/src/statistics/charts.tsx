import { ShareBar } from '../layout/share-bar.tsx';
import type { Told } from './ports.ts';

const heightOf = (people: Told): number => (people === 'few' ? 2.5 : people);

/** How many of the most that there are. */
export function RowBar({ people, most }: { readonly people: Told; readonly most: number }) {
  const width = most > 0 ? (heightOf(people) / most) * 100 : 0;
  return <ShareBar percent={width} />;
}

/** From the first to the third quartile, with the median as a line. */
export function RowRange(props: {
  readonly quartiles: { readonly lower: number; readonly median: number; readonly upper: number } | undefined;
  readonly most: number;
}) {
  const { quartiles, most } = props;
  const at = (seconds: number) => (most > 0 ? (seconds / most) * 100 : 0);
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      class="h-3 w-24 sm:w-40"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="4" width="100" height="2" class="fill-base-300" />
      {quartiles && (
        <>
          <rect
            x={String(at(quartiles.lower))}
            y="1"
            width={String(Math.max(1, at(quartiles.upper) - at(quartiles.lower)))}
            height="8"
            class="fill-primary"
          />
          <rect x={String(at(quartiles.median) - 0.6)} y="0" width="1.6" height="10" class="fill-accent" />
        </>
      )}
    </svg>
  );
}

const size = { width: 720, height: 220, left: 44, right: 8, top: 10, bottom: 28 };

/** Columns side by side, one for each place; the upper part of a column is drawn over the lower. */
export function Columns(props: {
  readonly label: string;
  readonly columns: readonly { readonly people: Told; readonly within?: Told }[];
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  readonly numberOf: (people: number) => string;
}) {
  const { columns, marks } = props;
  const most = Math.max(5, ...columns.map(({ people }) => heightOf(people)));
  const [inner, tall] = [size.width - size.left - size.right, size.height - size.top - size.bottom];
  const step = inner / Math.max(1, columns.length);
  const y = (people: number) => size.top + tall * (1 - people / most);
  const column = (index: number, people: Told, kind: string) => (
    <rect
      x={(size.left + index * step).toFixed(1)}
      y={y(heightOf(people)).toFixed(1)}
      width={Math.max(1, step - (step > 4 ? 1 : 0.4)).toFixed(1)}
      height={(y(0) - y(heightOf(people))).toFixed(1)}
      class={kind}
    />
  );
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      class="h-auto w-full min-w-[30rem] text-base-content"
      role="img"
      aria-label={props.label}
    >
      {[0, 0.5, 1].map((part) => (
        <>
          <line
            x1={String(size.left)}
            x2={String(size.width - size.right)}
            y1={y(most * part).toFixed(1)}
            y2={y(most * part).toFixed(1)}
            class="stroke-base-300"
          />
          <text x={String(size.left - 6)} y={(y(most * part) + 4).toFixed(1)} text-anchor="end" class={axis}>
            {props.numberOf(Math.round(most * part))}
          </text>
        </>
      ))}
      {columns.map(({ people }, index) => column(index, people, 'fill-primary'))}
      {columns.map(({ within }, index) => within && column(index, within, 'fill-accent'))}
      {marks.map(({ at, text }) => (
        <text
          x={(size.left + at * inner).toFixed(1)}
          y={String(size.height - 8)}
          text-anchor={at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle'}
          class={axis}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

const axis = 'fill-current text-xs';

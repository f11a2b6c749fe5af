/** A number that opens its list; nobody opens an empty one. */
export function CountLink(props: {
  readonly href: string;
  readonly count: number;
  readonly text: string;
  /** What is counted, for whoever hears the link without its table. */
  readonly label: string;
}) {
  if (props.count === 0) return <span class="tabular-nums">{props.text}</span>;
  return (
    <a
      class="text-link inline-flex min-h-8 items-center tabular-nums"
      href={props.href}
      aria-label={`${props.label}: ${props.text}`}
    >
      {props.text}
    </a>
  );
}

export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : (part * 100) / whole);

/** Drawn for the eye alone: the number stands beside it. */
export function ShareBar({ percent }: { readonly percent: number }) {
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      class="h-3 w-24 sm:w-40"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="0" width="100" height="10" class="fill-base-300" />
      <rect x="0" y="0" width={Math.min(100, percent).toFixed(1)} height="10" class="fill-primary" />
    </svg>
  );
}

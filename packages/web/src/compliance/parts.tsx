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

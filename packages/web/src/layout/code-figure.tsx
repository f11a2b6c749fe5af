/** A QR code, dark on light whatever the page's colours are. */
export function CodeFigure(props: {
  readonly code: { readonly size: number; readonly path: string };
  readonly label: string;
}) {
  const { code, label } = props;
  return (
    <svg
      viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
      class="mx-auto mt-5 w-full max-w-sm"
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect x="-4" y="-4" width={code.size + 8} height={code.size + 8} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

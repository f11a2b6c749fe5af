/** A bar in a row of a table, from 0 to 100. Drawn for the eye alone: the number stands beside it. */
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

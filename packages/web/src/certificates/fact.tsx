import type { Child } from 'hono/jsx';

/** One line of a list of facts. */
export function Fact(props: { readonly label: Child; readonly children?: Child }) {
  return (
    <div class="flex flex-wrap justify-between gap-x-6 gap-y-1 py-3">
      <dt class="quiet">{props.label}</dt>
      <dd class="min-w-0 font-medium break-words">{props.children}</dd>
    </div>
  );
}

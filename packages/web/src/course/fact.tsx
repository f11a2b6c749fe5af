import type { Child } from 'hono/jsx';

/** One line of a list of facts, with what it means where that is not plain. */
export function Fact(props: { readonly label: string; readonly note?: string; readonly children?: Child }) {
  return (
    <div class="grid grid-cols-[auto_1fr] gap-x-4">
      <dt class="quiet">{props.label}</dt>
      <dd class="text-end font-medium">{props.children}</dd>
      {props.note && <dd class="quiet col-span-2 text-xs">{props.note}</dd>}
    </div>
  );
}

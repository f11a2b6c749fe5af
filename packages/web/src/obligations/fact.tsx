/** A name and what it stands for, in a list of such. */
export function Fact(props: { readonly label: string; readonly children?: unknown }) {
  return (
    <div>
      <dt class="quiet text-sm">{props.label}</dt>
      <dd>{props.children as never}</dd>
    </div>
  );
}

import type { Ui } from '../ui.ts';

/** How an identity provider is connected; with its address where that does not stand beside. */
export function ScimSteps(props: { readonly ui: Ui; readonly address?: string }) {
  const { scim } = props.ui.t.clients;
  return (
    <details>
      <summary class="text-link inline-flex min-h-8 items-center text-sm">{scim.howTo}</summary>
      {props.address !== undefined && (
        <p class="mt-1 text-sm">
          {scim.address}: <code class="break-all select-all">{props.address}</code>
        </p>
      )}
      <ol class="mt-2 list-decimal space-y-1 pl-5 text-sm">
        {scim.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="quiet mt-2 text-sm">{scim.note}</p>
    </details>
  );
}

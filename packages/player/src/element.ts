type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Name], 'attributes' | 'children'>
> & { readonly attributes?: Readonly<Record<string, string>> };

/** A new element with its properties, attributes and children; texts become text nodes, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<Name> = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const { attributes = {}, ...plain } = properties;
  const node = Object.assign(document.createElement(name), plain);
  for (const [attribute, value] of Object.entries<string>(attributes)) node.setAttribute(attribute, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** The one place of the shell that a page fills; see build-player.ts. */
export function pageRoot(): HTMLElement {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  return root;
}

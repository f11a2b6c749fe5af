import type { JSX } from 'hono/jsx/jsx-runtime';

type Page<Props> = (props: Props) => JSX.Element;

/** A page whose module is loaded when it is first shown. */
export function lazyPage<Props>(load: () => Promise<Page<Props>>): Page<Props> {
  return async (props) => (await load())(props);
}

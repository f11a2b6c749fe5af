import type { RouteDeclaration } from './route.ts';

/** What may be asked at a path, in the order of declaration; nothing where no route is. GET answers HEAD as well. */
export function methodsAt(
  routes: readonly Pick<RouteDeclaration, 'method' | 'path'>[],
  path: string,
): readonly string[] {
  const asked = segmentsOf(path);
  const methods = routes
    .filter((route) => isAt(segmentsOf(route.path), asked))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return methods.length > 0 ? [...new Set(methods), 'OPTIONS'] : [];
}

/** A slash at the end says nothing. */
const segmentsOf = (path: string): readonly string[] => path.replace(/\/+$/, '').split('/');

function isAt(declared: readonly string[], asked: readonly string[]): boolean {
  return (
    declared.length === asked.length &&
    declared.every((part, at) => (part.startsWith(':') ? asked[at] !== '' : part === asked[at]))
  );
}

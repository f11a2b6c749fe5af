/** What a site asks of programs that read it (RFC 9309). */
export interface RobotsRules {
  readonly rules: readonly { readonly allows: boolean; readonly path: string }[];
  /** Seconds between two pages. */
  readonly delay?: number;
}

const mostLines = 5_000;

/** The group of `agent`, else the one of everybody. */
export function readRobots(text: string, agent: string): RobotsRules {
  const groups = new Map<string, { rules: { allows: boolean; path: string }[]; delay?: number }>();
  // Others are left out: a page of names and rules would come to as many rules as both multiplied.
  const wanted = new Set([agent.toLowerCase(), '*']);
  let names: string[] = [];
  let isHead = false;
  for (const line of text.split(/\r\n|\r|\n/).slice(0, mostLines)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const [name, said] = [field.toLowerCase(), value.trim()];
    if (name === 'user-agent') {
      names = isHead ? [...names, said.toLowerCase()] : [said.toLowerCase()];
      isHead = true;
      for (const one of names) if (wanted.has(one) && !groups.has(one)) groups.set(one, { rules: [] });
      continue;
    }
    if (name !== '') isHead = false;
    for (const one of new Set(names)) {
      const group = groups.get(one);
      if (group && /^(dis)?allow$/.test(name) && said !== '')
        group.rules.push({ allows: name === 'allow', path: said });
      if (group && name === 'crawl-delay' && Number(said) > 0) group.delay = Number(said);
    }
  }
  return groups.get(agent.toLowerCase()) ?? groups.get('*') ?? { rules: [] };
}

/** The longest rule that fits counts; of two alike the one that allows. */
export function mayRead({ rules }: RobotsRules, address: string): boolean {
  const { pathname, search } = new URL(address);
  const path = `${pathname}${search}`;
  const [first] = rules
    .filter((rule) => fits(rule.path, path))
    .toSorted((a, b) => b.path.length - a.path.length || Number(b.allows) - Number(a.allows));
  return first?.allows ?? true;
}

/** `*` is anything, `$` the end. Walked from piece to piece, so that no pattern takes long. */
function fits(pattern: string, path: string): boolean {
  const isEnd = pattern.endsWith('$');
  const [head = '', ...pieces] = (isEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isEnd || at === path.length) return true;
  const last = pieces.at(-1);
  return last !== undefined && path.length - last.length >= at - last.length && path.endsWith(last);
}

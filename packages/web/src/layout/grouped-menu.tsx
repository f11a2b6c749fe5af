import { Icon } from './icon.tsx';

export type MenuLink = readonly [href: string, name: string];

export interface MenuGroup {
  readonly name: string;
  /** The first is where the group's own name leads. */
  readonly links: readonly [MenuLink, ...MenuLink[]];
}

/**
 * Menu of a section with more pages than a row holds: groups in one row, the pages of the group one is in below them. A phone unfolds
 * all of it from one line. Nested lists, so that whoever hears it knows what belongs together; without script.
 */
export function GroupedMenu(props: {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly current: string;
}) {
  const { label, groups, current } = props;
  const group = groups.find(({ links }) => links.some(([href]) => href === current));
  const page = group?.links.find(([href]) => href === current)?.[1];
  return (
    <nav aria-label={label} class="panel p-1">
      <details class="section-menu">
        <summary>
          <Icon name="list" />
          <span>
            {page === undefined ? label : `${label}: `}
            {page !== undefined && <strong>{page}</strong>}
          </span>
        </summary>
        <ul class="menu-groups">
          {groups.map((one) => (
            <Group group={one} isHere={one === group} current={current} />
          ))}
        </ul>
      </details>
    </nav>
  );
}

function Group({
  group,
  isHere,
  current,
}: {
  readonly group: MenuGroup;
  readonly isHere: boolean;
  readonly current: string;
}) {
  const [first] = group.links;
  const isAlone = group.links.length === 1;
  const here = isAlone ? ('page' as const) : ('true' as const);
  return (
    <li class={isHere ? 'menu-group menu-group-here' : 'menu-group'}>
      <a href={first[0]} class="tab-link menu-group-name" aria-current={isHere ? here : undefined}>
        {group.name}
      </a>
      {!isAlone && (
        <ul class="menu-pages">
          {group.links.map(([href, name]) => (
            <li>
              <a href={href} class="tab-link" aria-current={href === current ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

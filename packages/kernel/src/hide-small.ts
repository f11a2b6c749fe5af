/** Smaller groups tell of persons. */
export const leastGroup = 5;

export const isSmall = (size: number): boolean => size > 0 && size < leastGroup;

/**
 * Which of several groups, whose sum is known, must not be told: those of less than five people, and as many of the next larger
 * ones that nobody gets at a hidden one by taking the others from the sum (case P3). Nobody at all tells nothing of anybody.
 */
export function hiddenGroups(
  groups: ReadonlyMap<string, number>,
  /** Not told already, for another reason. */
  already: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const bySize = [...groups].filter(([, size]) => size > 0).toSorted((a, b) => a[1] - b[1]);
  const hidden = new Set([...already, ...bySize.filter(([, size]) => isSmall(size)).map(([name]) => name)]);
  if (hidden.size === 0) return hidden;
  const sizeOf = (name: string) => groups.get(name) ?? 0;
  for (const [name] of bySize) {
    const together = [...hidden].reduce((sum, one) => sum + sizeOf(one), 0);
    if (hidden.size > 1 && together >= leastGroup) break;
    hidden.add(name);
  }
  return hidden;
}

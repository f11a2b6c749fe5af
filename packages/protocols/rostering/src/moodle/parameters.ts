type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** Parameters as PHP reads them from a form: `options[ids][0]=4`. Truths are 1 and 0. */
export function moodleForm(parameters: Readonly<Record<string, Value>>): string {
  const pairs: [string, string][] = [];
  const put = (name: string, value: Value): void => {
    if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        put(name === '' ? key : `${name}[${key}]`, inner as Value);
    } else pairs.push([name, typeof value === 'boolean' ? String(Number(value)) : String(value)]);
  };
  put('', parameters);
  return new URLSearchParams(pairs).toString();
}

export type MoodleParameters = Parameters<typeof moodleForm>[0];

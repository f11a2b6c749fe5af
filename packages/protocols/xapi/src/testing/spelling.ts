import fc from 'fast-check';

/** How one value may be written in JSON: numbers and letters have many forms, and white space stands anywhere. */
export interface Spelling {
  readonly gap: string;
  /** False: letters stand for themselves. @default true */
  readonly escapes?: boolean;
  /** Used in turn. */
  readonly choices: readonly number[];
}

export const anySpelling: fc.Arbitrary<Spelling> = fc.record({
  gap: fc.constantFrom('', ' ', '\n\t', '\r\n'),
  choices: fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }),
});

/** JSON text of a value, spelled so. Without gap and escapes it says the same on one line. */
export function spell(value: unknown, spelling: Spelling): string {
  let turn = 0;
  const choose = () => spelling.choices[turn++ % spelling.choices.length] ?? 0;
  const { gap, escapes = true } = spelling;
  const writeText = (text: string) => {
    const choice = choose();
    return spellText(text, escapes ? choice : 0);
  };
  const list = (open: string, close: string, parts: readonly string[]) =>
    `${open}${gap}${parts.join(`${gap},${gap}`)}${gap}${close}`;
  const write = (one: unknown): string => {
    if (typeof one === 'number') return spellNumber(one, choose());
    if (typeof one === 'string') return writeText(one);
    if (Array.isArray(one)) return list('[', ']', one.map(write));
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    const members = Object.entries(one).filter(([, member]) => member !== undefined);
    return list(
      '{',
      '}',
      members.map(([key, member]) => `${writeText(key)}${gap}:${gap}${write(member)}`),
    );
  };
  return gap + write(value) + gap;
}

function spellNumber(value: number, choice: number): string {
  const plain = JSON.stringify(value);
  if (choice === 1) return value.toExponential();
  if (choice === 2 && /^-?\d+$/.test(plain)) return `${plain}.0`;
  if (choice === 3 && /^-?\d+\.\d+$/.test(plain)) return `${plain}00000000000000000001`;
  return plain;
}

function spellText(text: string, choice: number): string {
  if (choice !== 1) return JSON.stringify(text);
  const escaped = [...text.slice(0, 3)].map((char) =>
    Array.from(
      { length: char.length },
      (_, n) => `\\u${char.charCodeAt(n).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  return `"${escaped.join('')}${JSON.stringify(text.slice(3)).slice(1)}`;
}

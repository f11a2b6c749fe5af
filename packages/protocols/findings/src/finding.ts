import type { Locale } from '@sinau/kernel';

/** One sentence in each language of the interface. */
export type LocalText = Readonly<Record<Locale, string>>;

/**
 * One thing that an import found. Texts hold words of the package as they are: whoever shows them must escape them
 * (case A10).
 */
export interface Finding<Code extends string = string> {
  /** An error keeps the package out; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Requirement id or rule of the standard, or a rule of ours beginning with `sinau.`. */
  readonly rule: string;
  /** Stable name of the finding; `params` fill its texts. */
  readonly code: Code;
  readonly params: Readonly<Record<string, string>>;
  /** Name inside the package. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** What is wrong. */
  readonly message: LocalText;
  /** What to do about it. */
  readonly mend: LocalText;
}

export interface FindingPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const maxParamLength = 200;

/** What is said of every finding of one code. `{name}` is a parameter; both languages say the same. */
export interface FindingText {
  readonly severity: Finding['severity'];
  readonly rule: string;
  readonly message: LocalText;
  readonly mend: LocalText;
}

/**
 * Makes findings with their texts; `params` come from the package, so they are cut and cleared of control characters.
 */
export function findingMaker<Code extends string>(texts: Readonly<Record<Code, FindingText>>) {
  return (
    code: Code,
    params: Readonly<Record<string, string | number>> = {},
    place: FindingPlace = {},
  ): Finding<Code> => {
    const { severity, rule, message, mend } = texts[code];
    const clean = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, tidy(String(value))]),
    );
    const { file, line, column } = place;
    return {
      severity,
      rule,
      code,
      params: clean,
      ...(file !== undefined && { file: tidy(file) }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      message: fill(message, clean),
      mend: fill(mend, clean),
    };
  };
}

function tidy(value: string): string {
  const shown = value
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return shown.length > maxParamLength ? `${shown.slice(0, maxParamLength).toWellFormed()}…` : shown;
}

function fill(text: LocalText, params: Readonly<Record<string, string>>): LocalText {
  const filled = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '?');
  return { id: filled(text.id), en: filled(text.en) };
}

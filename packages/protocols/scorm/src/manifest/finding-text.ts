import type { Locale } from '@sinau/kernel';

export interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: Readonly<Record<Locale, string>>;
  readonly mend: Readonly<Record<Locale, string>>;
}

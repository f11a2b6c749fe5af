/** NIP of permanent civil servants (PNS, CPNS) or NI PPPK of contract employees. Always text: 18 digits. */
export const employeeNumberKinds = ['NIP', 'NI_PPPK'] as const;
export type EmployeeNumberKind = (typeof employeeNumberKinds)[number];

export type EmployeeNumberProblem =
  | 'lost-digits'
  | 'not-18-digits'
  | 'birth-date'
  | 'appointment'
  | 'sex'
  | 'serial';

/**
 * Reads a number as people type or paste it (spaces, dots, apostrophes) and checks its structure. Digits 9–14 mean
 * year and month of appointment in a NIP only; in a NI PPPK they are opaque.
 * @param today bounds the age, 17 to 70
 */
export function parseEmployeeNumber(
  text: string,
  kind: EmployeeNumberKind,
  today: Date,
): { readonly value: string } | { readonly problem: EmployeeNumberProblem } {
  // A spreadsheet turns the number into 1.99005E+17: its last digits are lost, so it must not be guessed.
  if (/\d[.,]?\d*e\+?\d/i.test(text)) return { problem: 'lost-digits' };
  const value = text.replace(/[\s.'’-]/g, '');
  if (!/^\d{18}$/.test(value)) return { problem: 'not-18-digits' };
  const born = dateOf(value.slice(0, 8));
  if (!born || !isOfAge(born, today)) return { problem: 'birth-date' };
  if (kind === 'NIP' && !isAppointment(value.slice(8, 14), born)) return { problem: 'appointment' };
  if (!/[12]/.test(value.charAt(14))) return { problem: 'sex' };
  if (value.slice(15) === '000') return { problem: 'serial' };
  return { value };
}

/** `199005172015031999` → `••••••••••••••1999`: the first fourteen digits hold the birth date. */
export function maskEmployeeNumber(value: string): string {
  return `${'•'.repeat(Math.max(0, value.length - 4))}${value.slice(-4)}`;
}

/** `199005172015031999` → `19900517 201503 1 999`, as it is printed. */
export function formatEmployeeNumber(value: string): string {
  return [value.slice(0, 8), value.slice(8, 14), value.slice(14, 15), value.slice(15)].join(' ');
}

function dateOf(digits: string): Date | undefined {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const date = new Date(`${iso}T00:00:00.000Z`);
  // 31 April parses in some engines by rolling over; only a date that prints the same is one.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : date;
}

function isOfAge(born: Date, today: Date): boolean {
  const age = (today.getTime() - born.getTime()) / (365.25 * 24 * 3600 * 1000);
  return age >= 17 && age < 71;
}

function isAppointment(digits: string, born: Date): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4));
  return month >= 1 && month <= 12 && year >= born.getUTCFullYear() + 17;
}

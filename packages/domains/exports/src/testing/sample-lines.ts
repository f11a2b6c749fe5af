const hex = (n: number) => n.toString(16).padStart(12, '0');
export const idOf = (n: number): string => `10000000-0000-4000-8000-${hex(n)}`;

/** The n-th statement as the feed gives it, stored so many minutes after 2026-03-01 12:00 UTC, 19:00 in Jakarta. */
export function statementLine(
  n: number,
  given: { readonly minutes?: number; readonly over?: object } = {},
): string {
  const stored = new Date(Date.UTC(2026, 2, 1, 12) + (given.minutes ?? n) * 60_000).toISOString();
  const statement = {
    id: idOf(n),
    actor: { objectType: 'Agent', account: { homePage: 'https://sinau.example', name: `orang-${n % 7}` } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: {
      objectType: 'Activity',
      id: `https://sinau.example/activities/kursus-${n % 3}/au/${'0123456789abcdef'.repeat(2)}`,
      definition: { name: { id: 'Etika "ASN", bagian é' } },
    },
    result: {
      score: { scaled: (n % 11) / 10 },
      success: n % 2 === 0,
      completion: true,
      duration: 'PT1M2.5S',
    },
    context: {
      registration: idOf(1_000_000 + n),
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': `sesi-${n}` },
    },
    timestamp: '2026-03-01T19:00:00.123+07:00',
    stored,
    ...given.over,
  };
  const place = { kind: 'statement', id: idOf(n), position: `p${hex(n)}`, stored };
  return `${JSON.stringify(place).slice(0, -1)},"statement":${JSON.stringify(statement)}}`;
}

export function voidLine(n: number, minutes = n): string {
  const stored = new Date(Date.UTC(2026, 2, 1, 12) + minutes * 60_000).toISOString();
  return JSON.stringify({ kind: 'void', id: idOf(n), voidedBy: idOf(n + 500_000), stored });
}

/**
 * When a code ends, ISO 8601 UTC. Clients show it as text and never read it, so several ways of writing are taken; what has no zone is taken to be of
 * western Indonesia. Undefined for what nobody can read.
 */
export function readEnd(told: unknown): string | undefined {
  const ms = typeof told === 'number' ? told * (told < 100_000_000_000 ? 1_000 : 1) : msOf(told);
  return Number.isFinite(ms) && ms > 0 && ms < 32_503_680_000_000 ? new Date(ms).toISOString() : undefined;
}

function msOf(told: unknown): number {
  if (typeof told !== 'string') return Number.NaN;
  const text = told.trim();
  if (/^\d{10,13}$/.test(text)) return Number(text) * (text.length < 12 ? 1_000 : 1);
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  return match ? Date.parse(`${match[1]}T${match[2]}${match[3] ?? '+07:00'}`) : Number.NaN;
}

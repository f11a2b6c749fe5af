const shape =
  /^P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/;

/** Seconds of an ISO 8601 duration, to hundredths; undefined for one with years or months, which have no fixed length. */
export function durationSeconds(duration: string): number | undefined {
  const parts = shape.exec(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  if (years > 0 || months > 0) return undefined;
  const all = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  return Number.isFinite(all) ? Math.round(all * 100) / 100 : undefined;
}

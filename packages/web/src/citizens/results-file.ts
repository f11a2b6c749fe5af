import type { Context } from 'hono';
import type { Ui } from '../ui.ts';
import type { ResultsWish } from './ports.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const resultsWish = (context: Context, ui: Ui): ResultsWish => ({
  format: context.req.query('format') === 'csv' ? 'csv' : 'xlsx',
  language: ui.locale,
});

export function answerResults(
  context: Context,
  { format }: ResultsWish,
  file: Uint8Array<ArrayBuffer>,
): Response {
  return context.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="hasil-skm.${format}"`,
  });
}

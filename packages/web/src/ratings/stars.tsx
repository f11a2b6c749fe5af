import type { Ui } from '../ui.ts';
import type { RatingView } from './ports.ts';

/** `★ 4,3 (57)`; read out as a sentence. */
export function AverageStars({ ui, rating }: { readonly ui: Ui; readonly rating: RatingView }) {
  const { t, format } = ui;
  const average = format.number(rating.average);
  const count = format.number(rating.count);
  return (
    <>
      <span aria-hidden="true" class="whitespace-nowrap">
        ★ {average} <span class="quiet">({count})</span>
      </span>
      <span class="sr-only">
        {t.ratings.rating} {t.ratings.of(average, count)}
      </span>
    </>
  );
}

/** `★★★★☆`, for a reader who sees; the number stands in words beside it. */
export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span aria-hidden="true" class="whitespace-nowrap tracking-wide">
      {'★'.repeat(stars)}
      {'☆'.repeat(5 - stars)}
    </span>
  );
}

import type { Ui } from '../ui.ts';
import type { Progress } from './progress.ts';

/** How far somebody is: a number as soon as there is one, else whether anything was begun. Never a bare 0 %. */
export function progressWords(ui: Ui, progress: Pick<Progress, 'percent' | 'begun'>): string {
  if (progress.percent > 0) return ui.format.percent(progress.percent);
  return ui.t.course.state[progress.begun ? 'started' : 'not-started'];
}

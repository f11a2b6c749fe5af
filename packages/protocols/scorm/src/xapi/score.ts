import type { Score as XapiScore } from '@sinau/xapi';
import type { ScormVersion } from '../manifest/model.ts';
import { onlyKnown } from '../runtime/cmi-reader.ts';
import type { Score } from '../runtime/runtime-data.ts';

/**
 * A score as xAPI has it, or undefined for none. Scaled is what 2004 says, else the place of raw between min and max;
 * 1.2 scores without bounds are out of 100 (RTE 3.4.4). Bounds that contradict raw are left out, as a record store
 * would refuse them.
 */
export function xapiScore(version: ScormVersion, { scaled, raw, min, max }: Score): XapiScore | undefined {
  const ordered = min === undefined || max === undefined || min < max;
  const fits = (bound: number | undefined, side: 1 | -1) =>
    ordered && (bound === undefined || raw === undefined || (raw - bound) * side >= 0);
  const bounds = {
    min: fits(min, 1) ? min : undefined,
    max: fits(max, -1) ? max : undefined,
  };
  const share = scaled ?? shareOf(version, { raw, ...bounds });
  if (share === undefined && raw === undefined) return undefined;
  return onlyKnown({ scaled: share, raw, ...bounds });
}

function shareOf(
  version: ScormVersion,
  {
    raw,
    min,
    max,
  }: { readonly raw: number | undefined; readonly min: number | undefined; readonly max: number | undefined },
): number | undefined {
  if (raw === undefined) return undefined;
  if (min !== undefined && max !== undefined) return rounded((raw - min) / (max - min));
  // Without a lower bound, zero is meant; tools that give max alone mean a share of it.
  if (max !== undefined && max > 0 && raw >= 0) return rounded(raw / max);
  if (version === '2004') return undefined;
  return raw >= 0 && raw <= 100 ? rounded(raw / 100) : undefined;
}

/** Seven digits, as SCORM writes reals. */
function rounded(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

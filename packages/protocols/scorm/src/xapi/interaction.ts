import type { LanguageMap } from '@sinau/kernel';
import type { ActivityDefinition, InteractionType, Result } from '@sinau/xapi';
import { formatIsoDuration } from '../durations.ts';
import type { ScormVersion } from '../manifest/model.ts';
import { onlyKnown } from '../runtime/cmi-reader.ts';
import type { InteractionData } from '../runtime/runtime-data.ts';
import { scormActivityTypes } from './vocabulary.ts';

/** The activity definition of an interaction; patterns in the delimiters of xAPI. */
export function interactionDefinition(
  version: ScormVersion,
  interaction: InteractionData,
  language: string,
): ActivityDefinition {
  const interactionType = interaction.type ?? 'other';
  const patterns = interaction.correctResponses.map((pattern) => {
    const converted = xapiResponse(version, interactionType, pattern);
    return interactionType === 'numeric' && !converted.includes('[:]')
      ? `${converted}[:]${converted}`
      : converted;
  });
  return {
    type: scormActivityTypes.interaction,
    interactionType,
    ...(patterns.length > 0 && { correctResponsesPattern: patterns }),
    ...(interaction.description !== undefined && {
      description: localizedText(interaction.description, language),
    }),
  };
}

/** Success is told only where the result tells it: unanticipated and neutral are neither. */
export function interactionResult(version: ScormVersion, interaction: InteractionData): Result {
  const { response, result, latencySeconds } = interaction;
  return onlyKnown({
    response:
      response === undefined ? undefined : xapiResponse(version, interaction.type ?? 'other', response),
    success: result === 'correct' || result === 'incorrect' ? result === 'correct' : undefined,
    score: typeof result === 'number' ? { raw: result } : undefined,
    duration: latencySeconds === undefined ? undefined : formatIsoDuration(latencySeconds),
  });
}

/**
 * A response or pattern in xAPI's words. 2004 has the same delimiters; 1.2 writes `a,b` or `{a,b}` and pairs as `a.b`,
 * and what already has brackets (some tools use them in 1.2) stays.
 */
export function xapiResponse(version: ScormVersion, type: InteractionType, text: string): string {
  if (type === 'true-false') return trueFalse(text);
  if (version === '2004' || /\[[,.:]\]/.test(text)) return text;
  const parts = () =>
    text
      .trim()
      .replace(/^\{(.*)\}$/s, '$1')
      .split(',')
      .map((part) => part.trim());
  switch (type) {
    case 'choice':
    case 'sequencing':
      return parts().join('[,]');
    case 'matching':
    case 'performance':
      return parts()
        .map((part) => part.replace('.', '[.]'))
        .join('[,]');
    default:
      return text;
  }
}

/** A localized string of 2004, `{lang=id}Teks`. */
export function localizedText(text: string, fallback: string): LanguageMap {
  const [, language = fallback, plain = text] =
    /^\{lang=([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\}(.*)$/s.exec(text) ?? [];
  return { [language]: plain };
}

function trueFalse(text: string): string {
  if (/^(?:t|true|1)$/i.test(text.trim())) return 'true';
  return /^(?:f|false|0)$/i.test(text.trim()) ? 'false' : text;
}

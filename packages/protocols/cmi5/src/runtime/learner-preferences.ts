import type { Refusal } from './session.ts';

/** The Agent Profile document `cmi5LearnerPreferences` (section 11). */
export interface LearnerPreferences {
  /** Comma-separated language tags, most preferred first. */
  readonly languagePreference: string;
  readonly audioPreference: 'on' | 'off';
}

// RFC 5646 2.1: langtag (language, extlang, script, region, variant, extension, private use), or private use alone.
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]{2,8})$/i;

/** Undefined when a request of the AU to write the document may pass. `body` is the request's text. */
export function checkLearnerPreferences(request: {
  readonly contentType: string | undefined;
  readonly body: string;
}): Refusal | undefined {
  const shape = (message: string): Refusal => ({ requirement: '11.0.0.0-5', message });
  if (!/^application\/json\s*(;|$)/i.test(request.contentType ?? '')) {
    return shape('Send cmi5LearnerPreferences as application/json.');
  }
  const document = parseObject(request.body);
  if (!document) return shape('cmi5LearnerPreferences must be a JSON object.');
  const { languagePreference, audioPreference } = document;
  if (typeof languagePreference !== 'string' || typeof audioPreference !== 'string') {
    return shape('cmi5LearnerPreferences needs the texts languagePreference and audioPreference.');
  }
  if (!languagePreference.split(',').every((tag) => languageTag.test(tag.trim()))) {
    const message = 'languagePreference must be a comma-separated list of RFC 5646 tags, e.g. "id-ID,en".';
    return { requirement: '11.1.0.0-1', message };
  }
  if (audioPreference !== 'on' && audioPreference !== 'off')
    return shape('audioPreference is "on" or "off".');
  return undefined;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

import type { LanguageMap } from '@sinau/kernel';

/** A text for systems that take one language: Bahasa Indonesia where there is one. */
export const nameOf = (map: LanguageMap): string => map.id ?? map.en ?? Object.values(map)[0] ?? '';

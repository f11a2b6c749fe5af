/** Languages of the interface; Bahasa Indonesia is the first. */
export type Locale = 'id' | 'en';

/** Text by BCP 47 tag, as xAPI and cmi5 carry it. */
export type LanguageMap = Readonly<Record<string, string>>;

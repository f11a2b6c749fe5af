import { packageFindingTexts } from './package-finding-texts.ts';
import { structureFindingTexts } from './structure-finding-texts.ts';

/** Texts of every finding. `{name}` is a parameter; both languages say the same. */
export const findingTexts = { ...packageFindingTexts, ...structureFindingTexts };

export type FindingCode = keyof typeof findingTexts;

import { itemFindingTexts } from './item-finding-texts.ts';
import { manifestFindingTexts } from './manifest-finding-texts.ts';
import { pathFindingTexts } from './path-finding-texts.ts';

/** Texts of every finding. `{name}` is a parameter; both languages say the same. */
export const findingTexts = { ...manifestFindingTexts, ...itemFindingTexts, ...pathFindingTexts };

export type FindingCode = keyof typeof findingTexts;

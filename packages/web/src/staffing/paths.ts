/** What lists of agencies are about: who somebody is, or what they have learned elsewhere before. */
export type ListName = 'people' | 'history';

export interface ListPlace {
  readonly list: ListName;
  /** Where lists are sent. */
  readonly path: string;
  /** Above each of them. For the past it is not the same: a person and a record of theirs have places of two parts there. */
  readonly each: string;
  /** The page that leads here. */
  readonly home: '/agency/people' | '/agency/external';
}

export const listPlaces: Readonly<Record<ListName, ListPlace>> = {
  people: {
    ...{ list: 'people', home: '/agency/people' },
    ...{ path: '/agency/people/imports', each: '/agency/people/imports' },
  },
  history: {
    ...{ list: 'history', home: '/agency/external' },
    ...{ path: '/agency/external/import', each: '/agency/external/import/lists' },
  },
};

export const importHref = ({ each }: ListPlace, importId: string) =>
  `${each}/${encodeURIComponent(importId)}`;

import { type Enumeration, type EnumerationKey, enumerations } from './enumerations';

/** The tab «Справочники»: one column an editable enumeration, its values below. Owned by people. */
export const DICTIONARIES_TITLE = 'Справочники';

/** Editable enumerations → header of their column. */
export const dictionaryTitles: Readonly<Partial<Record<EnumerationKey, string>>> = Object.fromEntries(
  (Object.entries(enumerations) as [EnumerationKey, Enumeration][])
    .filter(([, e]) => e.editable)
    .map(([key, e]) => [key, e.title]),
);

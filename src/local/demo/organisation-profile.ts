/** What happens to a pair or group; pairs.ts turns each word into dates and a status. */
export type Fate =
  | 'year' // autumn to May, finished
  | 'short' // autumn to March, finished before the first wave's date
  | 'long' // two school years, running
  | 'autumn' // finished in December 2023
  | 'left-early' // stopped in February 2023: the mentee left
  | 'stopped' // stopped in November 2023
  | 'replaced' // closed on 30.11.2023 because the mentor changed
  | 'expired' // past its planned end, still «Действует»
  | 'current'
  | 'next' // runs into the next school year
  | 'short23' // finished in February or March 2024
  | 'stopped23'
  | 'paused'
  | 'planned'
  | 'replacement'
  | 'cross' // the mentor is from another organisation
  | 'after-D' // finished between the reference date and today
  | 'winter' // begun in January 2024
  | 'no-order'
  | 'before-order' // begun before its order was signed
  | 'group'
  | 'group-long'
  | 'group-speed';

export interface OrganisationProfile {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly type:
    | 'Общеобразовательная'
    | 'Дошкольная'
    | 'Дополнительного образования'
    | 'Профессиональная'
    | 'Иная';
  readonly legalForm: string;
  /** First part of the reserved host name. */
  readonly host: string;
  readonly headPosition: string;
  /** Teachers on 1 September 2022 and 2023; null: the organisation is not there. */
  readonly teachers: readonly [number, number | null];
  /** Teachers with 0–3 years of service who are nobody's mentees, in the two waves; how many of them are under 35. */
  readonly newOutside: readonly [number, number];
  readonly youngOutside: readonly [number, number];
  readonly mentors: number;
  readonly mentees: number;
  readonly units22: string;
  readonly units23: string;
  /** Which of the package the organisation has: И приказ о внедрении, П Положение, Д дорожная карта, Р программа, О поощрение. */
  readonly package: string;
  readonly section: boolean;
  readonly students?: number;
}

/** What the five charts of the report show (domain.md §4): plain tables that an adapter draws. */
export interface ChartData {
  readonly key: 'Д1' | 'Д2' | 'Д3' | 'Д4' | 'Д5';
  readonly title: string;
  readonly kind: 'stacked-columns' | 'bars-with-target' | 'bars' | 'stacked-bar' | 'columns';
  /** First row: names of the series after the axis name. Then a row per category; null = no data. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

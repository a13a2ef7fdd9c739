/** The memo as blocks, before any document exists. An adapter writes them with DocumentApp; tests read them as they are. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 0 | 1 | 2; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly style?: 'centre' | 'right' | 'note' | 'signature' | 'caption';
      /** Where the numbers come from: codes and parts of indicators, e.g. `И-01`, `И-10 mentors.D`. */
      readonly sources?: readonly string[];
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly string[];
      readonly sources?: readonly string[];
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      /** First row is the header. All rows have the same length. */
      readonly rows: readonly (readonly string[])[];
      /** Relative widths of the columns; absent = equal. */
      readonly widths?: readonly number[];
      /** Columns aligned to the right (numbers), 0-based. */
      readonly numeric?: readonly number[];
      /** The last row is a total and is set in bold. */
      readonly total?: boolean;
      readonly sources?: readonly string[];
    }
  | { readonly kind: 'chart'; readonly key: 'Д1' | 'Д2' | 'Д3' | 'Д4' | 'Д5'; readonly title: string }
  | { readonly kind: 'page-break' };

import { NotImplementedError } from '../../host/errors';
import type { CellValue } from './model';
import type { PivotCell, PivotGroupModel, PivotModel, PivotRecord, PivotWords } from './pivot-model';
import { summarize } from './pivot-summary';

export interface PivotSource {
  readonly headings: readonly string[];
  /** Rows below the heading that pass the filters. */
  readonly records: readonly PivotRecord[];
  /** Number format of a source column's first value. */
  format(offset: number): string | undefined;
  /** A label as text, e.g. a date as it is displayed. */
  text(value: CellValue, offset: number): string;
}

/** One line (row or column) of a pivot table: the labels of its groups and the records that belong to it. */
interface Line {
  readonly labels: readonly PivotCell[];
  readonly records: ReadonlySet<PivotRecord> | null;
  readonly kind: 'leaf' | 'subtotal' | 'grand';
}

const BLANK: PivotCell = { value: '' };

/** The cells of a pivot table, laid out as Google Sheets lays them out, or nothing while it has no fields. */
export function layOut(pivot: PivotModel, source: PivotSource, words: PivotWords): PivotCell[][] {
  if (pivot.rows.length + pivot.columns.length + pivot.values.length === 0) return [];
  if (pivot.orientation === 'ROWS' && pivot.values.length > 1)
    throw new NotImplementedError('Several values of a pivot table in rows');
  const name = (offset: number, own: string | null) => own ?? source.headings[offset] ?? '';
  const valueNames = pivot.values.map(
    (v) =>
      v.name ??
      (v.formula !== null ? v.formula : words.valueName(v.summarize, source.headings[v.offset ?? 0] ?? '')),
  );
  const rowLines = linesOf(pivot.rows, pivot, source, words);
  const columnLines = linesOf(pivot.columns, pivot, source, words);
  const cross = (row: Line, column: Line, v: number): PivotCell => valueCell(pivot, source, row, column, v);
  const rowNames = pivot.rows.map((g) => ({ value: name(g.offset, g.name) }));

  if (pivot.columns.length === 0) {
    const all: Line = { labels: [], records: null, kind: 'grand' };
    const head = [...rowNames, ...valueNames.map((value) => ({ value }))];
    const body = (pivot.rows.length ? rowLines : [all]).map((line) => [
      ...line.labels,
      ...pivot.values.map((_, v) => cross(line, all, v)),
    ]);
    return [head, ...body];
  }

  const several = pivot.values.length > 1;
  const side = Math.max(1, pivot.rows.length);
  const count = Math.max(1, pivot.values.length);
  const first = [
    ...pad(several || pivot.rows.length === 0 ? [] : valueNames.map((value) => ({ value })), side),
    ...pivot.columns.map((g) => ({ value: name(g.offset, g.name) })),
  ];
  const labelRows = pivot.columns.map((_, depth) => [
    ...pad([], side),
    ...columnLines.flatMap((line) => {
      const label = line.labels[depth] ?? BLANK;
      if (!several) return [label];
      if (line.kind === 'leaf') return pad([label], count);
      return valueNames.map((v) =>
        label.value === ''
          ? BLANK
          : { value: line.kind === 'grand' ? words.totalOf(v) : `${label.value} ${v}` },
      );
    }),
  ]);
  const nameRow = several
    ? [
        [
          ...pad([], side),
          ...columnLines.flatMap((line) =>
            valueNames.map((value) => (line.kind === 'leaf' ? { value } : BLANK)),
          ),
        ],
      ]
    : [];
  const heads = [first, ...labelRows, ...nameRow];
  const last = heads[heads.length - 1];
  rowNames.forEach((cell, i) => {
    last[i] = cell;
  });
  const lines: Line[] = pivot.rows.length
    ? rowLines
    : [{ labels: [{ value: several ? '' : (valueNames[0] ?? '') }], records: null, kind: 'grand' }];
  const body = lines.map((line) => [
    ...pad(line.labels, side),
    ...columnLines.flatMap((column) => pivot.values.map((_, v) => cross(line, column, v))),
  ]);
  return [...heads, ...body];
}

function pad(cells: readonly PivotCell[], width: number): PivotCell[] {
  return [...cells, ...new Array<PivotCell>(Math.max(0, width - cells.length)).fill(BLANK)];
}

/** All lines of one dimension in order: leaves, totals of outer groups behind theirs, the grand total at the end. */
function linesOf(
  groups: readonly PivotGroupModel[],
  pivot: PivotModel,
  source: PivotSource,
  words: PivotWords,
): Line[] {
  if (groups.length === 0) return [];
  const lines: Line[] = [];
  const walk = (depth: number, records: readonly PivotRecord[], labels: readonly PivotCell[]): void => {
    const group = groups[depth];
    items(group, records, pivot, source).forEach((item, i) => {
      const label: PivotCell = { value: item.value, format: source.format(group.offset) };
      const outer = labels.map((l, d) => (i === 0 || groups[d].repeat ? l : BLANK));
      if (depth === groups.length - 1) {
        lines.push({ labels: [...outer, label], records: new Set(item.records), kind: 'leaf' });
        return;
      }
      walk(depth + 1, item.records, [...outer, label]);
      if (group.totals) {
        const total = { value: words.total(source.text(item.value, group.offset)) };
        const blanks = outer.map(() => BLANK);
        lines.push({
          labels: pad([...blanks, total], groups.length),
          records: new Set(item.records),
          kind: 'subtotal',
        });
      }
    });
  };
  walk(0, source.records, []);
  if (groups[0].totals)
    lines.push({ labels: pad([{ value: words.grandTotal }], groups.length), records: null, kind: 'grand' });
  return lines;
}

interface Item {
  readonly value: CellValue;
  readonly records: PivotRecord[];
}

/** The values of a group in their order: blank, numbers, texts, booleans; or by a value of the table. */
function items(
  group: PivotGroupModel,
  records: readonly PivotRecord[],
  pivot: PivotModel,
  source: PivotSource,
): Item[] {
  const found = new Map<string, Item>();
  for (const record of records) {
    const value = record[group.offset] ?? '';
    const key = `${typeof value}:${value}`;
    const known = found.get(key);
    if (known) known.records.push(record);
    else found.set(key, { value, records: [record] });
  }
  const list = [...found.values()].sort((a, b) => compare(a.value, b.value));
  const value = group.sortBy && pivot.values[group.sortBy.value];
  if (group.sortBy && value) {
    const others = pivot.rows.includes(group) ? pivot.columns : pivot.rows;
    const wanted = group.sortBy.opposite.map(String);
    const size = (item: Item): number => {
      const part = item.records.filter((r) =>
        wanted.every((w, i) => source.text(r[others[i].offset] ?? '', others[i].offset) === w),
      );
      return Number(summarize(value, part, source.headings)) || 0;
    };
    list.sort((a, b) => size(a) - size(b));
  }
  return group.ascending ? list : list.reverse();
}

function compare(a: CellValue, b: CellValue): number {
  const rank = (v: CellValue) => (v === '' ? 0 : typeof v === 'number' ? 1 : typeof v === 'string' ? 2 : 3);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string')
    return a.localeCompare(b, 'ru', { sensitivity: 'accent' });
  return Number(a) - Number(b);
}

function valueCell(pivot: PivotModel, source: PivotSource, row: Line, column: Line, v: number): PivotCell {
  const value = pivot.values[v];
  const both = common(row.records, column.records, source.records);
  if (both.length === 0) return BLANK;
  const result = summarize(value, both, source.headings);
  const whole = (a: Line['records'], b: Line['records']) =>
    summarize(value, common(a, b, source.records), source.headings);
  const share = (total: number | string): PivotCell =>
    typeof result === 'number' && typeof total === 'number' && total !== 0
      ? { value: result / total, format: '0.00%' }
      : { value: '#DIV/0!' };
  switch (value.show) {
    case 'PERCENT_OF_ROW_TOTAL':
      return share(whole(row.records, null));
    case 'PERCENT_OF_COLUMN_TOTAL':
      return share(whole(null, column.records));
    case 'PERCENT_OF_GRAND_TOTAL':
      return share(whole(null, null));
  }
  const counts = value.summarize.startsWith('COUNT') || value.offset === null;
  return { value: result, format: counts ? undefined : source.format(value.offset ?? 0) };
}

function common(a: Line['records'], b: Line['records'], all: readonly PivotRecord[]): readonly PivotRecord[] {
  if (a === null && b === null) return all;
  if (a === null || b === null) return [...((a ?? b) as ReadonlySet<PivotRecord>)];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].filter((record) => large.has(record));
}

import type { HostContext } from '../host/context';
import type { EnumValue } from '../host/enums';
import { fail, NotImplementedError } from '../host/errors';
import { BlobImpl } from './blob';
import type { ChartKind } from './chart-description';
import { chartPng } from './chart-image';
import {
  type ChartCell,
  ChartOptionsImpl,
  type ChartTable,
  describeChart,
  type Options,
  storedOption,
} from './chart-options';
import { chartSetters } from './chart-setters';
import { tableOfRanges } from './spreadsheet/chart-source';
import { RangeImpl } from './spreadsheet/range';
import { isDate } from './spreadsheet/serial-date';

/** A picture as a blob; `image/png` is what the host draws. */
export function pictureBlob(png: () => Uint8Array, contentType: string): BlobImpl {
  if (contentType !== 'image/png') throw new NotImplementedError(`Chart.getAs('${contentType}')`);
  return new BlobImpl(png(), contentType, 'chart.png');
}

export class DataTableImpl {
  static readonly api = 'Charts.DataTable';
  constructor(readonly table: ChartTable) {}
}

export class DataTableBuilderImpl {
  static readonly api = 'Charts.DataTableBuilder';
  readonly #columns: { type: string; label: string }[] = [];
  readonly #rows: unknown[][] = [];
  constructor(readonly context: HostContext) {}
  addColumn(type: EnumValue, label: string): this {
    this.#columns.push({ type: type.name(), label: String(label) });
    return this;
  }
  addRow(values: readonly unknown[]): this {
    if (values.length > this.#columns.length)
      fail(`The row has ${values.length} values but the table has ${this.#columns.length} columns.`);
    this.#rows.push([...values]);
    return this;
  }
  setValue(row: number, column: number, value: unknown): this {
    while (this.#rows.length <= row) this.#rows.push([]);
    this.#rows[row][column] = value;
    return this;
  }
  build(): DataTableImpl {
    const cell = (value: unknown, type: string): ChartCell => {
      if (value === null || value === undefined || value === '') return { value: null, text: '' };
      if (isDate(value)) return { value: value.getTime(), text: this.#date(value) };
      if (type === 'NUMBER' && typeof value === 'number') return { value, text: this.#number(value) };
      return { value: type === 'NUMBER' ? Number(value) : String(value), text: String(value) };
    };
    const rows = this.#rows.map((row) => this.#columns.map((column, c) => cell(row[c], column.type)));
    return new DataTableImpl({ head: this.#columns.map((c) => c.label), rows });
  }
  #number(value: number): string {
    return new Intl.NumberFormat(localeOf(this.context), { maximumFractionDigits: 2 }).format(value);
  }
  #date(value: Date): string {
    const options = {
      timeZone: this.context.timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    } as const;
    return new Intl.DateTimeFormat(localeOf(this.context), options).format(value.getTime());
  }
}

const localeOf = (context: HostContext): string => context.locale.replace('_', '-');

export class DataViewDefinitionImpl {
  static readonly api = 'Charts.DataViewDefinition';
  constructor(readonly columns: readonly number[]) {}
}

export class DataViewDefinitionBuilderImpl {
  static readonly api = 'Charts.DataViewDefinitionBuilder';
  #columns: number[] = [];
  setColumns(columns: readonly unknown[]): this {
    this.#columns = columns.map((column) => {
      if (typeof column !== 'number')
        throw new NotImplementedError('Computed columns of a DataViewDefinition');
      return column;
    });
    return this;
  }
  build(): DataViewDefinitionImpl {
    return new DataViewDefinitionImpl(this.#columns);
  }
}

export class ChartTextStyleImpl {
  static readonly api: string = 'Charts.TextStyle';
  constructor(readonly parts: { color?: string; fontName?: string; fontSize?: number } = {}) {}
  getColor(): string | null {
    return this.parts.color ?? null;
  }
  getFontName(): string | null {
    return this.parts.fontName ?? null;
  }
  getFontSize(): number | null {
    return this.parts.fontSize ?? null;
  }
}

export class ChartTextStyleBuilderImpl {
  static readonly api = 'Charts.TextStyleBuilder';
  #parts: ChartTextStyleImpl['parts'] = {};
  setColor(color: string): this {
    this.#parts = { ...this.#parts, color };
    return this;
  }
  setFontName(fontName: string): this {
    this.#parts = { ...this.#parts, fontName };
    return this;
  }
  setFontSize(fontSize: number): this {
    this.#parts = { ...this.#parts, fontSize };
    return this;
  }
  build(): ChartTextStyleImpl {
    return new ChartTextStyleImpl(this.#parts);
  }
}

/** A chart of the Charts service. */
export class ChartImpl {
  static readonly api = 'Charts.Chart';
  constructor(
    readonly kind: ChartKind,
    readonly options: Options,
    readonly table: ChartTable,
    readonly locale: string,
  ) {}
  getOptions(): ChartOptionsImpl {
    return new ChartOptionsImpl(this.options);
  }
  getBlob(): BlobImpl {
    return this.getAs('image/png');
  }
  getAs(contentType: string): BlobImpl {
    return pictureBlob(
      () => chartPng(describeChart(this.kind, this.options, this.table, this.locale)),
      contentType,
    );
  }
}

class ChartBuilderImpl {
  static readonly api: string = 'Charts.ColumnChartBuilder';
  /** A range is a DataTableSource too, though the reference does not say so. */
  static readonly loose = ['setDataTable'];
  #options: Options = {};
  #table: ChartTable | null = null;
  #view: DataViewDefinitionImpl | null = null;
  constructor(
    readonly context: HostContext,
    readonly kind: ChartKind,
  ) {}
  setOption(name: string, value: unknown): this {
    this.#options = { ...this.#options, [name]: storedOption(value) };
    return this;
  }
  setDimensions(width: number, height: number): this {
    return this.setOption('width', width).setOption('height', height);
  }
  setDataTable(source: DataTableBuilderImpl | DataTableImpl | RangeImpl): this {
    if (source instanceof RangeImpl) this.#table = tableOfRanges([source]);
    else if (source instanceof DataTableBuilderImpl) this.#table = source.build().table;
    else if (source instanceof DataTableImpl) this.#table = source.table;
    else fail("The parameters ((class)) don't match the method signature for Charts.setDataTable.");
    return this;
  }
  setDataViewDefinition(view: DataViewDefinitionImpl): this {
    this.#view = view;
    return this;
  }
  build(): ChartImpl {
    const table = this.#table ?? fail('Data table is required to build a chart.');
    const columns = this.#view?.columns;
    const shown = columns
      ? { head: columns.map((c) => table.head[c]), rows: table.rows.map((row) => columns.map((c) => row[c])) }
      : table;
    return new ChartImpl(this.kind, this.#options, shown, localeOf(this.context));
  }
}
Object.assign(ChartBuilderImpl.prototype, chartSetters);

const builder = (name: string) =>
  class extends ChartBuilderImpl {
    static override readonly api = `Charts.${name}ChartBuilder`;
  };
const AreaBuilder = builder('Area');
const BarBuilder = builder('Bar');
const ColumnBuilder = builder('Column');
const LineBuilder = builder('Line');
const PieBuilder = builder('Pie');
const ScatterBuilder = builder('Scatter');
const TableBuilder = builder('Table');

export class ChartsService {
  static readonly api = 'Charts.Charts';
  constructor(readonly context: HostContext) {}
  newDataTable(): DataTableBuilderImpl {
    return new DataTableBuilderImpl(this.context);
  }
  newDataViewDefinition(): DataViewDefinitionBuilderImpl {
    return new DataViewDefinitionBuilderImpl();
  }
  newTextStyle(): ChartTextStyleBuilderImpl {
    return new ChartTextStyleBuilderImpl();
  }
  newAreaChart(): ChartBuilderImpl {
    return new AreaBuilder(this.context, 'AREA');
  }
  newBarChart(): ChartBuilderImpl {
    return new BarBuilder(this.context, 'BAR');
  }
  newColumnChart(): ChartBuilderImpl {
    return new ColumnBuilder(this.context, 'COLUMN');
  }
  newLineChart(): ChartBuilderImpl {
    return new LineBuilder(this.context, 'LINE');
  }
  newPieChart(): ChartBuilderImpl {
    return new PieBuilder(this.context, 'PIE');
  }
  newScatterChart(): ChartBuilderImpl {
    return new ScatterBuilder(this.context, 'SCATTER');
  }
  newTableChart(): ChartBuilderImpl {
    return new TableBuilder(this.context, 'TABLE');
  }
}

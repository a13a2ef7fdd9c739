import { type EnumValue, enumeration, enumKey } from '../../host/enums';
import { fail, NotImplementedError } from '../../host/errors';
import type { BlobImpl } from '../blob';
import type { ChartDescription, ChartKind } from '../chart-description';
import { chartPng } from '../chart-image';
import { ChartOptionsImpl, describeChart, type Options, storedOption } from '../chart-options';
import { chartSetters } from '../chart-setters';
import { DataTableImpl, pictureBlob } from '../charts';
import { tableOfRanges } from './chart-source';
import type { RangeRef } from './model';
import type { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

/** A chart on a sheet, as SheetModel.charts holds it. Plain data: a copy of a sheet copies it. */
export interface ChartModel {
  /** null while it is on no sheet. */
  readonly id: number | null;
  /** Key of ChartType. */
  readonly kind: string;
  readonly ranges: readonly RangeRef[];
  readonly options: Options;
  /** The cell of the upper left corner; null when it was deleted: A1. A reference, so that it moves with the cells. */
  readonly anchor: RangeRef | null;
  /** Pixels from the corner of that cell. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** -1 = found out from the data. */
  readonly headers: number;
  readonly transpose: boolean;
  /** Keys of ChartMergeStrategy and ChartHiddenDimensionStrategy. */
  readonly merge: string;
  readonly hidden: string;
}

const NEW_CHART: ChartModel = {
  id: null,
  kind: 'COLUMN',
  ranges: [],
  options: {},
  anchor: null,
  offsetX: 0,
  offsetY: 0,
  headers: -1,
  transpose: false,
  merge: 'MERGE_COLUMNS',
  hidden: 'IGNORE_BOTH',
};

const DRAWN: readonly string[] = [
  'COLUMN',
  'BAR',
  'LINE',
  'AREA',
  'STEPPED_AREA',
  'COMBO',
  'SCATTER',
  'PIE',
  'HISTOGRAM',
  'TABLE',
];

/** What a chart of a sheet looks like now, from the present cells; for pictures of it (PNG, .xlsx). */
export function chartDescription(spreadsheet: SpreadsheetImpl, chart: ChartModel): ChartDescription {
  if (!DRAWN.includes(chart.kind)) throw new NotImplementedError(`Drawing a chart of type ${chart.kind}`);
  const ranges = chart.ranges
    .map((ref) => rangeOfRef(spreadsheet, ref))
    .filter((r): r is RangeImpl => r !== null);
  const table = tableOfRanges(ranges, {
    mergeRows: chart.merge === 'MERGE_ROWS',
    transpose: chart.transpose,
    headers: chart.headers,
    skipHiddenRows: chart.hidden === 'IGNORE_BOTH' || chart.hidden === 'IGNORE_ROWS',
    skipHiddenColumns: chart.hidden === 'IGNORE_BOTH' || chart.hidden === 'IGNORE_COLUMNS',
  });
  return describeChart(
    chart.kind as ChartKind,
    chart.options,
    table,
    spreadsheet.model.locale.replace('_', '-'),
  );
}

export class ContainerInfoImpl {
  static readonly api = 'Spreadsheet.ContainerInfo';
  constructor(readonly chart: Pick<ChartModel, 'anchor' | 'offsetX' | 'offsetY'>) {}
  getAnchorRow(): number {
    return (this.chart.anchor?.row ?? 0) + 1;
  }
  getAnchorColumn(): number {
    return (this.chart.anchor?.column ?? 0) + 1;
  }
  getOffsetX(): number {
    return this.chart.offsetX;
  }
  getOffsetY(): number {
    return this.chart.offsetY;
  }
}

export class EmbeddedChartImpl {
  static readonly api = 'Spreadsheet.EmbeddedChart';
  constructor(
    readonly sheet: SheetImpl,
    /** Replaced when the chart is put on a sheet and gets its id. */
    public model: ChartModel,
  ) {}
  getChartId(): number | null {
    return this.model.id;
  }
  getContainerInfo(): ContainerInfoImpl {
    return new ContainerInfoImpl(this.model);
  }
  getHiddenDimensionStrategy(): EnumValue {
    return enumeration('Charts.ChartHiddenDimensionStrategy')[this.model.hidden];
  }
  getMergeStrategy(): EnumValue {
    return enumeration('Charts.ChartMergeStrategy')[this.model.merge];
  }
  getNumHeaders(): number {
    return this.model.headers;
  }
  getOptions(): ChartOptionsImpl {
    return new ChartOptionsImpl(this.model.options);
  }
  getRanges(): RangeImpl[] {
    return rangesOf(this.sheet, this.model);
  }
  getTransposeRowsAndColumns(): boolean {
    return this.model.transpose;
  }
  modify(): EmbeddedChartBuilderImpl {
    return new EmbeddedChartBuilderImpl(this.sheet, { model: this.model });
  }
  getBlob(): BlobImpl {
    return this.getAs('image/png');
  }
  getAs(contentType: string): BlobImpl {
    // Before it is inserted the live service has no picture of a chart.
    if (this.model.id === null)
      fail('The chart is on no sheet yet: call Sheet.insertChart() before taking its picture.');
    return pictureBlob(() => chartPng(chartDescription(this.sheet.parent, this.model)), contentType);
  }
}

function rangesOf(sheet: SheetImpl, chart: ChartModel): RangeImpl[] {
  return chart.ranges.map((ref) => rangeOfRef(sheet.parent, ref)).filter((r): r is RangeImpl => r !== null);
}

/** What a builder and the typed builders made from it share: `asBarChart()` changes the same chart. */
interface Draft {
  model: ChartModel;
}

let builders = 0;

export class EmbeddedChartBuilderImpl {
  static readonly api: string = 'Spreadsheet.EmbeddedChartBuilder';
  readonly #number = ++builders;
  constructor(
    readonly sheet: SheetImpl,
    readonly draft: Draft = { model: NEW_CHART },
  ) {}
  get kind(): string {
    return this.draft.model.kind;
  }
  #with(change: Partial<ChartModel>): this {
    this.draft.model = { ...this.draft.model, ...change };
    return this;
  }
  toString(): string {
    return `com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder@${this.#number.toString(16).padStart(8, '0')}`;
  }
  build(): EmbeddedChartImpl {
    return new EmbeddedChartImpl(this.sheet, this.draft.model);
  }
  addRange(range: RangeImpl): this {
    return this.#with({ ranges: [...this.draft.model.ranges, refOf(range)] });
  }
  removeRange(range: RangeImpl): this {
    const gone = JSON.stringify(refOf(range));
    return this.#with({ ranges: this.draft.model.ranges.filter((ref) => JSON.stringify(ref) !== gone) });
  }
  clearRanges(): this {
    return this.#with({ ranges: [] });
  }
  getRanges(): RangeImpl[] {
    return rangesOf(this.sheet, this.draft.model);
  }
  getChartType(): EnumValue {
    return enumeration('Charts.ChartType')[this.draft.model.kind];
  }
  setChartType(type: EnumValue): this {
    return this.#with({ kind: enumKey('Charts.ChartType', type) ?? this.kind });
  }
  getContainer(): ContainerInfoImpl {
    return new ContainerInfoImpl(this.draft.model);
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    const anchor = { sheetId: this.sheet.model.id, row: row - 1, column: column - 1, rows: 1, columns: 1 };
    return this.#with({ anchor, offsetX, offsetY });
  }
  setOption(name: string, value: unknown): this {
    return this.#with({ options: { ...this.draft.model.options, [name]: storedOption(value) } });
  }
  setNumHeaders(headers: number): this {
    return this.#with({ headers });
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    return this.#with({ transpose });
  }
  setMergeStrategy(strategy: EnumValue): this {
    return this.#with({ merge: strategy.name() });
  }
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    return this.#with({ hidden: strategy.name() });
  }
}
Object.assign(EmbeddedChartBuilderImpl.prototype, chartSetters);

/** `asBarChart` and its sisters: the same draft behind the façade of the typed builder. */
for (const name of ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table']) {
  class Typed extends EmbeddedChartBuilderImpl {
    static override readonly api = `Spreadsheet.Embedded${name}ChartBuilder`;
  }
  Object.defineProperty(EmbeddedChartBuilderImpl.prototype, `as${name}Chart`, {
    value(this: EmbeddedChartBuilderImpl) {
      this.draft.model = { ...this.draft.model, kind: name.toUpperCase() };
      return new Typed(this.sheet, this.draft);
    },
  });
}

const chartsOn = (sheet: SheetImpl) => sheet.model.charts as ChartModel[];

export const sheetChartMethods = {
  newChart(this: SheetImpl): EmbeddedChartBuilderImpl {
    return new EmbeddedChartBuilderImpl(this);
  },
  getCharts(this: SheetImpl): EmbeddedChartImpl[] {
    return chartsOn(this).map((model) => new EmbeddedChartImpl(this, model));
  },
  insertChart(this: SheetImpl, chart: EmbeddedChartImpl): void {
    const taken = this.parent.model.sheets.flatMap((s) => (s.charts as ChartModel[]).map((c) => c.id ?? 0));
    // Ids of live charts are large numbers; these are stable from run to run.
    const id = Math.max(1_000_000_000, ...taken) + 1;
    chart.model = { ...chart.model, id };
    chartsOn(this).push(chart.model);
  },
  updateChart(this: SheetImpl, chart: EmbeddedChartImpl): void {
    const charts = chartsOn(this);
    const at = charts.findIndex((c) => c.id === chart.model.id);
    if (at < 0) fail('Embedded chart not found.');
    charts[at] = chart.model;
  },
  removeChart(this: SheetImpl, chart: EmbeddedChartImpl): void {
    this.model.charts = chartsOn(this).filter((c) => c.id !== chart.model.id);
  },
};

export const rangeChartMethods = {
  /** The cells for the Charts service. @param headed whether the first row names the columns */
  getDataTable(this: RangeImpl, headed = false): DataTableImpl {
    return new DataTableImpl(tableOfRanges([this], { headers: headed ? 1 : 0 }));
  },
};

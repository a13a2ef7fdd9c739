import type { EnumValue } from '../host/enums';

/**
 * The setters that the builders of embedded charts and of the Charts service share. Which builder has which of them
 * is decided by the reference: a façade shows only documented methods.
 */
export interface OptionHolder {
  /** Key of ChartType. */
  readonly kind: string;
  setOption(name: string, value: unknown): this;
}

const POINT_SIZES: Readonly<Record<string, number>> = { NONE: 0, TINY: 2, MEDIUM: 4, LARGE: 6, HUGE: 9 };

/** The axis that carries the values. */
const valueAxis = (kind: string) => (kind === 'BAR' ? 'hAxis' : 'vAxis');

type Setter = (this: OptionHolder, ...values: never[]) => OptionHolder;

/** A setter that stores its argument under an option's name. */
const stores = (option: string): Setter =>
  function (this: OptionHolder, value: unknown) {
    return this.setOption(option, value);
  };
/** A setter without arguments that switches an option on. */
const switches = (option: string): Setter =>
  function (this: OptionHolder) {
    return this.setOption(option, true);
  };

export const chartSetters: Readonly<Record<string, Setter>> = {
  setTitle: stores('title'),
  setTitleTextStyle: stores('titleTextStyle'),
  setBackgroundColor: stores('backgroundColor'),
  setColors: stores('colors'),
  setLegendPosition: stores('legend.position'),
  setLegendTextStyle: stores('legend.textStyle'),
  setXAxisTitle: stores('hAxis.title'),
  setXAxisTitleTextStyle: stores('hAxis.titleTextStyle'),
  setXAxisTextStyle: stores('hAxis.textStyle'),
  setYAxisTitle: stores('vAxis.title'),
  setYAxisTitleTextStyle: stores('vAxis.titleTextStyle'),
  setYAxisTextStyle: stores('vAxis.textStyle'),
  reverseCategories: switches('reverseCategories'),
  setStacked: switches('isStacked'),
  set3D: switches('is3D'),
  setXAxisLogScale: switches('hAxis.logScale'),
  setYAxisLogScale: switches('vAxis.logScale'),
  useLogScale(this: OptionHolder) {
    return this.setOption(`${valueAxis(this.kind)}.logScale`, true);
  },
  setRange(this: OptionHolder, min: number, max: number) {
    return this.setOption(`${valueAxis(this.kind)}.viewWindow`, { min, max });
  },
  setXAxisRange(this: OptionHolder, min: number, max: number) {
    return this.setOption('hAxis.viewWindow', { min, max });
  },
  setYAxisRange(this: OptionHolder, min: number, max: number) {
    return this.setOption('vAxis.viewWindow', { min, max });
  },
  setCurveStyle(this: OptionHolder, style: EnumValue) {
    return this.setOption('curveType', style.name() === 'SMOOTH' ? 'function' : 'none');
  },
  setPointStyle(this: OptionHolder, style: EnumValue) {
    return this.setOption('pointSize', POINT_SIZES[style.name()] ?? 0);
  },
  enablePaging(this: OptionHolder, ...[size]: readonly (boolean | number)[]) {
    if (typeof size === 'number') this.setOption('pageSize', size);
    return this.setOption('page', size === false ? 'disable' : 'enable');
  },
  enableRtlTable: stores('rtlTable'),
  enableSorting: stores('sort'),
  setFirstRowNumber: stores('firstRowNumber'),
  setInitialSortingAscending: stores('sortColumn'),
  setInitialSortingDescending(this: OptionHolder, column: number) {
    return this.setOption('sortColumn', column).setOption('sortAscending', false);
  },
  showRowNumberColumn: stores('showRowNumber'),
  useAlternatingRowStyle: stores('alternatingRowStyle'),
};

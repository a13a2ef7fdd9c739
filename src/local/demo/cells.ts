import type { TabKey } from '../../domain/registry/tab';
import { addDays, type DateText, weekday } from '../../domain/text/calendar';

/** A real date of the spreadsheet, as against text that looks like one. */
export interface DemoDate {
  readonly date: DateText;
}

export type DemoCell = string | number | boolean | DemoDate;

/** Column key → what a person would type into the cell; a blank cell is absent. */
export type DemoRow = Readonly<Record<string, DemoCell>>;

/**
 * Set-up fills «Настройки», «Календарь» and the rows of «Дорожная карта», see roadmap-status.ts. The matrix of the older
 * schema is not there any more.
 */
export type DemoTab = Exclude<TabKey, 'settings' | 'roadmap' | 'calendar' | 'fulfilment'>;

export type DemoBook = Readonly<Record<DemoTab, readonly DemoRow[]>>;

/** The row without the cells that stay blank. */
export function row(cells: Readonly<Record<string, DemoCell | undefined>>): DemoRow {
  const filled: Record<string, DemoCell> = {};
  for (const [key, cell] of Object.entries(cells)) if (cell !== undefined && cell !== '') filled[key] = cell;
  return filled;
}

export function day(date: DateText): DemoDate;
export function day(date: DateText | undefined): DemoDate | undefined;
export function day(date: DateText | undefined): DemoDate | undefined {
  return date === undefined ? undefined : { date };
}

export const recordId = (prefix: string, number: number, digits = 3): string =>
  `${prefix}-${String(number).padStart(digits, '0')}`;

/** `NST-001 · Иванова М. П.` */
export const referenceTo = (id: string, label: string): string => `${id} · ${label}`;

/** Several references or values of one cell. */
export const several = (items: readonly string[]): string => items.join('; ');

/** The day itself, or the Monday after it: orders are not signed on days off. */
export function workday(date: DateText): DateText {
  const number = weekday(date);
  return number > 5 ? addDays(date, 8 - number) : date;
}

/** System columns of a record in force. */
export function inForce(updatedOn: DateText, updatedBy: string): Record<string, DemoCell> {
  return { recordStatus: 'Действует', updatedOn: day(updatedOn), updatedBy };
}

/** «Today» of the demo. */
export const TODAY: DateText = '2024-04-20';
/** Reference dates of the two waves. */
export const WAVE_DATES: Readonly<Record<string, DateText>> = {
  '2023-04': '2023-03-31',
  '2024-04': '2024-03-31',
};

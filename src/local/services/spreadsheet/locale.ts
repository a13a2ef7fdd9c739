import { getLocale } from 'numfmt';

/** How a spreadsheet's locale writes and reads numbers and dates. */
export interface LocaleSettings {
  /** BCP 47, e.g. `ru-RU`. */
  readonly tag: string;
  readonly decimal: string;
  /** Regular-expression class of the characters that may separate thousands. */
  readonly groups: string;
  readonly order: 'mdy' | 'dmy' | 'ymd';
  readonly currency: string;
  readonly currencyBehind: boolean;
  readonly booleans: readonly [string, string];
  /** The format that a date gets when a script puts it into a cell that has none. */
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
  /** Names of months in lower case → 1-based number; full, genitive and short ones, English ones too. */
  readonly months: ReadonlyMap<string, number>;
}

const made = new Map<string, LocaleSettings>();

/** @param locale as Spreadsheet.getSpreadsheetLocale() gives it, e.g. `ru_RU`, `ru`, `en_US` */
export function localeSettings(locale: string): LocaleSettings {
  const known = made.get(locale);
  if (known) return known;
  const tag = locale.replace('_', '-');
  const data = getLocale(tag) ?? getLocale('en');
  if (!data) throw new Error(`No locale data for ${locale}`);
  const order = data.format?.dateOrder === 1 ? 'dmy' : data.format?.dateOrder === 2 ? 'ymd' : 'mdy';
  const dateFormat = defaultDate(
    order,
    data.format?.dateSep ?? '/',
    data.format?.padDd ?? false,
    data.format?.padMm ?? false,
  );
  const settings: LocaleSettings = {
    tag,
    decimal: data.decimal,
    groups: /\s/.test(data.group) ? ' \u00a0\u202f' : data.group === '.' ? '.' : data.group,
    order,
    currency: data.currency,
    currencyBehind: data.group !== ',',
    booleans: data.bool,
    dateFormat,
    dateTimeFormat: `${dateFormat} H:mm:ss`,
    months: monthNames(tag),
  };
  made.set(locale, settings);
  return settings;
}

function defaultDate(order: string, separator: string, padDay: boolean, padMonth: boolean): string {
  const parts = { y: 'yyyy', m: padMonth ? 'MM' : 'M', d: padDay ? 'dd' : 'd' };
  return [...order].map((part) => parts[part as 'y' | 'm' | 'd']).join(separator);
}

function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ['en-US', tag]) {
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2000, month, 1));
      for (const form of ['long', 'short'] as const) {
        names.set(monthName(language, date, form, true).replace('.', ''), month + 1);
        const alone = monthName(language, date, form, false).replace('.', '');
        names.set(alone, month + 1);
        names.set(alone.slice(0, 3), month + 1);
      }
    }
  }
  return names;
}

/** Name of the month in lower case; beside a day the genitive where the language has one (`марта`, `мар.`). */
export function monthName(tag: string, date: Date, form: 'long' | 'short', besideDay: boolean): string {
  const options: Intl.DateTimeFormatOptions = { month: form, timeZone: 'UTC' };
  if (besideDay) options.day = 'numeric';
  const parts = new Intl.DateTimeFormat(tag, options).formatToParts(date);
  return (parts.find((part) => part.type === 'month')?.value ?? '').toLowerCase();
}

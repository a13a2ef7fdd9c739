/** What the host uses of numfmt; version 4.0.1 publishes its types under a name that its own `exports` do not have. */
declare module 'numfmt' {
  export interface FormatOptions {
    locale?: string;
    leap1900?: boolean;
    nbsp?: boolean;
    throws?: boolean;
  }
  export interface LocaleData {
    group: string;
    decimal: string;
    currency: string;
    bool: [string, string];
    format?: { dateOrder?: 0 | 1 | 2; dateSep?: string; padDd?: boolean; padMm?: boolean };
  }
  export function format(pattern: string, value: unknown, options?: FormatOptions): string;
  export function isDateFormat(pattern: string): boolean;
  export function isValidFormat(pattern: string): boolean;
  export function getLocale(tag: string): LocaleData | undefined;
}

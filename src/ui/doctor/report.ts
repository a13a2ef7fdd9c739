import type { FastExamination } from '../../app/doctor';
import type { HealthResult } from '../../domain/health/check';
import type { CheckKey, DoctorWords } from './words';

/** Tabs that are named in a line; the count tells of the rest. */
const NAMED = 4;

/** What was found, in words: the template of the check filled in, then the tabs and what it has no place for. */
export function foundWords(words: DoctorWords, result: HealthResult): string {
  const { state, count, of, values = [], personal = [], tabs = [] } = result;
  if (state === 'unknown') return [words.unknown, ...personal].join(' ');
  const template = words.checks[result.key as CheckKey][1];
  const said = template
    .replace(/ \(\{values\}\)/, values.length === 0 ? '' : ` (${shortList(values)})`)
    .replace('{n}', String(count ?? 0))
    .replace('{of}', String(of ?? ''))
    .replace('{values}', () => shortList(values.map(shownDay)))
    .replace(/\{who(?:\[(\d)\])?\}/g, (_, at: string | undefined) =>
      at === undefined ? personal.join(', ') : (personal[Number(at)] ?? ''),
    );
  const rest = template.includes('{who') ? [] : personal;
  const where = [...tabs, ...rest].map((title) => `«${title}»`);
  return where.length === 0 ? said : `${said} ${words.tabs}: ${shortList(where)}.`;
}

const shortList = (list: readonly string[]) =>
  list.slice(0, NAMED).join(', ') + (list.length > NAMED ? '…' : '');

/** `2024-04-20 03:10` → `20.04.2024 03:10` */
const shownDay = (text: string) => text.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$3.$2.$1');

/**
 * A text for the people who support the program: keys of checks, counts, versions, tabs of the template. What a person
 * wrote or is called is left out: IDs are kept, addresses and texts of errors are not.
 */
export function supportReport(
  words: DoctorWords,
  { at, schema, storageMode, locale }: FastExamination['about'],
  results: readonly HealthResult[],
): string {
  const line = ({ key, state, count, of, values = [], tabs = [], personal = [] }: HealthResult) =>
    [
      `${state} ${key}`,
      count === undefined ? '' : `n=${count}${of === undefined ? '' : `/${of}`}`,
      values.length === 0 ? '' : values.join(', '),
      tabs.length === 0 ? '' : tabs.map((t) => `«${t}»`).join(' '),
      personal.length === 0 ? '' : `[${personal.length} …]`,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const of = (ok: boolean) => results.filter((r) => (r.state === 'ok') === ok);
  return [
    `${words.title}: ${at} · schema ${schema} · ${storageMode} · ${locale}`,
    ...of(false).map(line),
    `ok (${of(true).length}): ${of(true)
      .map((r) => r.key)
      .join(' ')}`,
  ].join('\n');
}

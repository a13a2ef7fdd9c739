import { shortDate } from '../text/print-date';
import { cleanText } from '../text/spaces';
import type { Fulfilment, MatrixCell } from './fulfilment-report';
import { isDone, STATUS } from './statuses';

/** Organisations × measures that each of them fulfils; refilled by the full check. */
export const MATRIX_TITLE = 'Исполнение';
/** How the first cell begins: the tab is told by it. */
export const MATRIX_SIGN = 'Исполнение на ';

const LEGEND = [
  'Статусы вычислены по записям книги; «(вручную)» — по вкладке «Отметки исполнения», там же объяснение.',
  'Что найдено и что дальше — на вкладке «Дорожная карта».',
];

interface MatrixColumn {
  readonly measureId: string;
  readonly controlDate: string;
  readonly title: string;
}

/** All rows, the header first: an organisation a row, a measure (and control date) a column, counts at the end. */
export function matrixRows({ today, measures, organisations, cells }: Fulfilment): string[][] {
  const each = measures.filter(({ measure }) => measure.everyOrganisation);
  const columns = each.flatMap(({ measure }): MatrixColumn[] =>
    measure.controlDates.length < 2
      ? [{ measureId: measure.id, controlDate: '', title: measure.number }]
      : measure.controlDates.map((controlDate) => ({
          measureId: measure.id,
          controlDate,
          title: `${measure.number} (${shortDate(controlDate)})`,
        })),
  );
  const header = [
    `${MATRIX_SIGN}${shortDate(today)}`,
    ...columns.map((c) => c.title),
    'Выполнено',
    'Просрочено',
    'Осталось сделать',
  ];
  const full = (row: readonly string[]) => header.map((_, i) => row[i] ?? '');
  if (organisations.length === 0 || columns.length === 0)
    return [
      header,
      full([
        columns.length === 0
          ? 'На «Дорожной карте» нет мероприятий с отметкой «По каждой ОО».'
          : 'Организаций пока нет: внесите их на вкладку «Организации» и проверьте записи.',
      ]),
    ];
  const byPlace = new Map(cells.map((c) => [`${c.organisation}|${c.measureId}|${c.controlDate}`, c]));
  const rows = organisations.map(({ id, name }) => {
    const own = columns.map((c) => byPlace.get(`${id}|${c.measureId}|${c.controlDate}`));
    const known = own.filter((c): c is MatrixCell => c !== undefined);
    const left = known.filter((c) => isLeft(c.status)).map((c) => c.number);
    return [
      `${id} · ${cleanText(name)}`,
      ...own.map((c) => (c === undefined ? '' : `${c.status}${c.manual === null ? '' : ' (вручную)'}`)),
      String(known.filter((c) => isDone(c.status) || c.status === STATUS.goesOn).length),
      String(known.filter((c) => c.status === STATUS.overdue).length),
      left.length === 0 ? 'всё сделано' : [...new Set(left)].join(', '),
    ];
  });
  const names = each.map(({ measure }) => full([`${measure.number} — ${cleanText(measure.name)}`]));
  return [header, ...rows, full([]), ...LEGEND.map((line) => full([line])), ...names];
}

const LEFT: ReadonlySet<string> = new Set([STATUS.working, STATUS.overdue, STATUS.unproven, STATUS.claimed]);

const isLeft = (status: string): boolean => LEFT.has(status);

import type { Registry } from '../registry/workbook';
import type { Mark, Override } from './measures';

/** What stands for the evidence of a status that people typed themselves: the word itself is what there is to show. */
const TYPED = 'статус внесён людьми';

/** «Статус» of a workbook in which people type it (an older schema, or made elsewhere); null where the cell is blank. */
export function typedStatus(values: Readonly<Record<string, unknown>>): Override | null {
  const status = text(values.status);
  if (status === '') return null;
  return {
    status,
    comment: text(values.statusComment) || TYPED,
    evidence: text(values.evidence) || TYPED,
    doneOn: text(values.doneOn),
    forAll: true,
  };
}

const MEASURE = /^(\d+\.\d+)(?: (\d{4}-\d\d))?$/;

/**
 * The matrix «Исполнение по ОО» of such a workbook, a mark a cell. A column of a wave speaks of the control date in its
 * month.
 * @param controlDates of a measure, by its number
 */
export function typedMarks(
  { tabs }: Registry,
  controlDates: (number: string) => readonly string[],
): readonly Mark[] {
  return tabs.fulfilment.entries.flatMap(({ values }) =>
    Object.entries(values).flatMap(([key, value]): Mark[] => {
      const [, number, wave = ''] = MEASURE.exec(key) ?? [];
      const [status, organisation] = [text(value), text(values.organisation)];
      if (number === undefined || status === '' || organisation === '') return [];
      const controlDate =
        wave === '' ? '' : (controlDates(number).find((day) => day.startsWith(wave)) ?? null);
      if (controlDate === null) return [];
      return [{ number, organisation, controlDate, status, doneOn: '', evidence: TYPED, comment: TYPED }];
    }),
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

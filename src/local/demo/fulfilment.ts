import { isDate } from '../../domain/text/calendar';
import { type DemoCell, type DemoRow, row } from './cells';
import { CLOSED, reporting, reportsAs, WITHOUT_CURATOR } from './organisation-profiles';
import { type Organisation, organisationReference } from './organisations';
import type { Unit } from './units';

const DEADLINE = '2022-10-20';
const DONE = 'Выполнено';
const LATE = 'Выполнено с нарушением срока';
const FAILED = 'Не выполнено (просрочено)';
const GOES_ON = 'Действует постоянно';
const NO_EVIDENCE = 'Нет подтверждений';
const NOT_APPLICABLE = 'Не применимо';

/** The matrix «Исполнение по ОО» as the coordinator left it on the demo's today; follows from the same facts as the rest. */
export function fulfilmentRows(
  organisations: readonly Organisation[],
  units: readonly Unit[],
  forms: readonly DemoRow[],
): readonly DemoRow[] {
  return reporting('2023-04').map(({ id }) => {
    const o = organisations.find((x) => x.id === id)!;
    const closed = id === CLOSED.id;
    const byDeadline = (done: boolean, on: string): string => (!done ? FAILED : on <= DEADLINE ? DONE : LATE);
    const own = units.filter((u) => reportsAs(u.organisation.id) === id);
    const running = own.some((u) => u.status === 'Действует');
    const goesOn = closed ? NOT_APPLICABLE : running ? GOES_ON : NO_EVIDENCE;
    const status = (wave: string): string => formStatus(forms, id, wave);
    return row({
      organisation: organisationReference(o),
      '2.1': byDeadline(true, o.days.curator),
      '2.2': byDeadline(o.package.includes('П') && o.package.includes('Д'), o.days.package),
      '2.3': byDeadline(true, o.days.appointed22),
      '2.4': byDeadline(true, o.days.appointed22),
      '2.5': closed ? NOT_APPLICABLE : o.package.includes('Р') ? 'В работе' : 'Требует даты',
      '2.6': goesOn,
      '2.7': goesOn,
      '2.8': closed ? NOT_APPLICABLE : o.section ? GOES_ON : NO_EVIDENCE,
      '3.2': closed ? NOT_APPLICABLE : id === WITHOUT_CURATOR.id ? NO_EVIDENCE : GOES_ON,
      '3.3 2023-04': status('2023-04'),
      '3.3 2024-04': status('2024-04'),
      '3.4 2023-04': status('2023-04'),
      '3.4 2024-04': status('2024-04'),
      comment: closed
        ? 'Организация закрыта 31.08.2023'
        : id === WITHOUT_CURATOR.id
          ? 'Нет куратора с 29.12.2023'
          : undefined,
    });
  });
}

/** Control date of the measures is 30 April, so a late form is still in time here. */
function formStatus(forms: readonly DemoRow[], organisation: string, wave: string): string {
  const form = forms.find((f) => f.wave === wave && String(f.organisation).startsWith(organisation));
  if (!form) return NOT_APPLICABLE;
  return form.status === 'Принято' && isDay(form.acceptedOn) ? DONE : 'В работе';
}

const isDay = (cell: DemoCell | undefined): boolean => typeof cell === 'object' && isDate(cell.date);

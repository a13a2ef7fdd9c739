/** Values of the enumeration `roadmapStatus` that the computation gives. */
export const STATUS = {
  notDue: 'Срок не наступил',
  working: 'В работе',
  done: 'Выполнено',
  late: 'Выполнено с нарушением срока',
  overdue: 'Не выполнено (просрочено)',
  goesOn: 'Действует постоянно',
  unproven: 'Нет подтверждений',
  notApplicable: 'Не применимо',
  needsDate: 'Требует даты',
  claimed: 'Заявлено',
  waits: 'Ждём срок',
} as const;

/** Fulfilled, in time or late. */
export function isDone(status: string): boolean {
  return status === STATUS.done || status === STATUS.late;
}

/** Nobody is asked for anything: it is done, goes on, does not concern the organisation, or waits for somebody else. */
export function isSettled(status: string): boolean {
  return (
    isDone(status) ||
    status === STATUS.goesOn ||
    status === STATUS.notApplicable ||
    status === STATUS.waits ||
    status === STATUS.needsDate
  );
}

import type { DemoRow } from './cells';

/** A warning that a school accepts with a reason until the new school year. */
export const exceptionRows: readonly DemoRow[] = [
  {
    id: 'EXC-001',
    code: 'R-33',
    record: 'NST-006',
    reason: 'В резерве: с сентября закрепляется за новым педагогом, приказ готовится.',
    acceptedBy: 'заместитель директора',
    acceptedOn: { date: '2024-04-12' },
    until: { date: '2024-09-30' },
  },
];

/** One person who works in two schools. */
export const matchRows: readonly DemoRow[] = [
  {
    id: 'DUP-001',
    first: 'NST-010',
    second: 'NST-043',
    decision: 'одно лицо',
    reason: 'Совместитель: основное место работы указано в обеих записях.',
    decidedBy: 'муниципальный координатор',
    decidedOn: { date: '2024-04-11' },
  },
];

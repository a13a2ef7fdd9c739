import { CHECK_TITLE } from '../domain/checks/check-sheet';
import { SUMMARY_TITLE } from '../domain/checks/summary-sheet';
import { plural } from '../domain/text/plural';
import type { CheckOutcome } from './check-workbook';

/** First findings that the message has room for. */
const SHOWN = 5;

/** What the person reads after a full check: how many, how it moved, where to begin. */
export function checkWords({ findings, counts, organisations, shown, notes }: CheckOutcome): string {
  const { errors, warnings, hints, accepted, fixed, fresh } = counts;
  const open = errors + warnings + hints;
  if (open === 0)
    return [
      accepted > 0 ? `Открытых замечаний нет; принято исключений: ${accepted}.` : 'Замечаний нет.',
      ...(fixed > 0 ? [`Исправлено с прошлой проверки: ${fixed}.`] : []),
      ...notes,
    ].join('\n');
  const first = findings.filter((f) => f.severity === 'error' && f.accepted === null).slice(0, SHOWN);
  const bad = organisations.filter((o) => o.errors > 0).length;
  return [
    `Ошибок: ${errors}, предупреждений: ${warnings}, подсказок: ${hints}${accepted > 0 ? `, принято исключений: ${accepted}` : ''}.`,
    `С прошлой проверки: исправлено ${fixed}, новых ${fresh}, осталось ${open - fresh}.`,
    ...(bad > 0
      ? [
          `Ошибки мешают представить сведения: ${bad} ${plural(bad, ['организация', 'организации', 'организаций'])}.`,
        ]
      : []),
    ...(first.length > 0 ? ['', 'Начните с этого:'] : []),
    ...first.map(
      (f) => `• «${f.tab}»${f.row === null ? '' : `, строка ${f.row}`}: ${f.message} ${f.instruction}`,
    ),
    ...(errors > first.length ? [`Показано ${first.length} из ${errors}.`] : []),
    '',
    `Полный список — вкладка «${CHECK_TITLE}» (строк: ${shown}), по организациям — «${SUMMARY_TITLE}».`,
    ...notes,
  ].join('\n');
}

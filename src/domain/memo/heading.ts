import { monthYear } from '../text/print-date';
import { cleanText, NBSP } from '../text/spaces';
import type { Block } from './blocks';
import type { Memo } from './input';
import { longDay, paragraph } from './phrases';
import { unaccepted } from './sections/completeness';

const LINE = '_'.repeat(16);

/** The head of the memo: authority, approval when the settings name a position, title, month. */
export function heading(memo: Memo): Block[] {
  const { settings, report } = memo;
  const authority = cleanText(settings.text('authority'));
  const position = cleanText(settings.text('chiefPosition'));
  return [
    ...(authority ? [paragraph(authority, [], 'centre')] : []),
    ...(position
      ? [
          paragraph('УТВЕРЖДАЮ', [], 'right'),
          paragraph(position, [], 'right'),
          paragraph(signatureLine(settings.text('chiefName')), [], 'right'),
          paragraph(`«___» ${LINE} ${memo.year}${NBSP}г.`, [], 'right'),
        ]
      : []),
    { kind: 'heading', level: 0, text: 'АНАЛИТИЧЕСКАЯ СПРАВКА' },
    paragraph(
      `по итогам муниципального мониторинга внедрения и реализации целевой модели наставничества педагогических работников в образовательных организациях ${cleanText(settings.text('territoryGenitive'))}`.trim(),
      [],
      'centre',
    ),
    paragraph(monthYear(report.wave), [], 'centre'),
    ...(unaccepted(memo).length
      ? [paragraph('Предварительно: приняты сведения не всех ОО', ['organisations'], 'centre')]
      : []),
  ];
}

/** The end of the memo. */
export function signature(memo: Memo): Block[] {
  const { settings } = memo;
  const position = cleanText(settings.text('coordinatorPosition')) || 'Исполнитель';
  return [
    paragraph(`${position} ${signatureLine(settings.text('coordinatorName'))}`, [], 'signature'),
    paragraph(longDay(memo.today), [], 'signature'),
  ];
}

function signatureLine(name: string): string {
  const initials = cleanText(name).replace(/\.\s?(?=[А-ЯЁ])/g, `.${NBSP}`);
  return `${LINE} ${initials}`.trim();
}

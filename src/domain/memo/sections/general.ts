import { isDate } from '../../text/calendar';
import { joinList } from '../../text/list';
import { plural } from '../../text/plural';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { longDay, oo, paragraph, sentences, shortDay } from '../phrases';

const TYPES: Readonly<Record<string, string>> = {
  Общеобразовательная: 'общеобразовательных',
  Дошкольная: 'дошкольных',
  'Дополнительного образования': 'дополнительного образования',
  Профессиональная: 'профессиональных',
  Иная: 'иных',
};

/** Section 1: on what basis, why, when and from what the memo is made. */
export function general(memo: Memo): Block[] {
  const { settings, report } = memo;
  return [
    paragraph(
      sentences(
        `Мониторинг проведён в соответствии с пунктами 3.3–3.5 плана мероприятий («дорожной карты»)${order(memo)}${collecting(memo)}`,
        `Данные приведены по состоянию на ${longDay(report.asOf)}`,
        `Показатели за период охватывают время с ${longDay(report.periodFrom)} по ${longDay(report.asOf)}`,
      ),
      ['settings'],
    ),
    paragraph(
      sentences(
        `Цель мониторинга — оценить внедрение и реализацию целевой модели наставничества педагогических работников (далее — ЦМН) в образовательных организациях (далее — ОО) ${cleanText(settings.text('territoryGenitive'))}, определить, какая поддержка нужна ОО, кураторам и наставникам`,
        settings.text('department') &&
          `Ответственный за мониторинг — ${cleanText(settings.text('department'))}`,
      ),
    ),
    paragraph(participants(memo), ['organisations']),
    paragraph(
      'Источник сведений — реестры и формы внутреннего мониторинга, которые кураторы ОО внесли в муниципальную таблицу; показатели рассчитаны автоматически. Сокращения: ИОМ — индивидуальный образовательный маршрут; КПК — курсы повышения квалификации; п. п. — процентный пункт.'.replace(
        /п\. п\./g,
        `п.${NBSP}п.`,
      ),
    ),
    paragraph('Нормативная основа:'),
    { kind: 'list', ordered: false, items: basisDocuments(memo) },
  ];
}

function order(memo: Memo): string {
  const { settings } = memo;
  const number = cleanText(settings.text('orderNumber'));
  const date = settings.date('orderDate');
  if (!number && !date) return '';
  const parts = [
    'приказом',
    cleanText(settings.text('authorityShort')),
    date && `от ${shortDay(date)}`,
    number && `№${NBSP}${number}`,
  ];
  return `, утверждённого ${parts.filter(Boolean).join(' ')}`;
}

function collecting(memo: Memo): string {
  const day = (key: string, year: number) => `${year}-${memo.settings.dayMonth(key)}`;
  const to = day('collectTo', memo.year);
  const near = day('collectFrom', memo.year);
  const from = near > to ? day('collectFrom', memo.year - 1) : near;
  if (!isDate(from) || !isDate(to)) return '';
  return `, в период с ${longDay(from)} по ${longDay(to)}`;
}

function participants(memo: Memo): string {
  const { total, report } = memo;
  if (total === 0) return 'В реестре организаций нет ни одной ОО, которая участвует в ЦМН.';
  const types = [...new Set(report.organisations.map((o) => o.type))].map(
    (type) =>
      `${TYPES[type] ?? (cleanText(type) || 'без указания типа')} — ${report.organisations.filter((o) => o.type === type).length}`,
  );
  const list = total > 1 ? `: ${joinList(types)}` : '';
  return `В мониторинге ${plural(total, ['участвует', 'участвуют', 'участвуют'])} ${oo(total)}${list}.`;
}

/** The letter and the order are named as the authority names them; the regional act is typed in the settings. */
function basisDocuments(memo: Memo): string[] {
  const { settings, report } = memo;
  const region = cleanText(settings.text('regionDocument'));
  const after = (date: string) => report.asOf >= date;
  const documents = [
    `распоряжение Правительства Российской Федерации от 31.12.2019 №${NBSP}3273-р`,
    `письмо Минпросвещения России и Общероссийского Профсоюза образования от 21.12.2021 №${NBSP}АЗ-1128/08, №${NBSP}657`,
    region && `краевое положение о системе наставничества педагогических работников: ${region}`,
    after('2025-03-01') && 'статья 351.8 Трудового кодекса Российской Федерации',
    after('2025-05-21') &&
      `Концепция развития наставничества на период до 2030 года (распоряжение Правительства Российской Федерации от 21.05.2025 №${NBSP}1264-р)`,
    order(memo) &&
      `план мероприятий («дорожная карта»)${order(memo).replace('утверждённого', 'утверждённый')}`,
  ].filter((text): text is string => !!text);
  return documents.map((text, i) => text + (i === documents.length - 1 ? '.' : ';'));
}

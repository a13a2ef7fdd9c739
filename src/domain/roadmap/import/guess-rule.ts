import type { EvidenceRuleTitle } from '../../registry/enumerations';
import { foldKey } from '../../text/fold';
import { plan } from '../plan';

interface Guess {
  readonly rule: EvidenceRuleTitle;
  /** For measures that every organisation fulfils, or for those of the municipality. */
  readonly every: boolean;
  /** Words of the measure and its result, folded; the first row that fits is taken. */
  readonly says: RegExp;
}

const of = (every: boolean, rule: EvidenceRuleTitle, says: RegExp): Guess => ({ rule, every, says });

/** From the narrow to the wide: «назначение кураторов» before «приказ», «пары» before «наставники». */
const GUESSES: readonly Guess[] = [
  of(true, 'приказ о назначении куратора', /назначени\S* (?:\S+ )?куратор|приказ\S* о назначении куратор/),
  of(true, 'форма мониторинга ОО', /внутренн\S* мониторинг|самообследовани\S* .*наставнич/),
  of(true, 'приказы о закреплении пар', /(?:формировани|закреплени)\S* (?:\S+ ){0,2}(?:пар|групп)/),
  of(
    true,
    'программы и ИОМ пар',
    /индивидуальн\S* (?:образовательн\S* )?маршрут|иом|персонализированн\S* программ|работ\S* наставническ\S* пар/,
  ),
  of(true, 'база наставляемых ОО', /баз\S* наставляемых/),
  of(true, 'база наставников ОО', /баз\S* наставников|отбор\S* наставников|назначени\S* наставников/),
  of(
    true,
    'обучение наставников ОО',
    /обучени\S* (?:\S+ )?наставник|повышени\S* квалификации (?:\S+ )?наставник/,
  ),
  of(true, 'рубрика и материалы ОО', /рубрик|на (?:\S+ )?сайт|(?:лучш|успешн)\S* (?:\S+ )?практик/),
  of(true, 'сверка реестров ОО', /персонифицированн\S* учет/),
  of(
    true,
    'пакет документов ОО',
    /положени\S* о (?:\S+ )*наставничеств|локальн\S* (?:нормативн\S* )?акт|дорожн\S* карт\S* .*(?:оо|образовательн\S* организаци)/,
  ),
  of(false, 'муниципальный свод', /(?:муниципальн\S* )?мониторинг\S* (?:состояни|внедрени|реализаци)/),
  of(false, 'аналитическая справка', /аналитическ\S* справк|анализ\S* результат\S* .*мониторинг/),
  of(false, 'отметки о передаче сведений', /(?:предоставлени|передач|внесени)\S* (?:данных|сведени)/),
  of(false, 'база кураторов', /баз\S* куратор/),
  of(false, 'муниципальная база наставников', /(?:баз|реестр)\S* наставников/),
  of(false, 'практики выше уровня ОО', /(?:лучш|успешн)\S* (?:\S+ )?практик/),
  of(
    false,
    'обучение выше уровня ОО',
    /профессиональн\S* образовани|повышени\S* квалификации|обучени\S* (?:наставник|куратор)/,
  ),
  of(
    false,
    'журнал поддержки',
    /(?:методическ|консультационн|организационн|информационн)\S* .*(?:поддержк|сопровождени)/,
  ),
  of(
    false,
    'муниципальные документы',
    /утверждени\S* .*дорожн\S* карт|приказ\S* о внедрении|муниципальн\S* дорожн\S* карт/,
  ),
];

/**
 * Which evidence shows a measure of somebody's plan, told by its words; a measure of the built-in plan has its own.
 * «вручную» where the words do not tell: then people mark it themselves.
 */
export function guessRule(measure: {
  readonly name: string;
  readonly result: string;
  readonly everyOrganisation: boolean;
}): EvidenceRuleTitle {
  const name = foldKey(measure.name);
  const known = plan.find(
    (row) => row.everyOrganisation === measure.everyOrganisation && foldKey(row.name) === name,
  );
  if (known) return known.rule;
  const fits = (text: string) =>
    GUESSES.find(({ every, says }) => every === measure.everyOrganisation && says.test(text))?.rule;
  return fits(name) ?? fits(foldKey(measure.result)) ?? 'вручную';
}

import type { Entry } from '../../registry/read';
import { weekday } from '../../text/calendar';
import { foldKey, foldOrganisation, foldUrl } from '../../text/fold';
import { organisationNumber, organisationNumbers } from '../../text/organisation-name';
import { isOpenFileLink } from '../../text/url';
import type { BookCase, BookRule, RowRule } from '../rule';
import { answeringOf } from './answering';
import { put } from './units';
import { day, nameOf, text } from './values';

/** Weekends by the number of the weekday; any other day off is a holiday or was moved. */
const DAYS_OFF: Readonly<Record<number, string>> = { 6: 'суббота', 7: 'воскресенье' };

/** Documents that name people; a statute or a road map does not. */
const NAMES_PEOPLE = /^(?:приказ о (?:назначении|закреплении|прекращении)|персонализ|согласия)/i;

export const documentRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-36',
    severity: 'warning',
    title: 'документ датирован выходным днём',
    instruction: 'Сверьте дату с документом; если она верна, примите замечание с объяснением.',
    tabs: ['documents'],
    columns: ['date'],
    check({ entry, calendar }, report) {
      const date = text(entry, 'date');
      if (date === '' || calendar.isWorking(date)) return;
      report('date', {
        message: 'Проверьте дату (выходной день).',
        expected: 'рабочий день',
        found: `${day(date)}, ${DAYS_OFF[weekday(date)] ?? 'нерабочий день'}`,
      });
    },
  },
  {
    scope: 'row',
    code: 'R-39',
    severity: 'warning',
    title: 'открытая ссылка на персональные данные',
    instruction: 'Закройте доступ по ссылке или уберите её: ФИО и фото не хранят в открытом облаке.',
    tabs: ['documents', 'programmes', 'practices', 'mentors'],
    columns: [],
    check({ tab, entry }, report) {
      const key = tab === 'mentors' ? 'achievements' : 'link';
      const cell = text(entry, key);
      if (!cell.includes('.') || !holdsPersonalData(tab, entry)) return;
      const open = (key === 'link' ? [cell] : cell.split(/[\s;,()]+/)).some(isOpenFileLink);
      if (open)
        report(key, {
          message: 'Открытая ссылка на персональные данные.',
          expected: 'ссылка на страницу сайта без ПДн или пусто',
        });
    },
  },
];

function holdsPersonalData(tab: string, entry: Entry): boolean {
  if (tab === 'documents') return NAMES_PEOPLE.test(text(entry, 'kind'));
  if (tab === 'practices') return entry.values.personal === true && entry.values.consent !== true;
  return true;
}

interface Names {
  /** Folded name → ID of the only organisation that bears it; '' when several do. */
  readonly byName: ReadonlyMap<string, string>;
  readonly byNumber: ReadonlyMap<string, string>;
}

function namesOf(book: BookCase): Names {
  const byName = new Map<string, string>();
  const byNumber = new Map<string, string>();
  const add = (map: Map<string, string>, key: string, id: string): void => {
    if (key !== '') map.set(key, (map.get(key) ?? id) === id ? id : '');
  };
  for (const entry of book.live('organisations')) {
    for (const key of ['shortName', 'fullName']) {
      const name = text(entry, key);
      for (const part of [name, ...partsOf(name)])
        if (part.length > 4) add(byName, foldOrganisation(part), entry.id);
      add(byNumber, organisationNumber(name) ?? '', entry.id);
    }
  }
  return { byName, byNumber };
}

/** What stands in quotes and what follows a legal form: where a title names an organisation. */
function partsOf(title: string): string[] {
  const parts = title.split(/["«»“”„]/).slice(1);
  const form = /(?:^|[^А-Яа-яё])М[БАК](?:ОУ|ДОУ|У ДО|У)\s+(.+)$/.exec(title);
  return form ? [...parts, form[1]] : parts;
}

/** The organisation that the title of a document names and that is not its own; '' when there is none. */
function strangerIn(book: BookCase, entry: Entry): string {
  const title = text(entry, 'name');
  const own = text(entry, 'organisation');
  const home = book.find(own)?.entry;
  if (title === '' || !home) return '';
  const { byName, byNumber } = book.once(namesOf);
  const { related } = book.once(answeringOf);
  const named = partsOf(title).map((part) => byName.get(foldOrganisation(part)) ?? '');
  if (named.some((id) => id !== '' && related(id, own))) return '';
  const other = named.find((id) => id !== '');
  if (other) return other;
  const numbers = organisationNumbers(title);
  if (numbers.length === 0) return '';
  const names = `${text(home, 'shortName')} ${text(home, 'fullName')}`;
  const ownNumbers = new Set([...organisationNumbers(names), organisationNumber(text(home, 'shortName'))]);
  const strange = numbers.filter((number) => {
    const bearer = byNumber.get(number);
    return !ownNumbers.has(number) && !(bearer && related(bearer, own));
  });
  // A title that names its own organisation too is about both.
  if (strange.length < numbers.length) return '';
  const bearer = byNumber.get(strange[0]);
  if (bearer) return bearer;
  // Without a number of its own the organisation is compared with known ones only.
  return ownNumbers.has(null) && ownNumbers.size === 1 && bearer === undefined ? '' : `№ ${strange[0]}`;
}

export const documentRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-37',
    severity: 'error',
    title: 'один номер приказа — разные даты',
    instruction: 'Сверьте номер и дату с приказом и исправьте ту запись, где ошибка.',
    columns: ['number', 'date', 'organisation', 'kind'],
    needs: [['documents', 'kind', 'number', 'date', 'organisation']],
    check(book, report) {
      const known = new Map<string, Entry>();
      for (const entry of book.live('documents')) {
        const [number, date] = [text(entry, 'number'), text(entry, 'date')];
        // Statutes and letters are numbered apart; «б/н» is no number.
        if (number === '' || number === 'б/н' || date === '' || !text(entry, 'kind').startsWith('Приказ'))
          continue;
        const key = `${text(entry, 'organisation')} ${date.slice(0, 4)} ${foldKey(number)}`;
        const first = known.get(key);
        if (!first) known.set(key, entry);
        else if (text(first, 'date') !== date)
          report('documents', entry, 'date', {
            message: 'Один номер приказа — разные даты.',
            expected: `${day(text(first, 'date'))}, как у ${nameOf(first)}, или другой номер`,
          });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-46',
    severity: 'warning',
    title: 'в документе указана другая организация',
    instruction: 'Откройте документ: исправьте название или выберите ту организацию, чей он.',
    columns: ['name', 'organisation'],
    needs: [
      ['documents', 'name', 'organisation'],
      ['organisations', 'id'],
    ],
    check(book, report) {
      for (const entry of book.live('documents')) {
        const stranger = text(entry, 'organisation') === '' ? '' : strangerIn(book, entry);
        if (stranger === '') continue;
        report('documents', entry, 'name', {
          message: 'В документе указана другая организация?',
          expected: `название своей организации (${text(entry, 'organisation')}), а названа ${stranger}`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-47',
    severity: 'warning',
    title: 'один документ у двух организаций',
    instruction: 'Дайте ссылку на свой документ: каждая организация утверждает его сама.',
    columns: ['link', 'organisation'],
    needs: [['documents', 'link', 'organisation']],
    check(book, report) {
      const { related } = book.once(answeringOf);
      const byLink = new Map<string, Entry[]>();
      for (const entry of book.live('documents')) {
        const [link, own] = [text(entry, 'link'), text(entry, 'organisation')];
        if (link === '' || own === '') continue;
        const key = foldUrl(link);
        const first = byLink.get(key)?.find((e) => !related(text(e, 'organisation'), own));
        if (!first) put(byLink, key, entry);
        else
          report('documents', entry, 'link', {
            message: 'Один документ у двух ОО.',
            expected: `ссылка, которой нет у ${text(first, 'organisation')} (${nameOf(first)})`,
          });
      }
    },
  },
];

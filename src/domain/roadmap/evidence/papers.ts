import { KINDS } from '../../monitoring/document-kinds';
import type { Document } from '../../monitoring/records';
import { documents as documentsTab } from '../../registry/tabs/documents';
import { type DateText, earlier, later } from '../../text/calendar';
import { type EvidenceRule, earliest, isDated, type Judged, paper } from './evidence-rule';

const TAB = documentsTab.title;
const COLUMNS = ['documents', 'kind', 'number', 'date'] as const;

/** «Положение» and the like, short enough for a letter. */
const SHORT: Readonly<Record<string, string>> = {
  [KINDS.regulation]: 'Положение о системе наставничества',
};
const named = (kind: string): string => `«${SHORT[kind] ?? kind}»`;

/** Both papers there: done on the later of the two days. */
function allOf(kinds: readonly string[], of: (kind: string) => Document | undefined, what: string): Judged {
  const found = kinds.map(of);
  const missing = kinds.filter((_, i) => found[i] === undefined);
  const present = found.filter((d) => d !== undefined);
  return {
    done: missing.length === 0,
    doneOn: missing.length > 0 ? '' : present.reduce((day, d) => later(day, d.date), ''),
    renewBy: '',
    evidence: present.map((d) => paper(d, TAB)),
    left: missing.length === 0 ? '' : `Внесите ${what}: ${missing.map(named).join(', ')}`,
  };
}

const isInForce = (d: Document, day: DateText): boolean =>
  (!d.from || d.from <= day) && (!d.to || d.to >= day);

/** Evidence that is a paper of the tab «Документы» with № and date. */
export const papers: readonly EvidenceRule[] = [
  {
    title: 'муниципальные документы',
    task: 'Приказ о внедрении ЦМН и муниципальная дорожная карта',
    tab: 'documents',
    needs: [[...COLUMNS, 'link']],
    judge: ({ sources, day }) =>
      allOf(
        [KINDS.introduction, KINDS.municipalRoadmap],
        (kind) => {
          const all = sources.documents.filter((d) => d.kind === kind && isDated(d, day) && d.link !== '');
          // What was approved first counts for the term, as long as something of the kind is in force.
          return all.some((d) => isInForce(d, day)) ? earliest(all) : undefined;
        },
        'муниципальные документы (№, дата, ссылка)',
      ),
  },
  {
    title: 'приказ о назначении куратора',
    task: 'Назначение куратора',
    tab: 'documents',
    needs: [[...COLUMNS, 'link', 'organisation']],
    judge: ({ own, day }) => {
      const orders = own!.documents.filter((d) => d.kind === KINDS.curator && isDated(d, day));
      const linked = earliest(orders.filter((d) => d.link !== ''));
      // И-06: the earliest order, a former curator's too.
      let doneOn: DateText | '' = earliest(orders)?.date ?? '';
      for (const { order, until } of own!.curators)
        if (until > day && isDated(order, day)) doneOn = earlier(doneOn, order.date);
      return {
        done: linked !== undefined,
        doneOn: linked ? doneOn : '',
        renewBy: '',
        evidence: linked ? [paper(linked, TAB)] : [],
        left: linked
          ? ''
          : orders.length > 0
            ? 'Добавьте ссылку на приказ о назначении куратора'
            : 'Внесите приказ о назначении куратора: №, дата, ссылка',
      };
    },
  },
  {
    title: 'пакет документов ОО',
    task: 'Положение о наставничестве и дорожная карта ОО',
    tab: 'documents',
    needs: [[...COLUMNS, 'organisation']],
    judge: ({ own, day }) => {
      const of = (kind: string) => earliest(own!.documents.filter((d) => d.kind === kind && isDated(d, day)));
      const judged = allOf([KINDS.regulation, KINDS.roadmap], of, 'документы ОО (№, дата)');
      const programme = judged.done ? of(KINDS.programme) : undefined;
      return programme
        ? { ...judged, evidence: [...judged.evidence, { ...paper(programme, TAB), text: 'полный пакет' }] }
        : judged;
    },
  },
  {
    title: 'аналитическая справка',
    task: 'Аналитическая справка',
    tab: 'documents',
    needs: [[...COLUMNS, 'link']],
    judge: ({ sources, day, controlDate, after }) => {
      const from = controlDate === '' ? '' : `${controlDate.slice(0, 7)}-01`;
      const before = after === '' ? '' : `${after.slice(0, 7)}-01`;
      const memos = sources.documents.filter(
        (d) =>
          d.kind === KINDS.memo && isDated(d, day) && d.date >= from && (before === '' || d.date < before),
      );
      const linked = earliest(memos.filter((d) => d.link !== ''));
      return {
        done: linked !== undefined,
        doneOn: linked?.date ?? '',
        renewBy: '',
        evidence: linked ? [paper(linked, TAB)] : [],
        left: linked
          ? ''
          : memos.length > 0
            ? 'Добавьте ссылку на аналитическую справку'
            : 'Подпишите аналитическую справку и внесите её в «Документы»: №, дата, ссылка',
      };
    },
  },
  {
    title: 'отметки о передаче сведений',
    task: 'Сведения о количестве участников',
    tab: 'marks',
    needs: [],
    // Whether the institute got the figures cannot be seen in the registries: only a person can say so.
    judge: () => ({
      done: false,
      doneOn: '',
      renewBy: '',
      evidence: [],
      left: 'Передайте сведения и отметьте это на вкладке «Отметки исполнения»',
    }),
  },
  {
    title: 'вручную',
    task: '',
    tab: 'marks',
    needs: [],
    judge: () => ({ done: false, doneOn: '', renewBy: '', evidence: [], left: 'Отметьте исполнение' }),
  },
];

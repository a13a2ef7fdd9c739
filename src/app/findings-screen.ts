import { type CheckedFinding, checkBook } from '../domain/checks/check';
import { CHECK_TITLE, rememberedFindings } from '../domain/checks/check-sheet';
import { ownerOf, shown } from '../domain/checks/finding';
import { type Candidate, candidatesOf } from '../domain/matching/people';
import { dayOf } from '../domain/monitoring/wave';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { LISTED } from '../domain/workbook/layout';
import { referencesTo } from '../domain/workbook/lists';
import type { Access } from './access';
import { CARD_TABS, ownOrganisations } from './card-record';
import type { Ports } from './ports';
import { readWorkbook } from './read-workbook';

/** What the side bar «Мои замечания» shows; computed from the cells as they are now, nothing is written. */
export interface FindingsScreen {
  readonly role: Access['role'];
  readonly remark: string;
  /** `ORG-01 · …` that the person may choose. */
  readonly organisations: readonly string[];
  /** ID of the shown one; '' = of the whole workbook, or nothing is chosen yet. */
  readonly organisation: string;
  /** Records with open findings, those with errors first. */
  readonly records: readonly FoundRecord[];
  /** Errors and warnings that wait, those of records that are not in `records` too. */
  readonly open: number;
  readonly accepted: number;
  /** `yyyy-mm-dd`: the next day on which forms are due. */
  readonly due: string;
  readonly checkedAt: string;
  /** Codes stand instead of names. */
  readonly codes: boolean;
}

export interface FoundRecord {
  /** Title of the tab. */
  readonly tab: string;
  /** Key of the tab when the record has a card, else ''. */
  readonly card: TabKey | '';
  readonly id: string;
  /** 1-based; 0: the whole tab. */
  readonly row: number;
  /** What the record is: a name, a document. */
  readonly label: string;
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
  readonly code: string;
  readonly severity: CheckedFinding['severity'];
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
  readonly instruction: string;
  /** Records that may be the same person as this one. */
  readonly people: readonly { readonly first: string; readonly second: string; readonly words: string }[];
}

/** More records than these do not come at once: the rest comes when they are mended. */
const SHOWN = 100;
const DUPLICATES: readonly string[] = ['R-05', 'R-06', 'R-61'];

/** «Мои замечания» */
export function showFindings(ports: Ports): void {
  ports.screen.sidebar('findings', ports.screen.language() === 'ru' ? 'Мои замечания' : 'My findings', {});
}

export function findingsScreen(ports: Ports, asked: string): FindingsScreen {
  const { workbook, clock } = ports;
  const { registry } = readWorkbook(workbook);
  const { access, own } = ownOrganisations(ports, registry, asked);
  const today = clock.today();
  const organisations = referencesTo(registry, 'organisations')
    .filter(([, id]) => access.role !== 'curator' || access.organisations.includes(id))
    .map(([text]) => text);
  // A coordinator sees one organisation or all of them; a curator one of the own.
  const organisation = own === null || own.includes(asked) ? asked : (own[0] ?? '');
  const last = workbook.titles().includes(CHECK_TITLE) ? workbook.read(CHECK_TITLE) : null;
  const { findings } = checkBook(registry, today, rememberedFindings(last));
  const mine =
    own !== null && organisation === ''
      ? []
      : findings.filter((f) => organisation === '' || ownerOf(f) === organisation);
  const waiting = mine.filter((f) => f.state !== 'accepted');
  return {
    role: access.role,
    remark: access.remark,
    organisations,
    organisation,
    records: recordsOf(registry, waiting, today).slice(0, SHOWN),
    open: waiting.filter((f) => f.severity !== 'hint').length,
    accepted: mine.length - waiting.length,
    due: nextDue(registry, today),
    checkedAt: clock.now(),
    codes: registry.settings.text('storageMode') !== 'Полный',
  };
}

function nextDue(registry: Registry, today: string): string {
  const day = registry.settings.dayMonth('submitDay');
  const year = Number(today.slice(0, 4));
  const due = dayOf(year, day);
  return due >= today ? due : dayOf(year + 1, day);
}

function recordsOf(registry: Registry, findings: readonly CheckedFinding[], today: string): FoundRecord[] {
  const byRecord = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.tab} ${finding.row ?? 0}`;
    const known = byRecord.get(key);
    if (known) known.push(finding);
    else byRecord.set(key, [finding]);
  }
  const alike = findings.some((f) => DUPLICATES.includes(f.code)) ? candidatesOf(registry, today) : [];
  const labels = new Map<string, string>();
  for (const key of LISTED)
    for (const [text] of referencesTo(registry, key)) {
      const id = text.split(' ')[0];
      labels.set(id, text.slice(id.length + 3));
    }
  for (const key of ['practices', 'training'] as const)
    for (const { id, values } of registry.tabs[key].entries)
      labels.set(id, shown(values.name ?? values.topic));
  const weight = { error: 0, warning: 1, hint: 2 };
  const heaviest = (record: FoundRecord) => Math.min(...record.findings.map((f) => weight[f.severity]));
  return [...byRecord.values()]
    .map((found): FoundRecord => {
      const { tab, row, recordId } = found[0];
      const key = CARD_TABS.find((k) => tabs[k].title === tab);
      return {
        tab,
        card: key !== undefined && row !== null && row > 1 ? key : '',
        id: recordId,
        row: row ?? 0,
        label: labels.get(recordId) ?? '',
        findings: [...found]
          .sort((a, b) => weight[a.severity] - weight[b.severity])
          .map((finding) => shownFinding(finding, alike)),
      };
    })
    .sort((a, b) => heaviest(a) - heaviest(b));
}

function shownFinding(finding: CheckedFinding, alike: readonly Candidate[]): ShownFinding {
  const { code, severity, column, found, expected, message, instruction, recordId } = finding;
  const people = !DUPLICATES.includes(code)
    ? []
    : alike
        .filter((c) => c.second.id === recordId && recordId !== '')
        .map(({ first, second, reasons }) => ({
          first: first.id,
          second: second.id,
          words: `${first.name} (${first.id}) — ${second.name} (${second.id}): ${reasons.join('; ')}`,
        }));
  return { code, severity, column, found, expected, message, instruction, people };
}

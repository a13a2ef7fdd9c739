import type { Settings } from '../registry/settings';
import type { Registry } from '../registry/workbook';
import type { Fulfilment } from '../roadmap/fulfilment-report';
import { computeIndicators } from './compute';
import { contextOf, type MonitoringContext } from './context';
import { indicators } from './indicators';
import { qualityByOrganisation } from './quality';
import { newWithoutMentor, remarksOf } from './remarks';
import type { IndicatorValue, OrganisationLine, WaveReport } from './report';
import {
  distributions,
  documentTable,
  formsByKinds,
  practiceTable,
  publishableMentors,
  roadmapTable,
  satisfactionTable,
  swot,
  trainingTable,
} from './tables';
import { type Wave, waveBefore, waveOf } from './wave';

/** A wave as it was recorded when its report was built. */
export interface Snapshot {
  readonly wave: string;
  readonly asOf: string;
  /** Printed definitions at that time: two waves compare only when they agree. */
  readonly definitions: string;
  readonly indicators: readonly IndicatorValue[];
}

export interface BuiltReport {
  readonly report: WaveReport;
  readonly context: MonitoringContext;
}

/**
 * The whole report of a wave from the registries read once.
 * @param snapshots recorded waves; the one before this is taken for dynamics, else its figures are counted anew
 * @param fulfilment how the roadmap stands on the day of building; null: what people typed on it
 */
export function buildReport(
  registry: Registry,
  wave: Wave,
  builtOn: string,
  snapshots: readonly Snapshot[],
  fulfilment: Fulfilment | null = null,
): BuiltReport {
  const context = contextOf(registry, wave, fulfilment);
  const quality = qualityByOrganisation(registry);
  const errors = new Map([...quality].map(([id, q]) => [id, q.errors]));
  const report: WaveReport = {
    wave: wave.key,
    asOf: wave.asOf,
    periodFrom: wave.periodFrom,
    builtOn,
    organisations: context.organisations.map(
      ({ organisation, form, submitted, teachers, newTeachers, youngTeachers }): OrganisationLine => ({
        id: organisation.id,
        name: organisation.name,
        type: organisation.type,
        formStatus: form?.status ?? '',
        submitted,
        submittedOn: form?.submittedOn ?? '',
        late: submitted && (form?.submittedOn ?? '') > wave.submitBy,
        returnedWhy: form?.returnedWhy ?? '',
        completeness: quality.get(organisation.id)?.completeness ?? null,
        quality: quality.get(organisation.id)?.quality ?? null,
        errors: errors.get(organisation.id) ?? 0,
        teachers,
        newTeachers,
        youngTeachers,
      }),
    ),
    indicators: computeIndicators(context),
    previous: previousWave(registry, wave, snapshots),
    documents: documentTable(context),
    formsByKinds: formsByKinds(context),
    distributions: distributions(context),
    training: trainingTable(context),
    practices: practiceTable(context),
    satisfaction: satisfactionTable(context),
    swot: swot(context),
    roadmap: roadmapTable(context),
    newWithoutMentor: context.submitted
      .map((o) => ({ organisation: o.organisation.id, count: newWithoutMentor(o, context) }))
      .filter((line) => line.count > 0),
    remarks: remarksOf(context, errors),
    publishableMentors: publishableMentors(context),
    notes: notesOf(context),
    definitions: definitionsOf(registry.settings),
  };
  return { report, context };
}

function previousWave(
  registry: Registry,
  wave: Wave,
  snapshots: readonly Snapshot[],
): WaveReport['previous'] {
  const key = waveBefore(wave.key);
  const recorded = snapshots.find((s) => s.wave === key);
  if (recorded) {
    return {
      wave: key,
      asOf: recorded.asOf,
      source: 'snapshot',
      comparable: recorded.definitions === definitionWords(registry.settings),
      indicators: recorded.indicators,
    };
  }
  if (!registry.tabs.forms.entries.some((e) => e.values.wave === key)) return null;
  const before = waveOf(key, registry.settings);
  const context = contextOf(registry, before);
  if (context.submitted.length === 0) return null;
  return {
    wave: key,
    asOf: before.asOf,
    source: 'registries',
    comparable: true,
    indicators: withoutUndated(computeIndicators(context)),
  };
}

/** What the registries hold without a date is known for today only. */
function withoutUndated(figures: readonly IndicatorValue[]): IndicatorValue[] {
  const undated = new Set(indicators.filter((i) => i.undated).map((i) => i.code));
  return figures.map((figure) =>
    undated.has(figure.code)
      ? { ...figure, numerator: null, denominator: null, value: null, status: 'no-data' }
      : figure,
  );
}

function definitionsOf(settings: Settings): Record<string, string> {
  return {
    'Молодой педагог: возраст': settings.text('youngAge'),
    'Стаж молодого специалиста': settings.text('newYears'),
    'Молодой педагог =': settings.text('youngRule'),
    'Удовлетворённость считается как': settings.text('satisfactionRule'),
    'Обучение действительно, лет': String(settings.number('trainingYears')),
  };
}

/** The definitions in one line, recorded with a wave. */
export function definitionWords(settings: Settings): string {
  return Object.entries(definitionsOf(settings))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** What the computation left out, in words: rows whose organisation is unknown, missing columns, shares above 100 %. */
function notesOf(c: MonitoringContext): string[] {
  const notes: string[] = [];
  if (c.submitted.length === 0 && c.organisations.length > 0)
    notes.push(
      'Форму мониторинга за эту волну никто не представил: показатели по формам и реестрам — «нет данных».',
    );
  const participants = new Set(c.organisations.map((o) => o.organisation.id));
  const lost = [...c.facts.mentors, ...c.facts.mentees].filter(
    (row) => row.inForce && !participants.has(row.organisation),
  ).length;
  if (lost > 0) notes.push(`Не вошли в показатели ОО записи без организации-участника: ${lost}.`);
  for (const tab of Object.values(c.registry.tabs)) {
    if (!tab.present && !tab.tab.optional && tab.tab.key !== 'settings' && tab.tab.key !== 'memoTexts')
      notes.push(`Нет вкладки «${tab.tab.title}»: показатели по ней — «нет данных».`);
    for (const { column } of tab.headers?.doubled ?? [])
      notes.push(
        `На вкладке «${tab.tab.title}» заголовок «${column.title}» стоит дважды: показатели по нему — «нет данных».`,
      );
  }
  return notes;
}

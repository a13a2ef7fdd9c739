import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Deadline, Period } from '../../domain/roadmap/deadline/deadline';
import { parseDeadline } from '../../domain/roadmap/deadline/parse-deadline';
import { usualPlanPeriod } from '../../domain/roadmap/plan-period';
import { EXIT, type Options, type Outcome, RefusedError } from '../command';
import { writeText } from '../output';

/** `deadlines <file>`: terms of a plan, one a line, as they are understood; a line of JSON for each. Needs no book. */
export async function deadlines(options: Options): Promise<Outcome> {
  const [file, extra] = options.rest;
  if (file === undefined || extra !== undefined)
    throw new RefusedError('Укажите один файл со сроками, по одному в строке: deadlines <файл>.');
  const plan = planPeriod(options);
  const texts = linesOf(await fileText(file));
  const read = texts.map((text) => parseDeadline(text, plan));
  const lines = read.map((deadline) => JSON.stringify(shown(deadline)));
  const folder = options.out === undefined ? null : resolve(options.out);
  if (folder !== null) await writeText(folder, 'deadlines.jsonl', lines.map((line) => `${line}\n`).join(''));
  const count = (fits: (d: Deadline) => boolean): number => read.filter(fits).length;
  return {
    exit: EXIT.done,
    folder,
    onlyLines: true,
    counts: {
      terms: read.length,
      unknown: count((d) => d.kind === 'unknown'),
      questions: count((d) => d.question !== ''),
    },
    warnings: [],
    data: read.map(shown),
    lines,
    calls: {},
    trips: 0,
  };
}

function planPeriod({ planStart, planEnd }: Options): Period {
  const usual = usualPlanPeriod();
  const [start, end] = [planStart ?? usual.start, planEnd ?? usual.end];
  if (start > end) throw new RefusedError(`План начинается ${start}, а кончается раньше, ${end}.`);
  return { start, end };
}

async function fileText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new RefusedError(`Файл «${path}» не открывается.`);
  });
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
}

function shown({ text, kind, start, controlDates, freshness, recurrence, question }: Deadline): object {
  return { text, kind, start: start || null, controlDates, freshness, recurrence, question };
}

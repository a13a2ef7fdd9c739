import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import type { Block } from '../../src/domain/memo/blocks';
import { createHost, type Host, type Project } from '../../src/local/host/host';
import { countTrips } from '../../src/local/host/trips';
import type { CellValue } from '../../src/local/services/spreadsheet/model';
import { fillHost } from './fill-host';
import type { Load } from './load';
import { type ServiceClock, serviceClock } from './service-clock';

/** What one command of the bundle cost inside the local host. */
export interface Cost {
  readonly trips: number;
  /** Trips to DocumentApp among them. */
  readonly memoTrips: number;
  readonly calls: number;
  /** Tabs of the book after the command. */
  readonly tabs: number;
  /** Milliseconds of the bundle's own code; the services of the local host are left out. */
  readonly cpu: number;
  readonly value: unknown;
}

// Each project is compiled anew, as each run on Apps Script is.
setFlagsFromString('--no-compilation-cache');

const DOCUMENTS = /^(DocumentApp|Document|Body|HeaderSection|FooterSection)\./;

/** A book in a fresh host, with commands that are measured. */
export class MeasuredBook {
  readonly #host: Host;
  readonly #project: Project;
  readonly #clock: ServiceClock;

  constructor(now = '2024-04-20T07:00:00Z') {
    this.#host = createHost({ locale: 'ru_RU', now });
    this.#host.spreadsheets.activeId = this.#host.spreadsheets.create('Наставничество').model.id;
    this.#project = this.#host.load('dist');
    this.#clock = serviceClock(this.#host.globals);
  }

  run(command: string, args: object): Cost {
    const before = { ...this.#host.calls };
    this.#clock.reset();
    const from = performance.now();
    const answer = this.#project.run('rpc', [command, args]) as {
      ok: boolean;
      value?: unknown;
      refused?: string;
    };
    const ms = performance.now() - from;
    if (!answer.ok) throw new Error(`${command}: ${answer.refused}`);
    const calls = Object.fromEntries(
      Object.entries(this.#host.calls).map(([name, n]) => [name, n - (before[name] ?? 0)]),
    );
    const ofMemo = Object.fromEntries(Object.entries(calls).filter(([name]) => DOCUMENTS.test(name)));
    return {
      trips: countTrips(calls),
      memoTrips: countTrips(ofMemo),
      calls: Object.values(calls).reduce((sum, n) => sum + n, 0),
      tabs: this.#host.spreadsheets.active()!.model.sheets.length,
      cpu: ms - this.#clock.spent(),
      value: answer.value,
    };
  }

  /** A value of «Настройки» by the words of its parameter. */
  set(parameter: string, value: CellValue): void {
    const settings = this.#host.spreadsheets.active()!.model.sheets.find((s) => s.name === 'Настройки')!;
    const row = settings.rows.find((r) => r?.values[1] === parameter);
    if (!row) throw new Error(`No setting «${parameter}»`);
    row.values[2] = value;
  }

  fill(load: Pick<Load, 'book'>): void {
    fillHost(this.#host, load);
  }
}

/** Paragraphs, tables and pictures of a memo: what its trips may grow with. */
export function memoParts(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'list') return sum + block.items.length;
    // A table and a picture have a caption each.
    return sum + (block.kind === 'table' || block.kind === 'chart' ? 2 : 1);
  }, 0);
}

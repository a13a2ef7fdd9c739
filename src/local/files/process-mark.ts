import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who a process is, so that another process can tell later whether it still runs. */
export interface ProcessMark {
  readonly pid: number;
  /** Name of the machine, for people. */
  readonly host: string;
  /** The machine itself where it has an identity, and its present run from switching on; '' = the system tells neither. */
  readonly machine: string;
  readonly boot: string;
  /** Moment of the process's start in ticks of this boot: a pid is given out again, the pair is not. '' = not told. */
  readonly born: string;
}

export function thisProcess(): ProcessMark {
  const { pid } = process;
  return {
    pid,
    host: hostname(),
    machine: read('/etc/machine-id').trim(),
    boot: read('/proc/sys/kernel/random/boot_id').trim(),
    born: statOf(pid)?.born ?? '',
  };
}

/** `unknown`: it is on another machine, or the system does not say whose the pid is now. */
export function fateOf(mark: ProcessMark): 'runs' | 'gone' | 'unknown' {
  const me = thisProcess();
  if (mark.host !== me.host || mark.machine !== me.machine) return 'unknown';
  if (mark.boot !== me.boot) return me.machine === '' ? 'unknown' : 'gone';
  if (!isRunning(mark.pid)) return 'gone';
  const now = statOf(mark.pid);
  if (mark.born === '' || now === null) return 'unknown';
  // A process that has ended and was not yet waited for by its parent holds its pid and nothing else.
  return now.born === mark.born && !/[ZX]/.test(now.state) ? 'runs' : 'gone';
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** /proc/<pid>/stat: the name in brackets may hold anything, the fields after it are numbered. */
function statOf(pid: number): { state: string; born: string } | null {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? null : { state: fields[0] ?? '', born: fields[19] ?? '' };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

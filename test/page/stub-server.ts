/** A server of the page that is only a table of answers, under the policy of the real one: for tests of the shell. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { framePage } from '../../src/local/page/frame-page';
import type { Act, BookEvent, Reply, Request } from '../../src/local/page/protocol';
import { StubBook } from './stub-book';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
const FRAME_POLICY =
  "sandbox allow-scripts allow-forms allow-modals allow-downloads allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

type Answer = (act: Act) => unknown;

export class StubServer {
  readonly book = new StubBook();
  /** Everything that was asked for, in order. */
  readonly asked: Request[] = [];
  /** Answers of a test, by the kind of the act; a thrown Error is a refusal in its words. */
  readonly answers: Partial<Record<Act['kind'], Answer>> = {};
  readonly frames = new Map<string, string>();
  readonly files = new Map<string, Buffer>();
  address = '';
  boot = 'boot-1';
  /** `off`: every request is broken off; `strange`: the token is not known any more. */
  state: 'on' | 'off' | 'strange' = 'on';
  private readonly done = new Map<string, Reply>();
  private readonly windows = new Map<string, ServerResponse>();
  private readonly http = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<StubServer> {
    const server = new StubServer();
    for (const [path, data] of await bundle()) server.files.set(path, data);
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    server.address = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}/`;
    return server;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.http.close(() => resolve());
      this.http.closeAllConnections();
    });
  }

  tell(event: BookEvent): void {
    for (const response of this.windows.values()) response.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** The cable is pulled: connections end, and new ones are broken off. */
  cut(): void {
    this.state = 'off';
    for (const response of this.windows.values()) response.destroy();
    this.windows.clear();
  }

  /** Acts of a kind, as they came. */
  acts<K extends Act['kind']>(kind: K): Extract<Act, { kind: K }>[] {
    return this.asked.map(({ act }) => act).filter((act) => act.kind === kind) as Extract<Act, { kind: K }>[];
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub');
    if (this.state === 'off') return void request.socket.destroy();
    if (url.pathname.startsWith('/api/') && this.state === 'strange')
      return void response.writeHead(401).end();
    if (url.pathname === '/api/events') return this.join(url.searchParams.get('window') ?? '', response);
    if (url.pathname === '/api/do') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const reply = await this.perform(JSON.parse(Buffer.concat(chunks).toString()) as Request);
      if ((this.state as string) === 'off') return void request.socket.destroy();
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply));
      return;
    }
    const frame = this.frames.get(url.pathname);
    const prelude = this.files.get('/prelude.js')?.toString() ?? '';
    const file =
      url.pathname === '/' ? this.files.get('/index.html') : this.files.get(decodeURI(url.pathname));
    response.setHeader('Content-Security-Policy', frame === undefined ? POLICY : FRAME_POLICY);
    response.setHeader('Content-Type', typeOf(url.pathname));
    if (frame !== undefined) response.end(framePage(frame, prelude));
    else if (file) response.end(file);
    else response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
  }

  private join(window: string, response: ServerResponse): void {
    this.windows.set(window, response);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const hello: BookEvent = { type: 'hello', boot: this.boot, seq: this.book.seq };
    response.write(`data: ${JSON.stringify(hello)}\n\n`);
  }

  private async perform(request: Request): Promise<Reply> {
    const { act } = request;
    this.asked.push(request);
    const known = 'id' in act ? this.done.get(act.id) : undefined;
    if (known) return known;
    let reply: Reply;
    try {
      const answer =
        this.answers[act.kind] ?? ((one: Act) => this.book.perform(one, (event) => this.tell(event)));
      reply = { ok: true, value: (await answer(act)) as never };
    } catch (error) {
      reply = { ok: false, refused: (error as Error).message, why: 'refused' };
    }
    if ('id' in act) this.done.set(act.id, reply);
    return reply;
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
}

let bundled: Promise<[string, Buffer][]> | null = null;

function bundle(): Promise<[string, Buffer][]> {
  bundled ??= (async () => {
    const client = join(process.cwd(), 'src/local/page/client');
    const fonts = { '.ttf': 'file' } as const;
    const shared = { bundle: true, write: false, target: 'es2022', outdir: '/', loader: fonts } as const;
    const [page, prelude, index] = await Promise.all([
      build({
        ...shared,
        entryPoints: [join(client, 'page.ts')],
        format: 'esm',
        splitting: true,
        chunkNames: 'chunks/[hash]',
      }),
      build({ ...shared, entryPoints: [join(client, 'prelude.ts')], format: 'iife' }),
      readIndex(client),
    ]);
    return [
      ...[...page.outputFiles, ...prelude.outputFiles].map(({ path, contents }): [string, Buffer] => [
        path,
        Buffer.from(contents),
      ]),
      ['/index.html', index],
    ];
  })();
  return bundled;
}

async function readIndex(client: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  return readFile(join(client, 'index.html'));
}

import { timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { BookThread } from './book-thread';
import { framePage } from './frame-page';
import { mayComeIn } from './gate';
import type { BookEvent, Request } from './protocol';
import { Windows } from './windows';

/** Pasted blocks of tens of thousands of cells. */
const BODY_LIMIT = 64 * 1024 * 1024;
const COOKIE = 'mentoring';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Nothing from elsewhere is loaded, and nothing of the book is sent elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the script: inline code as at Google, and no way out of its frame. */
const FRAME_POLICY = [
  'sandbox allow-scripts allow-forms allow-modals allow-downloads allow-popups',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export interface PageServer {
  readonly address: string;
  /** The address that lets a browser in. */
  readonly entrance: string;
  readonly port: number;
  /** From now on this book answers. */
  attach(book: BookThread): void;
  tell(window: string | null, event: BookEvent, except?: string): void;
  close(): Promise<void>;
}

/**
 * The page and the book behind it, on 127.0.0.1 only. Whoever comes shows the token once, by the address that was printed;
 * a request that another site makes the browser send is refused.
 * @param port 0 or one that is taken = any free one
 */
export async function startServer(port: number, token: string): Promise<PageServer> {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  const windows = new Windows();
  let book: BookThread | null = null;
  const at = await listen(app, port, () => routes(app, token, windows, () => book));
  const address = `http://127.0.0.1:${at}`;
  return {
    address,
    entrance: `${address}/?token=${token}`,
    port: at,
    attach(opened) {
      book = opened;
      windows.onGone = (window) => opened.leave(window);
      // Those that came while it was being opened.
      windows.tell(null, { type: 'hello', boot: opened.boot, seq: opened.seq });
    },
    tell: (window, event, except) => windows.tell(window, event, except),
    async close() {
      windows.close();
      await app.close();
    },
  };
}

async function listen(app: FastifyInstance, port: number, routed: () => void): Promise<number> {
  routed();
  const open = (wanted: number) => app.listen({ host: '127.0.0.1', port: wanted });
  try {
    await open(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await open(0);
  }
  return portOf(app);
}

function portOf(app: FastifyInstance): number {
  return (app.server.address() as AddressInfo).port;
}

function routes(
  app: FastifyInstance,
  token: string,
  windows: Windows,
  opened: () => BookThread | null,
): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Content-Security-Policy', POLICY);
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    reply.header('Cross-Origin-Opener-Policy', 'same-origin');
    reply.header('Cross-Origin-Resource-Policy', 'same-origin');
    reply.header('Cache-Control', 'no-store');
    const port = portOf(app);
    if (!mayComeIn(request.headers, port)) return reply.code(403).send('Запрос с другого адреса отклонён.');
    const { token: shown } = request.query as { token?: string };
    if (request.url.startsWith('/?') && shown !== undefined && isToken(shown, token)) {
      // The cookie is of this port: another book on this machine has its own.
      const cookie = `${COOKIE}-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      return reply.header('Set-Cookie', cookie).redirect('/');
    }
    if (!isToken(cookieOf(request, `${COOKIE}-${port}`), token))
      return reply.code(401).type('text/html; charset=utf-8').send(STRANGER);
  });
  app.get('/', (_, reply) => pageFile(reply, 'index.html'));
  app.get('/page.js', (_, reply) => pageFile(reply, 'page.js'));
  app.get('/page.css', (_, reply) => pageFile(reply, 'page.css'));
  app.get('/favicon.ico', (_, reply) => reply.code(204).send());
  app.get<{ Params: { file: string } }>('/chunks/:file', ({ params }, reply) =>
    /^[\w.-]+$/.test(params.file) ? pageFile(reply, join('chunks', params.file)) : reply.callNotFound(),
  );
  app.post('/api/do', async (request) => {
    const book = opened();
    if (!book) return { ok: false, refused: 'Книга ещё открывается.', why: 'restarted' };
    return book.request(request.body as Request);
  });
  app.get<{ Querystring: { window?: string } }>('/api/events', ({ query }, reply) => {
    const book = opened();
    reply.hijack();
    windows.join(query.window ?? '', reply.raw, {
      type: 'hello',
      boot: book?.boot ?? '',
      seq: book?.seq ?? 0,
    });
    const question = book?.questionFor(query.window ?? '');
    if (question) windows.tell(query.window ?? '', { type: 'ask', question });
  });
  app.get<{ Params: { id: string } }>('/frame/:id', async ({ params }, reply) => {
    const file = await opened()?.file(['frame', params.id]);
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Эта панель уже закрыта.');
    const prelude = await readFile(join(pageFolder(), 'prelude.js'), 'utf8');
    reply.header('Content-Security-Policy', FRAME_POLICY);
    return reply.type(file.type).send(framePage(Buffer.from(file.data).toString(), prelude));
  });
  for (const [path, parts] of Object.entries(FILES))
    app.get<{ Params: Record<string, string> }>(path, async ({ params }, reply) => {
      const file = await opened()?.file(
        parts.map((part) => (part.startsWith(':') ? params[part.slice(1)] : part)),
      );
      if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Такого файла в книге нет.');
      if (file.name !== null)
        reply.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return reply.type(file.type).send(Buffer.from(file.data));
    });
}

const FILES: Readonly<Record<string, readonly string[]>> = {
  '/workbook.xlsx': ['workbook'],
  '/documents/:name': ['documents', ':name'],
  '/outbox/:name': ['outbox', ':name'],
  '/outbox/:name/:index': ['outbox', ':name', ':index'],
  '/api/picture/:tab/:kind/:index': ['picture', ':tab', ':kind', ':index'],
};

const STRANGER =
  '<!doctype html><meta charset="utf-8"><title>Наставничество</title><p>Чтобы открыть книгу, перейдите по адресу целиком — его напечатала программа в окне терминала.</p>';

function pageFolder(): string {
  return join(dirname(process.argv[1]), 'page');
}

async function pageFile(reply: FastifyReply, file: string): Promise<FastifyReply> {
  const data = await readFile(join(pageFolder(), file)).catch(() => null);
  if (!data) return reply.code(404).send();
  return reply.type(TYPES[extname(file)] ?? 'application/octet-stream').send(data);
}

function cookieOf(request: FastifyRequest, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function isToken(shown: string, token: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

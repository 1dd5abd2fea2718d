import type { Request, Response, Server } from 'restify';
import type { FileLinks } from '../../features/files/links.ts';
import { problem } from '../problem.ts';

/** The door at which a file is fetched by its link; it is there in development only. */
export function addFileRoute(server: Server, links: FileLinks): void {
  server.get('/files/:token', async (request: Request, response: Response) => {
    const params: unknown = request.params;
    const token =
      typeof params === 'object' && params !== null && 'token' in params ? params.token : undefined;
    const file = typeof token === 'string' ? links.get(token) : undefined;
    if (!file) {
      const { status, type, body } = problem(404, {
        detail: 'This file is no longer here: ask for it again.',
      });
      response.sendRaw(status, JSON.stringify(body), { 'content-type': type });
      return;
    }
    response.sendRaw(200, Buffer.from(file.bytes), {
      'content-type': 'application/octet-stream',
      // RFC 6266 and RFC 8187: a name in any script.
      'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

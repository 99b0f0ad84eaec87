import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { bundleShell, type ShellName } from './bundleShell';
import type { ShellSettings } from './ShellSettings';

/** What a shell shows, but for the addresses of assets, which the server adds. */
export interface ShellContent extends Omit<ShellSettings, 'assets'> {
  /** Folders with the assets of legacy plugins, by Scalprum name. */
  assetFolders: Record<string, string>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Serves one shell, the same page at every path, and the assets of legacy plugins. */
export class ShellServer {
  private content: ShellContent | undefined;

  private constructor(
    private readonly server: Server,
    private readonly script: string,
    /** Address without a trailing slash. */
    readonly url: string,
  ) {
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', url);
      this.answer(pathname, response).catch(() => {
        response.writeHead(404).end();
      });
    });
  }

  /** Bundles a shell and listens on a free port; {@link ShellServer.show} says what it shows. */
  static async start(name: ShellName): Promise<ShellServer> {
    const script = await bundleShell(name);
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('A server that listens on TCP has no port');
    }
    const url = `http://127.0.0.1:${address.port}`;
    return new ShellServer(server, script, url);
  }

  /** The pages that are opened from now on show this. */
  show(content: ShellContent): void {
    this.content = content;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async answer(
    pathname: string,
    response: ServerResponse,
  ): Promise<void> {
    const type = types[path.extname(pathname)] ?? 'text/html';
    const body = await this.bodyOf(pathname);
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.end(body);
  }

  private async bodyOf(pathname: string): Promise<string | Buffer> {
    if (pathname === '/shell.js') {
      return this.script;
    }
    const [, root, name, ...file] = pathname.split('/');
    if (root !== 'assets') {
      return this.page();
    }
    const folder = this.content?.assetFolders[name];
    if (folder === undefined) {
      throw new Error(`There are no assets of '${name}'`);
    }
    return readFile(path.join(folder, ...file));
  }

  private page(): string {
    if (!this.content) {
      throw new Error('Nothing is shown yet');
    }
    const { config, frontends, assetFolders } = this.content;
    const assets = Object.fromEntries(
      Object.keys(assetFolders).map(name => [name, `/assets/${name}`]),
    );
    const settings: ShellSettings = { config, frontends, assets };
    return [
      '<!doctype html><html lang="en"><head><title>Shell</title>',
      '<link rel="icon" href="data:,">',
      // A configuration has no end of a script in it, but a text may.
      `<script>window.shellSettings = ${JSON.stringify(settings).replaceAll(
        '<',
        '\\u003c',
      )}</script>`,
      '</head><body><div id="root"></div><script src="/shell.js"></script></body></html>',
    ].join('\n');
  }
}

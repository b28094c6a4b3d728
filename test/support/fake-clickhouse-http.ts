import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A statement that came through the HTTP interface of ClickHouse. */
export interface HttpStatement {
  readonly sql: string;
  /** Settings and parameters. */
  readonly query: URLSearchParams;
  readonly user: string;
  readonly password: string;
}

/** What the server says: rows as text, or a complaint. */
export type HttpRows = string | { readonly error: string };

/** The HTTP interface of ClickHouse in front of whatever answers, such as a function or an engine in process. */
export class FakeClickHouseHttp {
  static async start(answer: (statement: HttpStatement) => HttpRows | Promise<HttpRows>): Promise<FakeClickHouseHttp> {
    const fake = new FakeClickHouseHttp(answer);
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  /** All that was asked. */
  readonly statements: HttpStatement[] = [];
  /** Connections that it drops before it answers. */
  drops = 0;

  private readonly server: Server = createServer((request, response) => {
    if (this.drops > 0) {
      this.drops--;
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const header = (name: string) => String(request.headers[name] ?? '');
      const statement: HttpStatement = {
        sql: Buffer.concat(chunks).toString(),
        query: new URL(request.url ?? '/', 'http://server').searchParams,
        user: header('x-clickhouse-user'),
        password: header('x-clickhouse-key'),
      };
      this.statements.push(statement);
      const rows = await this.answer(statement);
      if (typeof rows === 'string') response.writeHead(200).end(rows);
      else response.writeHead(500).end(`${rows.error}\n`);
    });
  });

  private constructor(private readonly answer: (statement: HttpStatement) => HttpRows | Promise<HttpRows>) {}

  /** Such as `127.0.0.1:40123`. */
  get place(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

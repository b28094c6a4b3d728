import { readFileSync } from 'node:fs';
import { createClient } from '@clickhouse/client';

const client = createClient({
  url: 'https://events.ch.example.com:8443',
  username: 'app',
  password: process.env.CLICKHOUSE_PASSWORD,
  tls: { ca_cert: readFileSync('ca.crt') },
});
const answer = await client.query({ query: 'SELECT hostName() AS host', format: 'JSONEachRow' });
console.log(await answer.json());
await client.close();

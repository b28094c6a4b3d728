/*
 * ClickHouse in a process of its own: reads one SQL text as JSON a line, answers `{"rows": text}` or `{"error": text}`.
 */
const { createInterface } = require('node:readline');
const { Session } = require('chdb');

// An argument is a file of server configuration, which may name a file of users.
const [config] = process.argv.slice(2);
const session = new Session('', config ? { connectionArgs: [`--config-file=${config}`] } : {});
createInterface({ input: process.stdin })
  .on('line', (line) => process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`))
  .on('close', () => session.cleanup());

function answer(sql) {
  try {
    return { rows: session.query(sql, 'TSVRaw') };
  } catch (error) {
    return { error: error.message };
  }
}

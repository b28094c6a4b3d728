import os

import clickhouse_connect

client = clickhouse_connect.get_client(
    host='events.ch.example.com',
    port=8443,
    secure=True,
    ca_cert='ca.crt',
    username='app',
    password=os.environ['CLICKHOUSE_PASSWORD'],
)
print(client.query('SELECT hostName()').result_rows)

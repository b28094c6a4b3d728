import os

from clickhouse_driver import Client

client = Client(
    'events.ch.example.com',
    port=9440,
    secure=True,
    ca_certs='ca.crt',
    user='app',
    password=os.environ['CLICKHOUSE_PASSWORD'],
)
print(client.execute('SELECT hostName()'))

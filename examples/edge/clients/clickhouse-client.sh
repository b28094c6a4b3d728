clickhouse-client --config-file clickhouse-client.xml \
  --host events.ch.example.com --port 9440 --secure \
  --user app --password "$CLICKHOUSE_PASSWORD" --query 'SELECT hostName()'

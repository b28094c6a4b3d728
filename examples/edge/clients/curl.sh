curl --cacert ca.crt --user "app:$CLICKHOUSE_PASSWORD" \
  https://events.ch.example.com:8443 --data-binary 'SELECT hostName()'

/** Tables that take rows in by themselves, without a query that anybody sends: a second server with one takes them from the first. */
export const consumingEngines = [
  'AzureQueue',
  'FileLog',
  'Kafka',
  'MaterializedPostgreSQL',
  'NATS',
  'RabbitMQ',
  'S3Queue',
] as const;

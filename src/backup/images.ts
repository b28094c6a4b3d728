/**
 * clickhouse-backup that runs beside servers and in jobs, for amd64 and arm64. Alpine with `sh`, `bash`, `curl` and BusyBox, no
 * `jq`; its user 101 is that of the ClickHouse images. Its last tag with release notes; 2.8.1 has been in the change log since.
 * Source: Altinity/clickhouse-backup `Dockerfile` (image_short) and tag v2.8.0.
 */
export const backupImage = 'altinity/clickhouse-backup:2.8.0';

/** A value that a server has now. @param matchers `job="analytics/events"` */
export function metric(kind: 'Metrics' | 'AsyncMetrics', name: string, matchers: string): string {
  return `ClickHouse${kind}_${name}{${matchers}}`;
}

/** How often something happens in a second. */
export function event(name: string, matchers: string): string {
  return `rate(ClickHouseProfileEvents_${name}{${matchers}}[$__rate_interval])`;
}

/** Used share of each disk. Its name stands in the name of the metric. A disk of an object store is as good as empty. */
export function diskShare(matchers: string): string {
  return `${ofDisks('DiskUsed', matchers)} / ${ofDisks('DiskTotal', matchers)}`;
}

function ofDisks(what: string, matchers: string): string {
  const name = `ClickHouseAsyncMetrics_${what}_`;
  return `sum by (pod, disk) (label_replace({__name__=~"${name}.+",${matchers}}, "disk", "$1", "__name__", "${name}(.+)"))`;
}

// Written by scripts/settings-catalogue from the system tables of ClickHouse. Do not edit.
export const releases: readonly string[] = ["25.8","26.1","26.3","26.5","26.7","26.9"];
